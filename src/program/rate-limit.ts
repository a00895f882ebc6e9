/** Callers that are remembered; beyond that those that were longest away are forgotten. */
const REMEMBERED = 10_000;
const MINUTE = 60_000;

interface Bucket {
  /** Requests that may still be made. */
  left: number;
  /** When that was counted, ms. */
  at: number;
}

/** A bucket for each caller that holds a minute's requests and fills evenly. */
export class RateLimit {
  readonly #perMinute: number;
  readonly #buckets = new Map<string, Bucket>();

  /** @param perMinute 0: no limit */
  constructor(perMinute: number) {
    this.#perMinute = perMinute;
  }

  /**
   * Counts a request.
   * @param now ms
   * @returns seconds to wait for the next one where this one is too many; 0: it may be made
   */
  take(caller: string, now: number): number {
    if (this.#perMinute <= 0) return 0;
    const before = this.#buckets.get(caller) ?? { left: this.#perMinute, at: now };
    const filled = before.left + (Math.max(0, now - before.at) / MINUTE) * this.#perMinute;
    const left = Math.min(this.#perMinute, filled);
    const granted = left >= 1;
    // Entered anew, so that the map's order is that of the last visits.
    this.#buckets.delete(caller);
    this.#buckets.set(caller, { left: granted ? left - 1 : left, at: now });
    if (this.#buckets.size > REMEMBERED) this.#forget();
    return granted ? 0 : Math.ceil(((1 - left) * MINUTE) / this.#perMinute / 1000);
  }

  #forget(): void {
    const [oldest] = this.#buckets.keys();
    if (oldest !== undefined) this.#buckets.delete(oldest);
  }
}
