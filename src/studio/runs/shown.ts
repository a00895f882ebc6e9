import type { RunRecord } from '../../library/store/records';
import { columnOf } from './columns';
import { matchesFilter, sortedRuns } from './list-rows';
import type { RunFilter, RunSort } from './list-store';
import { useRunList } from './list-store';
import { useRuns } from './runs-store';

/** Without a selection and without pins the charts show so many of the newest. */
const NEWEST = 6;
/** More lines than that are a carpet. */
const MOST = 50;

/** The runs that pass the filter, in the list's order. */
export function listedRuns(
  runs: readonly RunRecord[],
  filter: RunFilter,
  sort: RunSort,
): readonly RunRecord[] {
  const passed = runs.filter((run) => matchesFilter(run, filter));
  return sortedRuns(passed, sort, columnOf(sort.by));
}

/** The same of the list on screen. */
export function shownRuns(): readonly RunRecord[] {
  const { filter, sort } = useRunList.getState();
  return listedRuns(useRuns.getState().runs, filter, sort);
}

/** What the charts show, and why those. */
export interface Charted {
  readonly by: 'selected' | 'pinned' | 'newest';
  readonly runs: readonly RunRecord[];
  /** Of how many. */
  readonly of: number;
}

/** The selected runs of those that are shown, or else the pinned ones, or else the newest. */
export function chartedRuns(shown: readonly RunRecord[], selected: ReadonlySet<string>): Charted {
  const chosen = shown.filter(({ id }) => selected.has(id));
  if (chosen.length > 0) return { by: 'selected', runs: chosen.slice(0, MOST), of: chosen.length };
  const pinned = shown.filter((run) => run.pinned);
  if (pinned.length > 0) return { by: 'pinned', runs: pinned.slice(0, MOST), of: pinned.length };
  const newest = [...shown].sort((a, b) => b.createdAt - a.createdAt).slice(0, NEWEST);
  return { by: 'newest', runs: newest, of: newest.length };
}
