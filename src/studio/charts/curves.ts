import type { AlignedData } from 'uplot';
import type { CurveIndex } from '../../lib/curve-index';
import type { NumberLog } from '../../lib/number-log';
import type { ReportPoint } from '../state/training-log';
import { decimate, trendWindow } from './decimate';

/** Curves over one axis: columns of equal length, `x` rising; null is a gap, undefined a place another curve has. */
export interface ChartData {
  readonly x: readonly number[];
  readonly ys: readonly (readonly (number | null | undefined)[])[];
}

/** What a chart is drawn from. */
export interface CurveSource {
  readonly log: NumberLog;
  readonly index: CurveIndex;
  /** Steps done at an entry of the log. */
  readonly stepOf: (entry: number) => number;
  /** What the numbers are multiplied with. */
  readonly scale?: number;
}

export interface Reading {
  /** Where a step is drawn; NaN for nowhere. */
  readonly position: (step: number) => number;
  /** About so many points. */
  readonly points: number;
  /** Steps of the trend at most. */
  readonly smoothing: number;
}

/** A curve alone. */
export function readCurve({ log, index, stepOf, scale = 1 }: CurveSource, reading: Reading): ChartData {
  const x: number[] = [];
  const y: (number | null)[] = [];
  for (const entry of decimate(index, log.length, reading.points)) {
    const at = reading.position(stepOf(entry));
    if (!Number.isFinite(at)) continue;
    x.push(at);
    y.push(finite(scale * (log.at(entry) ?? Number.NaN)));
  }
  return { x, ys: [y] };
}

/** Every batch's value and their trend, and where they are wanted the test set's reports. */
export function readTraining(
  { log, index, stepOf }: CurveSource,
  reading: Reading,
  reports?: { readonly points: readonly ReportPoint[]; readonly of: (point: ReportPoint) => number },
): ChartData {
  const rows: Row[] = [];
  const window = trendWindow(log.length, reading.smoothing);
  for (const entry of decimate(index, log.length, reading.points)) {
    const x = reading.position(stepOf(entry));
    if (!Number.isFinite(x)) continue;
    const trend = finite(index.mean(entry - window + 1, entry + 1));
    rows.push({ x, values: [finite(log.at(entry) ?? Number.NaN), trend] });
  }
  for (const point of reports?.points ?? []) {
    const x = reading.position(point.step);
    if (Number.isFinite(x))
      rows.push({ x, values: [undefined, undefined, finite(reports?.of(point) ?? Number.NaN)] });
  }
  rows.sort((a, b) => a.x - b.x);
  const columns = reports === undefined ? 2 : 3;
  return joined(rows, columns);
}

interface Row {
  readonly x: number;
  readonly values: readonly (number | null | undefined)[];
}

/** Rows at the same place become one. */
function joined(rows: readonly Row[], columns: number): ChartData {
  const x: number[] = [];
  const ys: (number | null | undefined)[][] = Array.from({ length: columns }, () => []);
  for (const row of rows) {
    const isNew = x.at(-1) !== row.x;
    if (isNew) x.push(row.x);
    ys.forEach((y, column) => {
      const value = row.values[column];
      if (isNew) y.push(value);
      else if (value !== undefined) y[y.length - 1] = value;
    });
  }
  return { x, ys };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** As uPlot takes it. */
export function toPlot({ x, ys }: ChartData): AlignedData {
  return [x as number[], ...ys.map((y) => y as (number | null | undefined)[])];
}
