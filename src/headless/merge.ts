import type { SweepAxis } from '../library/store/sweep-record';
import type { Judge } from '../library/sweeps/judge';
import { judgeOf } from '../library/sweeps/judge';
import type { Origin } from './machine';
import { headlessError } from './headless-fault';
import type { SweepFile, SweepHeader, TrialRecord } from './sweep-records';

/** A whole sweep, put together from its shards. */
export interface MergedSweep {
  readonly format: 'photonic-sweep-merged';
  readonly version: 1;
  readonly sweep: string;
  readonly name: string;
  readonly base: SweepHeader['base'];
  readonly axes: readonly SweepAxis[];
  readonly plan: SweepHeader['plan'];
  readonly backend: string;
  /** Process start to first trial, seconds: the median of the shards. */
  readonly startSeconds: number;
  readonly shards: readonly { readonly file: string; readonly shard: string; readonly origin: Origin }[];
  /** What the ranking goes by: never the test split, which would no longer be one. */
  readonly judge: Judge;
  /** Best first; trials without figures come last, and say why. */
  readonly ranking: readonly (TrialRecord & { readonly rank: number | null })[];
}

/** How many names a fault lists. */
const NAMED = 8;

/**
 * Merges the shards of one sweep.
 * @throws PhotonicError `headless/other-sweep`, `headless/overlap`, `headless/missing-trials`, each with what it found
 */
export function mergeSweep(files: readonly SweepFile[]): MergedSweep {
  const [first, ...others] = files;
  if (first === undefined)
    throw headlessError('no-results', 'There is nothing to merge.', 'Name the files of all shards.');
  const { header } = first;
  for (const other of others) refuseOther(first, other);
  const trials = collected(files);
  const missing = Array.from({ length: header.trials }, (_, k) => k).filter((k) => !trials.has(k));
  if (missing.length > 0)
    throw headlessError(
      'missing-trials',
      `${missing.length} of ${header.trials} trials are missing: ${listed(missing)}.`,
      'Add the files of the other shards, or run the same command again for those that were stopped: it goes on where it was.',
    );
  const { sweep, name, base, axes, plan, backend } = header;
  const judge = judgeOf({ axes });
  return {
    format: 'photonic-sweep-merged',
    version: 1,
    sweep,
    name,
    base,
    axes,
    plan,
    backend,
    startSeconds: median(files.map((file) => file.header.startSeconds)),
    shards: files.map(({ file, header: { shard, origin } }) => ({ file, shard, origin })),
    judge,
    ranking: ranked(
      [...trials.values()].map(({ record }) => record),
      judge,
    ),
  };
}

function refuseOther(first: SweepFile, other: SweepFile): void {
  if (other.header.sweep === first.header.sweep) return;
  const differing = (['base', 'axes', 'plan', 'backend'] as const).filter(
    (part) => JSON.stringify(first.header[part]) !== JSON.stringify(other.header[part]),
  );
  const words = { base: 'the experiment', axes: 'the settings', plan: 'the search', backend: 'the backend' };
  throw headlessError(
    'other-sweep',
    `${other.file} (“${other.header.name}”) is of another sweep than ${first.file} (“${first.header.name}”): they differ in ${differing.map((part) => words[part]).join(', ') || 'their name'}.`,
    'Merge only results of the same command with different shards.',
    { where: other.file },
  );
}

interface Found {
  readonly record: TrialRecord;
  readonly file: string;
}

function collected(files: readonly SweepFile[]): ReadonlyMap<number, Found> {
  const found = new Map<number, Found>();
  const twice: string[] = [];
  for (const { file, trials } of files)
    for (const record of trials) {
      const before = found.get(record.trial);
      if (before === undefined) found.set(record.trial, { record, file });
      else twice.push(`${record.trial} (${before.file} and ${file})`);
    }
  if (twice.length > 0)
    throw headlessError(
      'overlap',
      `${twice.length === 1 ? 'A trial is' : `${twice.length} trials are`} there twice: ${listed(twice)}.`,
      'Give each shard once; a trial must not be counted twice.',
    );
  return found;
}

function ranked(trials: readonly TrialRecord[], judge: Judge): MergedSweep['ranking'] {
  const sign = judge === 'trainLoss' ? 1 : -1;
  const valueOf = (record: TrialRecord): number => {
    const value = record[judge];
    return value === null ? Infinity : sign * value;
  };
  return [...trials]
    .sort((a, b) => {
      const [left, right] = [valueOf(a), valueOf(b)];
      return left === right ? a.trial - b.trial : left - right;
    })
    .map((record, place) => ({ rank: record[judge] === null ? null : place + 1, ...record }));
}

function listed(items: readonly (number | string)[]): string {
  const more = items.length - NAMED;
  return items.slice(0, NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [high = 0, low = high] = [sorted[middle], sorted[middle - 1]];
  return sorted.length % 2 === 1 ? high : (high + low) / 2;
}
