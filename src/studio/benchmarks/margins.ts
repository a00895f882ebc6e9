import type { ResultRow } from '../../bench/page';

/** How far beyond its goal a row is, as a factor; 1 reaches it. */
export interface Margin {
  readonly id: string;
  readonly margin: number;
  /** Downwards and upwards to the quartiles. */
  readonly error: readonly [number, number];
}

/** Beyond this the picture would show nothing else. */
const MOST = 1000;

/** Rows with a goal and a figure; one of nothing at all, such as no violation, is as far beyond as can be shown. */
export function marginsOf(rows: readonly ResultRow[]): readonly Margin[] {
  return rows.flatMap((row) => {
    if (row.goal === null || row.value === null || row.goal.value === 0) return [];
    const of = (value: number): number => marginOf(value, row.goal);
    const margin = of(row.value);
    const [low, high] = (row.quartiles ?? [row.value, row.value]).map(of).toSorted((a, b) => a - b);
    return [
      {
        id: row.id,
        margin,
        error: [margin - Math.min(margin, low ?? margin), Math.max(margin, high ?? margin) - margin],
      },
    ];
  });
}

function marginOf(value: number, goal: ResultRow['goal']): number {
  if (goal === null) return 1;
  const factor = goal.kind === 'at-least' ? value / goal.value : goal.value / value;
  return Math.min(MOST, Math.max(1 / MOST, factor));
}
