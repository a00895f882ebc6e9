import { parseResults } from '../../bench/page';
import { readKept, writeKept } from '../../library/store/kept';
import { notify } from '../state/notify';
import { benchmarksWords as words } from '../words/benchmarks';
import type { Kept } from './store';
import { useBenchmarks } from './store';

const NAME = 'photonic-benchmarks';
/** Results that are kept; the oldest go first. */
const MOST = 50;

/** As they lie in the database: checked as a file would be, since an older or newer studio may have written them. */
interface Stored {
  readonly id: string;
  readonly isOwn: boolean;
  readonly json: string;
}

let reading: Promise<void> | undefined;

/** Reads what this browser kept, once; whatever comes before that stays. */
export function readHistory(): Promise<void> {
  reading ??= read();
  return reading;
}

async function read(): Promise<void> {
  const found = await readStored().catch((thrown: unknown) => {
    console.warn('The benchmark results could not be read', thrown);
    return [];
  });
  useBenchmarks.setState(({ kept }) => ({ isRead: true, kept: merged(kept, found) }));
}

async function readStored(): Promise<readonly Kept[]> {
  const stored = await readKept(NAME);
  if (!Array.isArray(stored)) return [];
  return (stored as readonly Stored[]).flatMap(({ id, isOwn, json }) => {
    const parsed = parseResults(json);
    return parsed.ok ? [{ id, isOwn, results: parsed.value }] : [];
  });
}

function merged(first: readonly Kept[], second: readonly Kept[]): readonly Kept[] {
  const known = new Set(first.map(({ id }) => id));
  return [...first, ...second.filter(({ id }) => !known.has(id))]
    .toSorted((a, b) => b.results.date.localeCompare(a.results.date))
    .slice(0, MOST);
}

/** Adds results, or replaces those of the same name; kept in the browser where it allows that. */
export async function keepResults(entry: Kept): Promise<void> {
  await readHistory();
  useBenchmarks.setState(({ kept }) => ({
    kept: merged(
      [entry],
      kept.filter(({ id }) => id !== entry.id),
    ),
  }));
  await write();
}

export async function removeResults(id: string): Promise<void> {
  useBenchmarks.setState(({ kept, shown, against }) => ({
    kept: kept.filter((each) => each.id !== id),
    shown: shown === id ? undefined : shown,
    against: against === id ? undefined : against,
  }));
  await write();
}

async function write(): Promise<void> {
  const stored = useBenchmarks
    .getState()
    .kept.map(({ id, isOwn, results }): Stored => ({ id, isOwn, json: JSON.stringify(results) }));
  try {
    await writeKept(NAME, stored);
  } catch (thrown) {
    console.warn('The benchmark results could not be kept', thrown);
    notify('warning', words.notKept);
  }
}
