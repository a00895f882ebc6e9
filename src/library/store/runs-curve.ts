import type { StoredCurve } from './records';

/** Points kept of a curve: more than a chart has pixels to show. */
export const CURVE_POINTS = 2000;

/** Of each bucket the smallest and the largest value of three columns. */
const KEPT_PER_BUCKET = 6;

/** What training measured: entry i belongs to the update after which `firstStep + i + 1` steps are done. */
export interface MeasuredCurve {
  readonly firstStep: number;
  readonly loss: Float32Array;
  readonly accuracy: Float32Array;
  readonly gradientNorm: Float32Array;
  readonly reports: StoredCurve['reports'];
  /** What had been spent by which step, in rising order; in between it is interpolated. */
  readonly marks: readonly CurveMark[];
}

export interface CurveMark {
  readonly step: number;
  /** Chip passes since step 0; NaN where not known. */
  readonly passes: number;
  /** Seconds of computing since step 0. */
  readonly seconds: number;
}

/**
 * A curve of at most `limit` points (and as many reports) to keep: first and last point stay, and of each stretch its
 * smallest and largest loss, accuracy and gradient norm, so that no spike is lost.
 */
export function thinCurve(id: string, measured: MeasuredCurve, limit = CURVE_POINTS): StoredCurve {
  const kept = keptIndices([measured.loss, measured.accuracy, measured.gradientNorm], limit);
  const step = Float64Array.from(kept, (index) => measured.firstStep + index + 1);
  const pick = (values: Float32Array): Float32Array =>
    Float32Array.from(kept, (index) => values[index] ?? Number.NaN);
  return {
    id,
    step,
    loss: pick(measured.loss),
    accuracy: pick(measured.accuracy),
    gradientNorm: pick(measured.gradientNorm),
    passes: interpolated(measured.marks, step, 'passes'),
    seconds: interpolated(measured.marks, step, 'seconds'),
    reports: thinReports(measured.reports, limit),
  };
}

/** Indices that stay, rising. */
function keptIndices(columns: readonly Float32Array[], limit: number): readonly number[] {
  const length = columns[0]?.length ?? 0;
  if (length <= limit) return Array.from({ length }, (_, index) => index);
  const buckets = Math.max(1, Math.floor((limit - 2) / KEPT_PER_BUCKET));
  const kept = new Set<number>([0]);
  for (let bucket = 0; bucket < buckets; bucket++) {
    const from = Math.floor((bucket * length) / buckets);
    const to = Math.floor(((bucket + 1) * length) / buckets);
    const found = columns.flatMap((values) => extremes(values, from, to));
    for (const index of found.sort((a, b) => a - b)) kept.add(index);
  }
  kept.add(length - 1);
  // Sets keep the order of insertion, which is rising but for the last one.
  return [...kept];
}

/** Where the smallest and the largest finite value stand, if there is one. */
function extremes(values: Float32Array, from: number, to: number): readonly number[] {
  let low = -1;
  let high = -1;
  for (let i = from; i < to; i++) {
    const value = values[i]!;
    if (!Number.isFinite(value)) continue;
    if (low < 0 || value < values[low]!) low = i;
    if (high < 0 || value > values[high]!) high = i;
  }
  return low < 0 ? [] : [low, high];
}

/** Every nth report, and with them the best and the last one. */
function thinReports(reports: StoredCurve['reports'], limit: number): StoredCurve['reports'] {
  if (reports.length <= limit) return reports;
  const stride = Math.ceil(reports.length / (limit - 2));
  const best = reports.reduce((a, b) => (b.accuracy > a.accuracy ? b : a));
  return reports.filter(
    (report, index) => index % stride === 0 || report === best || index === reports.length - 1,
  );
}

/** Linear between marks, from zero at step 0 to the first; not known after the last. */
function interpolated(
  marks: readonly CurveMark[],
  steps: Float64Array,
  column: 'passes' | 'seconds',
): Float64Array {
  const known = [{ step: 0, passes: 0, seconds: 0 }, ...marks];
  let at = 0;
  return steps.map((step) => {
    while (at + 1 < known.length && known[at + 1]!.step < step) at++;
    const before = known[at]!;
    const after = known[at + 1];
    if (after === undefined || after.step <= before.step)
      return step === before.step ? before[column] : Number.NaN;
    const share = (step - before.step) / (after.step - before.step);
    return before[column] + share * (after[column] - before[column]);
  });
}
