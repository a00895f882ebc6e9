import { CATALOGUE } from '../../bench/page';
import type { benchmarksWords } from '../words/benchmarks';

export type GroupId = keyof typeof benchmarksWords.groups;

const PREFIXES: Readonly<Record<string, GroupId>> = {
  model: 'machine',
  machine: 'machine',
  parity: 'parity',
  speed: 'speed',
  train: 'speed',
  accuracy: 'accuracy',
  paper: 'paper',
};

/** Rows by what they are about, in the order of the table; a name of a new kind stands with the speeds. */
export const GROUPS = (['machine', 'parity', 'speed', 'accuracy', 'paper'] as const).map((id) => ({
  id,
  benches: CATALOGUE.filter((bench) => (PREFIXES[bench.id.split('.')[0] ?? ''] ?? 'speed') === id),
}));
