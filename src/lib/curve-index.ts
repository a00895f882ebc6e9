import type { NumberLog } from './number-log';

/** Numbers that one entry of the index stands for. */
const BLOCK = 64;

/** Where the smallest and the largest number of a stretch are; equal where all are the same. */
export interface Extremes {
  readonly low: number;
  readonly high: number;
}

/**
 * Extremes and means over any stretch of a growing log in time that hardly depends on the stretch: a chart of a million
 * steps is drawn as fast as one of a thousand. Entries that are not finite count as missing.
 */
export class CurveIndex {
  readonly #log: NumberLog;
  /** Per whole block: sum and count of all finite numbers up to its end; where its extremes are, −1 for none. */
  #sums = new Float64Array(64);
  #counts = new Float64Array(64);
  #lows = new Int32Array(64);
  #highs = new Int32Array(64);
  #blocks = 0;

  constructor(log: NumberLog) {
    this.#log = log;
  }

  /** Call after the log has changed from `length` on, and before anything is asked. */
  update(length: number): void {
    this.#blocks = Math.min(this.#blocks, Math.floor(length / BLOCK));
    const values = this.#log.view();
    const blocks = Math.floor(values.length / BLOCK);
    this.#reserve(blocks);
    for (; this.#blocks < blocks; this.#blocks++) {
      const k = this.#blocks;
      let [sum, count] = [k > 0 ? this.#sums[k - 1]! : 0, k > 0 ? this.#counts[k - 1]! : 0];
      let [low, high] = [-1, -1];
      for (let i = k * BLOCK; i < (k + 1) * BLOCK; i++) {
        const value = values[i]!;
        if (!Number.isFinite(value)) continue;
        sum += value;
        count++;
        if (low < 0 || value < values[low]!) low = i;
        if (high < 0 || value > values[high]!) high = i;
      }
      this.#sums[k] = sum;
      this.#counts[k] = count;
      this.#lows[k] = low;
      this.#highs[k] = high;
    }
  }

  /** Mean of the entries from `from` up to but without `to`; NaN where all are missing. */
  mean(from: number, to: number): number {
    const [start, end] = [Math.max(0, from), Math.min(this.#log.length, to)];
    if (end <= start) return Number.NaN;
    const [sumBefore, countBefore] = this.#before(start);
    const [sum, count] = this.#before(end);
    return count > countBefore ? (sum - sumBefore) / (count - countBefore) : Number.NaN;
  }

  /** The first smallest and the first largest entry from `from` up to but without `to`; undefined where all are missing. */
  extremes(from: number, to: number): Extremes | undefined {
    const values = this.#log.view();
    const end = Math.min(values.length, to);
    let [low, high] = [-1, -1];
    const look = (i: number): void => {
      const value = values[i] ?? Number.NaN;
      if (!Number.isFinite(value)) return;
      if (low < 0 || value < values[low]!) low = i;
      if (high < 0 || value > values[high]!) high = i;
    };
    for (let i = Math.max(0, from); i < end;) {
      const block = i / BLOCK;
      if (Number.isInteger(block) && i + BLOCK <= end && block < this.#blocks) {
        if (this.#lows[block]! >= 0) look(this.#lows[block]!);
        if (this.#highs[block]! >= 0) look(this.#highs[block]!);
        i += BLOCK;
      } else look(i++);
    }
    return low < 0 ? undefined : { low, high };
  }

  /** Sum and count of the finite entries before `end`. */
  #before(end: number): readonly [number, number] {
    const values = this.#log.view();
    const blocks = Math.min(this.#blocks, Math.floor(end / BLOCK));
    let [sum, count] = [blocks > 0 ? this.#sums[blocks - 1]! : 0, blocks > 0 ? this.#counts[blocks - 1]! : 0];
    for (let i = blocks * BLOCK; i < end; i++) {
      const value = values[i]!;
      if (!Number.isFinite(value)) continue;
      sum += value;
      count++;
    }
    return [sum, count];
  }

  #reserve(blocks: number): void {
    if (blocks <= this.#sums.length) return;
    const size = Math.max(blocks, 2 * this.#sums.length);
    const [sums, counts] = [new Float64Array(size), new Float64Array(size)];
    const [lows, highs] = [new Int32Array(size), new Int32Array(size)];
    sums.set(this.#sums);
    counts.set(this.#counts);
    lows.set(this.#lows);
    highs.set(this.#highs);
    [this.#sums, this.#counts, this.#lows, this.#highs] = [sums, counts, lows, highs];
  }
}
