import type { KernelTime } from './backend';

/** One step in so many is looked at: reading the clock between its parts then costs less than a thousandth of it. */
const EVERY = 8;
/** Steps that take longer than this are all looked at, milliseconds. */
const SLOW_MS = 2;

/** Wall time of the parts of a step, where steps run on the thread that asks for them. */
export class StepWatch {
  readonly #now: () => number;
  #sums = new Map<string, number>();
  #looked = 0;
  #steps = 0;
  #isLooking = false;
  #isSlow = false;
  #began = 0;
  #last = 0;

  constructor(now = () => performance.now()) {
    this.#now = now;
  }

  /** A step begins. */
  begin(): void {
    this.#isLooking = this.#isSlow || this.#steps % EVERY === 0;
    this.#steps++;
    if (this.#isLooking) this.#began = this.#last = this.#now();
  }

  /** The time since the step began, or since the last part ended, went into this one. */
  ends(part: string): void {
    if (!this.#isLooking) return;
    const now = this.#now();
    this.#sums.set(part, (this.#sums.get(part) ?? 0) + now - this.#last);
    this.#last = now;
  }

  /** The step is over. */
  finish(): void {
    if (!this.#isLooking) return;
    this.#isLooking = false;
    this.#isSlow = this.#last - this.#began > SLOW_MS;
    this.#looked++;
  }

  /** Means of the steps looked at since the last call. */
  take(): readonly KernelTime[] {
    const looked = this.#looked;
    const taken = looked === 0 ? [] : [...this.#sums].map(([name, sum]) => ({ name, ms: sum / looked }));
    this.#sums = new Map();
    this.#looked = 0;
    return taken;
  }
}
