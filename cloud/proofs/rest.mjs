import { decodeFields, restQuery, restWrite } from './values.mjs';

/**
 * Somebody who asks; `claims` as functions and commands set them, times in seconds since 1970.
 * @typedef {{ uid: string, claims?: Record<string, unknown>, signedInAt: number, issuedAt?: number }} Caller
 *
 * @typedef {{ get: string } | { query: import('./values.mjs').Query }
 *   | { commit: readonly import('./values.mjs').Write[] }} Ask
 */

/**
 * Firestore's own REST interface of an emulator: single requests of anybody, and rules that can be exchanged. Thousands
 * of questions a minute, which clients of the SDK are too heavy for.
 */
export class RestFirestore {
  /**
   * @param {string} address `host:port`
   * @param {string} project its documents and rules are apart from other projects'
   */
  constructor(address, project) {
    this.base = `http://${address}`;
    this.project = project;
    this.root = `projects/${project}/databases/(default)/documents`;
  }

  /**
   * Throws the compiler's message where it does not take them.
   * @param {string} content
   */
  async putRules(content) {
    const rules = { files: [{ name: 'firestore.rules', content }] };
    const { status, text } = await this.#send('PUT', `/emulator/v1/projects/${this.project}:securityRules`, {
      rules,
    });
    if (status !== 200) throw new Error(text);
  }

  /** What of the rules was evaluated since they were put there; see coverage.mjs. */
  async coverage() {
    const { status, text } = await this.#send('GET', `/emulator/v1/projects/${this.project}:ruleCoverage`);
    if (status !== 200) throw new Error(text);
    return /** @type {import('./coverage.mjs').RuleCoverage} */ (JSON.parse(text));
  }

  /** Forgets all documents. */
  async clear() {
    const { status, text } = await this.#send('DELETE', `/emulator/v1/${this.root}`);
    if (status !== 200) throw new Error(text);
  }

  /**
   * Writes past the rules.
   * @param {readonly import('./values.mjs').Write[]} writes
   */
  async seed(writes) {
    if (writes.length === 0) return;
    const body = { writes: writes.map((write) => restWrite(this.root, write)) };
    const { status, text } = await this.#send('POST', `/v1/${this.root}:commit`, body, 'owner');
    if (status !== 200) throw new Error(text);
  }

  /**
   * A document past the rules; undefined where there is none.
   * @param {string} path
   */
  async peek(path) {
    const { status, text } = await this.#send('GET', `/v1/${this.root}/${path}`, undefined, 'owner');
    if (status === 404) return undefined;
    if (status !== 200) throw new Error(text);
    return decodeFields(
      /** @type {{ fields?: Record<string, Record<string, unknown>> }} */ (JSON.parse(text)),
    );
  }

  /**
   * How many documents a query finds past the rules.
   * @param {import('./values.mjs').Query} query
   */
  async count(query) {
    const { status, text } = await this.#request({ query }, 'owner');
    if (status !== 200) throw new Error(text);
    return /** @type {object[]} */ (JSON.parse(text)).filter((each) => 'document' in each).length;
  }

  /**
   * Whether the rules let it pass, and what came of it. Throws where the request itself was no good.
   * @param {Ask} ask
   * @param {Caller} [caller] undefined: a visitor without an account
   */
  async ask(ask, caller) {
    const token = caller && this.#tokenOf(caller);
    const { status, text } = await this.#request(ask, token);
    // A document that is not there may be asked for.
    if (status === 200 || (status === 404 && 'get' in ask)) return { isAllowed: true, status, text };
    if (status === 403) return { isAllowed: false, status, text };
    throw new Error(`${String(status)} ${text}`);
  }

  /**
   * @param {Ask} ask
   * @param {string | undefined} token
   */
  #request(ask, token) {
    if ('get' in ask) return this.#send('GET', `/v1/${this.root}/${ask.get}`, undefined, token);
    if ('commit' in ask) {
      const writes = ask.commit.map((write) => restWrite(this.root, write));
      return this.#send('POST', `/v1/${this.root}:commit`, { writes }, token);
    }
    const parent = ask.query.in.split('/').slice(0, -1).join('/');
    const at = parent === '' ? this.root : `${this.root}/${parent}`;
    return this.#send('POST', `/v1/${at}:runQuery`, restQuery(ask.query), token);
  }

  /**
   * The emulator takes unsigned ones.
   * @param {Caller} caller
   */
  #tokenOf({ uid, claims = {}, signedInAt, issuedAt = signedInAt }) {
    const part = (/** @type {object} */ value) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const payload = {
      iss: `https://securetoken.google.com/${this.project}`,
      aud: this.project,
      sub: uid,
      user_id: uid,
      auth_time: signedInAt,
      iat: issuedAt,
      exp: Math.round(Date.now() / 1000) + 3600,
      firebase: { sign_in_provider: 'password', identities: {} },
      ...claims,
    };
    return `${part({ alg: 'none', typ: 'JWT' })}.${part(payload)}.`;
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {object} [body]
   * @param {string} [token]
   */
  async #send(method, path, body, token) {
    const response = await fetch(this.base + path, {
      method,
      headers: {
        'content-type': 'application/json',
        // Told from what clients ask (tests/queries-setup.ts); the emulator passes over it.
        'x-probe': 'rules',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, text: await response.text() };
  }
}
