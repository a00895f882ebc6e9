import type { NumberLog } from '../../lib/number-log';
import type { ReportPoint } from '../state/training-log';
import { trainingLog } from '../state/training-log';
import { decimate, smooth } from './decimate';
import type { ChartData } from './live-chart';

/** Batches the trend line averages over: enough to calm it, few enough to follow. */
function trendWindow(length: number): number {
  return Math.min(50, Math.max(1, Math.round(length / 40)));
}

/** Batch values, their trend, and optionally the test set's reports, on one x axis. */
export function readCurves(
  log: NumberLog,
  points: number,
  report?: (point: ReportPoint) => number,
): ChartData {
  const values = log.view();
  const raw = decimate(values, trainingLog.firstStep, points);
  const trend = smooth(values, trendWindow(values.length));
  const trendAt = (step: number): number | null => {
    const value = trend[step - trainingLog.firstStep - 1];
    return value === undefined || !Number.isFinite(value) ? null : value;
  };
  if (report === undefined) return { x: raw.x, ys: [raw.y, raw.x.map(trendAt)] };
  const merged = new Map<number, { raw: number | null; test: number | null }>();
  raw.x.forEach((step, i) => merged.set(step, { raw: raw.y[i] ?? null, test: null }));
  for (const point of trainingLog.reports) {
    const entry = merged.get(point.step);
    if (entry) entry.test = report(point);
    else
      merged.set(point.step, {
        raw: trainingLog.loss.length > 0 ? (log.at(point.step - trainingLog.firstStep - 1) ?? null) : null,
        test: report(point),
      });
  }
  const x = [...merged.keys()].sort((a, b) => a - b);
  return {
    x,
    ys: [
      x.map((step) => merged.get(step)?.raw ?? null),
      x.map(trendAt),
      x.map((step) => merged.get(step)?.test ?? null),
    ],
  };
}
