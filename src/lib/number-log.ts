/** Growable log of numbers in typed storage: appended by workers, read by charts, never React state. */
export class NumberLog {
  #values: Float32Array;
  #length = 0;

  constructor(capacity = 1024) {
    this.#values = new Float32Array(capacity);
  }

  get length(): number {
    return this.#length;
  }

  append(values: ArrayLike<number>): void {
    const needed = this.#length + values.length;
    if (needed > this.#values.length) {
      const grown = new Float32Array(Math.max(needed, this.#values.length * 2));
      grown.set(this.#values.subarray(0, this.#length));
      this.#values = grown;
    }
    this.#values.set(values, this.#length);
    this.#length = needed;
  }

  /** Forgets everything from `length` on (a run resumed from an older checkpoint). */
  truncate(length: number): void {
    this.#length = Math.min(this.#length, Math.max(0, length));
  }

  /** Forgets the oldest `count` numbers; the others move to the front. */
  dropFirst(count: number): void {
    const dropped = Math.min(this.#length, Math.max(0, count));
    this.#values.copyWithin(0, dropped, this.#length);
    this.#length -= dropped;
  }

  at(index: number): number | undefined {
    return index >= 0 && index < this.#length ? this.#values[index] : undefined;
  }

  last(): number | undefined {
    return this.at(this.#length - 1);
  }

  /** View of the values so far; valid until the next append. */
  view(): Float32Array {
    return this.#values.subarray(0, this.#length);
  }
}
