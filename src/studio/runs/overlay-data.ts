import type { StoredCurve } from '../../library/store/records';

export type Metric = 'loss' | 'accuracy' | 'gradientNorm';
export type XAxis = 'step' | 'passes' | 'seconds';

/** Points of one line, rising in x; y is finite. */
export interface Line {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** What training measured of one metric, smoothed. @param smoothing 0 (none) … 1 (all is the mean) */
export function trainLine(curve: StoredCurve, metric: Metric, axis: XAxis, smoothing: number): Line {
  const x: number[] = [];
  const y: number[] = [];
  const positions = curve[axis];
  curve[metric].forEach((value, index) => {
    const at = positions[index] ?? Number.NaN;
    if (!Number.isFinite(value) || !Number.isFinite(at)) return;
    x.push(at);
    y.push(value);
  });
  return { x, y: smoothed(y, smoothing) };
}

/** Test reports on the way; there is none of a gradient. */
export function testLine(curve: StoredCurve, metric: Metric, axis: XAxis): Line {
  const x: number[] = [];
  const y: number[] = [];
  if (metric === 'gradientNorm') return { x, y };
  for (const report of curve.reports) {
    const at =
      axis === 'step' ? report.step : valueAt({ x: [...curve.step], y: [...curve[axis]] }, report.step);
    if (at === undefined || !Number.isFinite(at) || !Number.isFinite(report[metric])) continue;
    x.push(at);
    y.push(report[metric]);
  }
  return { x, y };
}

/**
 * Exponential mean whose weights always add up to one, so that the beginning is not drawn towards zero. A weight of
 * 0.9 looks back over about ten points.
 */
export function smoothed(values: readonly number[], weight: number): readonly number[] {
  if (weight <= 0) return values;
  let mean = 0;
  let total = 0;
  return values.map((value) => {
    mean = weight * mean + (1 - weight) * value;
    total = weight * total + (1 - weight);
    return mean / total;
  });
}

/** Linear between the points of a line; undefined outside of it. */
export function valueAt({ x, y }: Line, at: number): number | undefined {
  let low = 0;
  let high = x.length - 1;
  if (high < 0 || at < x[0]! || at > x[high]!) return undefined;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (x[middle]! <= at) low = middle;
    else high = middle;
  }
  const span = x[high]! - x[low]!;
  const share = span === 0 ? 0 : (at - x[low]!) / span;
  return y[low]! + share * (y[high]! - y[low]!);
}

/** Lines with one x axis, as the chart takes them; null where a line has no point. */
export interface Aligned {
  readonly x: readonly number[];
  readonly ys: readonly (readonly (number | null)[])[];
}

/** More places than that are not to be told apart on any screen. */
const MAX_PLACES = 3000;

/**
 * Puts lines on one axis: at every x that occurs, or, where those are too many, at the middles of as many stretches,
 * with the mean of each line's points inside.
 */
export function aligned(lines: readonly Line[], isLog: boolean, places = MAX_PLACES): Aligned {
  const usable = (at: number): boolean => !isLog || at > 0;
  const all = new Set<number>();
  for (const line of lines) for (const at of line.x) if (usable(at)) all.add(at);
  const x = [...all].sort((a, b) => a - b);
  if (x.length <= places) {
    const place = new Map(x.map((at, index) => [at, index]));
    const ys = lines.map((line) => {
      const y = Array.from<number | null>({ length: x.length }).fill(null);
      line.x.forEach((at, index) => {
        const found = place.get(at);
        if (found !== undefined) y[found] = line.y[index] ?? null;
      });
      return y;
    });
    return { x, ys };
  }
  return binned(lines, x[0]!, x.at(-1), isLog, places);
}

function binned(lines: readonly Line[], low: number, high: number, isLog: boolean, places: number): Aligned {
  const to = isLog ? Math.log : (value: number): number => value;
  const back = isLog ? Math.exp : (value: number): number => value;
  const width = (to(high) - to(low)) / places;
  const x = Array.from({ length: places }, (_, index) => back(to(low) + (index + 0.5) * width));
  const ys = lines.map((line) => {
    const sums = new Float64Array(places);
    const counts = new Uint32Array(places);
    line.x.forEach((at, index) => {
      if (isLog && at <= 0) return;
      const bin = Math.min(places - 1, Math.floor((to(at) - to(low)) / width));
      sums[bin]! += line.y[index]!;
      counts[bin]! += 1;
    });
    return Array.from(sums, (sum, index) => (counts[index]! > 0 ? sum / counts[index]! : null));
  });
  return { x, ys };
}

/** Places a band is drawn at. */
const BAND_PLACES = 400;

/** Mean of lines, and how far they spread (standard deviation of the sample), where all of them are known. */
export function bandOf(lines: readonly Line[]): {
  readonly mean: Line;
  readonly low: Line;
  readonly high: Line;
} {
  const known = lines.filter(({ x }) => x.length > 0);
  const low = Math.max(...known.map(({ x }) => x[0]!));
  const high = Math.min(...known.map(({ x }) => x.at(-1)!));
  const x: number[] = [];
  const means: number[] = [];
  const spreads: number[] = [];
  const places =
    known.length === 0 || high < low
      ? 0
      : Math.min(BAND_PLACES, Math.max(...known.map((line) => line.x.length)));
  for (let i = 0; i < places; i++) {
    const at = places === 1 ? high : low + ((high - low) * i) / (places - 1);
    const values = known.flatMap((line) => valueAt(line, at) ?? []);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    x.push(at);
    means.push(mean);
    spreads.push(values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1)));
  }
  const beside = (sign: number): Line => ({ x, y: means.map((mean, i) => mean + sign * spreads[i]!) });
  return { mean: { x, y: means }, low: beside(-1), high: beside(1) };
}
