import { create } from 'zustand';
import type { BenchResults } from '../../bench/page';
import { CATALOGUE } from '../../bench/page';
import { useBenchStatus } from './status';

/** Results that are kept: of this device, or opened from a file or link. */
export interface Kept {
  readonly id: string;
  readonly isOwn: boolean;
  readonly results: BenchResults;
}

/** A row that is being measured. */
export interface Current {
  readonly id: string;
  /** From 1. */
  readonly at: number;
  readonly of: number;
  /** Milliseconds since the page was opened. */
  readonly startedAt: number;
}

interface Benchmarks {
  readonly chosen: ReadonlySet<string>;
  readonly current: Current | undefined;
  readonly isRead: boolean;
  /** Newest first. */
  readonly kept: readonly Kept[];
  /** Which of them is shown; the newest without a choice. */
  readonly shown: string | undefined;
  /** Which one it is compared with. */
  readonly against: string | undefined;
  /** Of which row the history is drawn. */
  readonly row: string;
  readonly tab: 'rows' | 'results' | 'gates';
}

const QUICK = CATALOGUE.filter(({ isQuick }) => isQuick === true).map(({ id }) => id);

export const useBenchmarks = create<Benchmarks>()(() => ({
  chosen: new Set(QUICK),
  current: undefined,
  isRead: false,
  kept: [],
  shown: undefined,
  against: undefined,
  row: 'train.samples.n64',
  tab: 'rows',
}));

useBenchmarks.subscribe(({ current, kept }) => {
  const status = { isMeasuring: current !== undefined, hasResults: kept.length > 0 };
  const before = useBenchStatus.getState();
  if (before.isMeasuring !== status.isMeasuring || before.hasResults !== status.hasResults)
    useBenchStatus.setState(status);
});

export function choose(which: 'quick' | 'all' | 'none'): void {
  const ids = { quick: QUICK, all: CATALOGUE.map(({ id }) => id), none: [] };
  useBenchmarks.setState({ chosen: new Set(ids[which]) });
}

export function toggleRow(id: string): void {
  const chosen = new Set(useBenchmarks.getState().chosen);
  if (!chosen.delete(id)) chosen.add(id);
  useBenchmarks.setState({ chosen });
}

export function shownOf({ kept, shown }: Pick<Benchmarks, 'kept' | 'shown'>): Kept | undefined {
  return kept.find(({ id }) => id === shown) ?? kept[0];
}
