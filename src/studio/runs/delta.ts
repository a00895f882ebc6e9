import type { RunRecord } from '../../library/store/records';
import { significant, THIN } from '../format/si';
import { runsWords } from '../words/runs';
import type { Column } from './columns';

const UNCHANGED = '±0';

export interface Delta {
  readonly text: string;
  /** Of figures for which more, or less, is better. */
  readonly verdict: 'better' | 'worse' | undefined;
}

/** How a run's figure differs from the baseline's; undefined where one of them is not known. */
export function deltaText(column: Column, run: RunRecord, baseline: RunRecord): Delta | undefined {
  const value = column.value(run);
  const before = column.value(baseline);
  if (typeof value !== 'number' || typeof before !== 'number') return undefined;
  const change = value - before;
  if (change === 0) return { text: UNCHANGED, verdict: undefined };
  if (column.id === 'testAccuracy') {
    // Of percentages the difference is in points.
    const points = `${signed(change, (size) => (100 * size).toFixed(1))}${THIN}${runsWords.points}`;
    return { text: points, verdict: verdictOf(change) };
  }
  if (before === 0) return undefined;
  const percent = `${signed(change / before, (size) => significant(100 * size, 2))}${THIN}%`;
  const isLoss = column.id === 'testLoss' || column.id === 'trainLoss';
  return { text: percent, verdict: isLoss ? verdictOf(-change) : undefined };
}

function signed(value: number, format: (size: number) => string): string {
  return `${value > 0 ? '+' : '−'}${format(Math.abs(value))}`;
}

function verdictOf(change: number): Delta['verdict'] {
  return change === 0 ? undefined : change > 0 ? 'better' : 'worse';
}
