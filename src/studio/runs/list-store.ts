import { create } from 'zustand';

export type GroupBy = 'none' | 'sweep' | 'seed' | 'dataset';
export type RunsView = 'curves' | 'scatter';
export type RunsTab = 'list' | 'charts' | 'details';

export interface RunFilter {
  readonly text: string;
  /** `all` leaves the column alone; so everywhere below. */
  readonly state: string;
  readonly dataset: string;
  readonly tag: string;
  readonly sweep: string;
}

export interface RunSort {
  /** Id of a column. */
  readonly by: string;
  readonly isFalling: boolean;
}

/** How the runs are looked at right now; forgotten with the page. */
interface RunList {
  readonly filter: RunFilter;
  readonly sort: RunSort;
  readonly groupBy: GroupBy;
  /** Groups that are folded up. */
  readonly folded: ReadonlySet<string>;
  readonly selected: ReadonlySet<string>;
  /** Where the keyboard is: the run whose details are shown. */
  readonly at: string | undefined;
  /** The other end of a range that Shift selects. */
  readonly anchor: string | undefined;
  /** The run that the others are compared with. */
  readonly baseline: string | undefined;
  readonly view: RunsView;
  readonly tab: RunsTab;
  readonly isExporting: boolean;
  /** The run whose name is being typed. */
  readonly renaming: string | undefined;
}

export const NO_FILTER: RunFilter = { text: '', state: 'all', dataset: 'all', tag: 'all', sweep: 'all' };

export const useRunList = create<RunList>()(() => ({
  filter: NO_FILTER,
  sort: { by: 'created', isFalling: true },
  groupBy: 'none',
  folded: new Set<string>(),
  selected: new Set<string>(),
  at: undefined,
  anchor: undefined,
  baseline: undefined,
  view: 'curves',
  tab: 'list',
  isExporting: false,
  renaming: undefined,
}));

export function filterRuns(change: Partial<RunFilter>): void {
  useRunList.setState(({ filter }) => ({ filter: { ...filter, ...change } }));
}

/** By another column, its best end first; by the same one the other way round. */
export function sortRuns(by: string, isFallingFirst: boolean): void {
  useRunList.setState(({ sort }) => ({
    sort: { by, isFalling: sort.by === by ? !sort.isFalling : isFallingFirst },
  }));
}

export function foldGroup(key: string): void {
  useRunList.setState(({ folded }) => {
    const next = new Set(folded);
    if (!next.delete(key)) next.add(key);
    return { folded: next };
  });
}

/** Goes to a run without selecting it. */
export function goToRun(id: string): void {
  useRunList.setState({ at: id, anchor: id });
}

/** In or out of the selection, which is what the charts show. */
export function toggleSelected(id: string): void {
  useRunList.setState(({ selected }) => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    return { selected: next, at: id, anchor: id };
  });
}

/** Selects everything between the anchor and `id`, in the order of the list. */
export function selectTo(id: string, order: readonly string[]): void {
  useRunList.setState(({ selected, anchor }) => {
    const from = order.indexOf(anchor ?? id);
    const to = order.indexOf(id);
    if (from < 0 || to < 0) return { selected: new Set([...selected, id]), at: id };
    const range = order.slice(Math.min(from, to), Math.max(from, to) + 1);
    return { selected: new Set([...selected, ...range]), at: id };
  });
}

export function selectRuns(ids: readonly string[]): void {
  useRunList.setState({ selected: new Set(ids) });
}
