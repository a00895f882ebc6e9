/**
 * Thins a long curve to about `buckets` points for drawing: of each bucket its smallest and its largest
 * value, in the order they came, so that no spike is lost.
 */
export function decimate(
  values: Float32Array,
  firstStep: number,
  buckets: number,
): { readonly x: number[]; readonly y: (number | null)[] } {
  const x: number[] = [];
  const y: (number | null)[] = [];
  const push = (index: number): void => {
    const value = values[index] ?? Number.NaN;
    // The entry of step s is the loss before that update, drawn at s + 1 steps done.
    x.push(firstStep + index + 1);
    y.push(Number.isFinite(value) ? value : null);
  };
  if (values.length <= 2 * buckets) {
    for (let i = 0; i < values.length; i++) push(i);
    return { x, y };
  }
  const size = values.length / buckets;
  for (let bucket = 0; bucket < buckets; bucket++) {
    const from = Math.floor(bucket * size);
    const to = Math.min(values.length, Math.floor((bucket + 1) * size));
    let low = from;
    let high = from;
    for (let i = from; i < to; i++) {
      if ((values[i] ?? 0) < (values[low] ?? 0)) low = i;
      if ((values[i] ?? 0) > (values[high] ?? 0)) high = i;
    }
    push(Math.min(low, high));
    if (low !== high) push(Math.max(low, high));
  }
  return { x, y };
}

/**
 * Running mean over `window` entries, for the trend line drawn over noisy batches. Missing entries are
 * skipped.
 */
export function smooth(values: Float32Array, window: number): Float32Array {
  const out = new Float32Array(values.length);
  let sum = 0;
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    const entering = values[i] ?? Number.NaN;
    if (Number.isFinite(entering)) {
      sum += entering;
      count++;
    }
    const leaving = values[i - window] ?? Number.NaN;
    if (i >= window && Number.isFinite(leaving)) {
      sum -= leaving;
      count--;
    }
    out[i] = count > 0 ? sum / count : Number.NaN;
  }
  return out;
}
