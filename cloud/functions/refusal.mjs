/**
 * A request that is refused for a reason its sender can act on.
 *
 * @typedef {'unauthenticated' | 'permission-denied' | 'not-found' | 'failed-precondition' | 'invalid-argument'
 *   | 'resource-exhausted'} Kind As callable functions name them.
 */
export class Refusal extends Error {
  /**
   * @param {string} code stable name, `workspace/what`; the studio has words for each
   * @param {Kind} kind
   * @param {string} message what happened and what to do, for commands and logs
   */
  constructor(code, kind, message) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.kind = kind;
  }
}
