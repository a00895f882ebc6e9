/** Time and timers, so that tests can move them. */
export interface Clock {
  now(): number;
  /** Calls back after `ms`; returns how to stop. */
  wait(ms: number, then: () => void): () => void;
}

/** Where all tabs keep when somebody last did something, ms. */
export interface LastActivity {
  read(): number | undefined;
  write(at: number): void;
}

export interface IdleEvents {
  /** The session will end at `endsAt`, ms. */
  readonly onWarn: (endsAt: number) => void;
  /** Somebody is there after all, here or in another tab. */
  readonly onReturn: () => void;
  readonly onEnd: () => void;
}

/** How long before the end the warning comes, ms. */
export const WARNING_MS = 60_000;
/** Activity is noted no more often than this, ms. */
const NOTED_EVERY_MS = 5000;

/**
 * Ends a session when nobody has done anything in any tab for `timeout` ms, and warns before. A warning stays until
 * somebody answers it here, or works in another tab: a hand that brushes the mouse keeps nothing open.
 */
export class IdleWatch {
  readonly #timeout: number;
  readonly #clock: Clock;
  readonly #last: LastActivity;
  readonly #events: IdleEvents;
  #stop: (() => void) | undefined;
  #isWarning = false;

  constructor(timeout: number, clock: Clock, last: LastActivity, events: IdleEvents) {
    this.#timeout = timeout;
    this.#clock = clock;
    this.#last = last;
    this.#events = events;
  }

  /** Whether the time was over before the page came back, for one because it was closed. */
  isOver(): boolean {
    return this.#clock.now() >= this.#endsAt();
  }

  /** Looks how late it is, and waits for what comes next. Call it, too, when a page wakes up. */
  check(): void {
    this.#stop?.();
    // A clock that was set back must not keep a session open for ever.
    if ((this.#last.read() ?? Infinity) > this.#clock.now()) this.#last.write(this.#clock.now());
    const left = this.#endsAt() - this.#clock.now();
    if (left <= 0) {
      this.stop();
      this.#events.onEnd();
      return;
    }
    if (left <= WARNING_MS) {
      if (!this.#isWarning) this.#events.onWarn(this.#endsAt());
      this.#isWarning = true;
    } else if (this.#isWarning) {
      this.#isWarning = false;
      this.#events.onReturn();
    }
    this.#stop = this.#clock.wait(left <= WARNING_MS ? left : left - WARNING_MS, () => this.check());
  }

  /** Somebody did something. */
  touch(): void {
    if (this.#isWarning || this.#clock.now() - (this.#last.read() ?? 0) < NOTED_EVERY_MS) return;
    this.#last.write(this.#clock.now());
  }

  /** The person wants to stay, or has just signed in. */
  stay(): void {
    this.#last.write(this.#clock.now());
    this.check();
  }

  stop(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#isWarning = false;
  }

  #endsAt(): number {
    return (this.#last.read() ?? this.#clock.now()) + this.#timeout;
  }
}
