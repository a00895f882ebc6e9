import type { CurveIndex } from '../../lib/curve-index';

/**
 * Which entries of a long curve to draw: of each bucket its smallest and its largest, in the order they came, so that
 * no spike is lost; all of them where there are few. Buckets are powers of two long and start at the curve's first
 * entry: while a curve grows, what has been drawn stays where it is.
 */
export function decimate(index: CurveIndex, length: number, buckets: number): readonly number[] {
  if (length <= 2 * buckets) return Array.from({ length }, (_, i) => i);
  const size = 2 ** Math.ceil(Math.log2(length / buckets));
  const chosen: number[] = [];
  for (let from = 0; from < length; from += size) {
    const found = index.extremes(from, from + size);
    if (found === undefined) {
      // A gap must not be drawn through.
      chosen.push(from);
      continue;
    }
    const { low, high } = found;
    chosen.push(Math.min(low, high));
    if (low !== high) chosen.push(Math.max(low, high));
  }
  if (chosen.at(-1) !== length - 1) chosen.push(length - 1);
  return chosen;
}

/** Entries that the trend at the end of a curve is the mean of: never more than an eighth of what there is. */
export function trendWindow(length: number, most: number): number {
  return Math.max(1, Math.min(most, Math.ceil(length / 8)));
}
