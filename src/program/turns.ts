import { programFault } from './program-fault';

/** Counts what is being worked on. */
export class Turns {
  readonly #most: number;
  #busy = 0;

  constructor(most: number) {
    this.#most = Math.max(1, most);
  }

  get busy(): number {
    return this.#busy;
  }

  /** Does the work unless there is too much already. @throws PhotonicError `program/busy` */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.#busy >= this.#most) throw programFault('busy');
    this.#busy++;
    try {
      return await work();
    } finally {
      this.#busy--;
    }
  }
}
