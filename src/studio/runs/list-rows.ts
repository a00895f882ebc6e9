import type { RunRecord } from '../../library/store/records';
import type { Column } from './columns';
import type { GroupBy, RunFilter, RunSort } from './list-store';
import { runTitle } from './runs-store';
import { seedlessKey } from './settings';

/** A line of the list: a run, or the head of a group of runs. */
export type ListRow =
  | { readonly kind: 'run'; readonly run: RunRecord }
  | {
      readonly kind: 'group';
      readonly key: string;
      readonly runs: readonly RunRecord[];
      readonly isFolded: boolean;
    };

export function matchesFilter(run: RunRecord, filter: RunFilter): boolean {
  const { dataset } = run.experiment.task;
  return (
    (filter.state === 'all' || filter.state === run.state) &&
    (filter.dataset === 'all' || filter.dataset === dataset) &&
    (filter.tag === 'all' || run.tags.includes(filter.tag)) &&
    (filter.sweep === 'all' || filter.sweep === run.trial?.sweep) &&
    hasWords(run, filter.text)
  );
}

/** Every word typed is found in the run's name, tags, note, data set, state or backend. */
function hasWords(run: RunRecord, text: string): boolean {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const { task } = run.experiment;
  const all = [runTitle(run), ...run.tags, run.note, task.dataset, task.source, run.state, run.backend];
  const haystack = all.join('\n').toLowerCase();
  return words.every((word) => haystack.includes(word));
}

/** Pinned runs first, then by the column; what has no value stands last either way. */
export function sortedRuns(
  runs: readonly RunRecord[],
  sort: RunSort,
  column: Column | undefined,
): readonly RunRecord[] {
  const values = new Map(runs.map((run) => [run.id, column?.value(run)]));
  const sign = sort.isFalling ? -1 : 1;
  return [...runs].sort((a, b) => {
    if (a.pinned !== b.pinned) return a.pinned ? -1 : 1;
    const x = values.get(a.id);
    const y = values.get(b.id);
    if (x === undefined || y === undefined) {
      if (x !== y) return x === undefined ? 1 : -1;
    } else {
      const order = compareValues(x, y);
      if (order !== 0) return sign * order;
    }
    return b.createdAt - a.createdAt;
  });
}

function compareValues(x: string | number | boolean, y: string | number | boolean): number {
  if (typeof x === 'number' && typeof y === 'number') return x - y;
  return String(x).localeCompare(String(y), 'en', { numeric: true });
}

/** The runs with heads of groups between them; groups stand where their first run would. */
export function groupedRows(
  runs: readonly RunRecord[],
  groupBy: GroupBy,
  folded: ReadonlySet<string>,
): readonly ListRow[] {
  if (groupBy === 'none') return runs.map((run) => ({ kind: 'run', run }));
  const groups = new Map<string, RunRecord[]>();
  for (const run of runs) {
    const key = groupKey(run, groupBy);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [run]);
    else group.push(run);
  }
  return [...groups].flatMap(([key, members]): ListRow[] => {
    const isFolded = folded.has(key);
    const head: ListRow = { kind: 'group', key, runs: members, isFolded };
    return isFolded ? [head] : [head, ...members.map((run): ListRow => ({ kind: 'run', run }))];
  });
}

function groupKey(run: RunRecord, groupBy: GroupBy): string {
  switch (groupBy) {
    case 'sweep':
      return run.trial?.sweep ?? '';
    case 'seed':
      return seedlessKey(run.experiment);
    default:
      return run.experiment.task.dataset;
  }
}

/** Mean and standard deviation (of the sample) of what is known; spread is undefined for fewer than two. */
export function meanAndSpread(
  values: readonly (number | undefined)[],
): { readonly mean: number; readonly spread: number | undefined; readonly count: number } | undefined {
  const known = values.filter((value) => value !== undefined);
  if (known.length === 0) return undefined;
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  if (known.length < 2) return { mean, spread: undefined, count: 1 };
  const squares = known.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, spread: Math.sqrt(squares / (known.length - 1)), count: known.length };
}
