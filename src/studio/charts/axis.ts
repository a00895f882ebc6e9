import { formatClock, formatSi } from '../format/si';
import type { ChartAxis } from '../state/chart-view';
import type { RunProgress } from '../state/run-progress';

/** Where steps lie on the axis that curves are drawn over. */
export interface Axis {
  readonly kind: ChartAxis;
  /** NaN where it is not known. */
  readonly position: (step: number) => number;
  /** A position in few characters, for a tick. */
  readonly tick: (position: number) => string;
  /** A position with its unit. */
  readonly format: (position: number) => string;
  /** Where an empty axis ends. */
  readonly least: number;
}

/** Steps an empty chart shows. */
const FIRST_STEPS = 20;

export function axisOf(kind: ChartAxis, progress: RunProgress, stepsPerEpoch: number): Axis {
  switch (kind) {
    case 'step':
      return { kind, position: (step) => step, tick: count, format: whole, least: FIRST_STEPS };
    case 'epoch':
      return {
        kind,
        position: (step) => step / stepsPerEpoch,
        tick: (epoch) => String(Number(epoch.toPrecision(4))),
        format: (epoch) => epoch.toFixed(2),
        least: 1,
      };
    case 'passes':
      return {
        kind,
        position: (step) => (step === 0 ? 0 : progress.passesAt(step)),
        tick: (passes) => formatSi(passes, '', 2),
        format: (passes) => formatSi(passes, ''),
        least: FIRST_STEPS,
      };
    case 'time':
      return {
        kind,
        position: (step) => progress.secondsAt(step),
        tick: (seconds) => (seconds < 60 ? `${Number(seconds.toPrecision(2))} s` : formatClock(seconds)),
        format: (seconds) => (seconds < 60 ? formatSi(seconds, 's') : formatClock(seconds)),
        least: 1,
      };
  }
}

function count(value: number): string {
  if (!Number.isInteger(value)) return '';
  if (value >= 1e6) return `${value / 1e6}M`;
  return value >= 10_000 ? `${value / 1000}k` : String(value);
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en-GB');
}
