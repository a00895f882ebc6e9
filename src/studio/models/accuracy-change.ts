/** How an accuracy has changed, in percentage points. */
export interface AccuracyChange {
  readonly text: string;
  readonly verdict: 'better' | 'worse' | 'same';
}

/** From one accuracy (0 … 1) to another; undefined where either was not measured. */
export function pointsBetween(
  before: number | undefined,
  after: number | undefined,
): AccuracyChange | undefined {
  if (before === undefined || after === undefined) return undefined;
  const points = Math.round(1000 * (after - before)) / 10;
  if (points === 0) return { text: '±0.0', verdict: 'same' };
  const sign = points > 0 ? '+' : '−';
  return { text: `${sign}${Math.abs(points).toFixed(1)}`, verdict: points > 0 ? 'better' : 'worse' };
}
