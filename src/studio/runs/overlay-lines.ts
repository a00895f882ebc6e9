import type { RunRecord, StoredCurve } from '../../library/store/records';
import { runsWords } from '../words/runs';
import type { Line, Metric, XAxis } from './overlay-data';
import { bandOf, testLine, trainLine } from './overlay-data';
import { seedlessKey } from './settings';

/** A line of the overlay. */
export interface DrawnLine {
  readonly key: string;
  readonly title: string;
  readonly colour: number;
  readonly kind: 'train' | 'test' | 'low' | 'high';
  readonly line: Line;
}

interface Wanted {
  readonly metric: Metric;
  readonly axis: XAxis;
  readonly smoothing: number;
  readonly hasBands: boolean;
  /** What a run is called in the chart. */
  readonly titleOf: (run: RunRecord) => string;
}

export interface RunCurve {
  readonly run: RunRecord;
  readonly curve: StoredCurve;
}

/** All lines of some runs: train and test of each, or means and spreads of those that share all but their seed. */
export function drawnLines(runs: readonly RunCurve[], wanted: Wanted): readonly DrawnLine[] {
  const groups = wanted.hasBands ? seedGroups(runs) : runs.map((run) => [run]);
  return groups.flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { metric, axis, smoothing, titleOf } = wanted;
    const train = group.map(({ curve }) => trainLine(curve, metric, axis, smoothing));
    const test = group.map(({ curve }) => testLine(curve, metric, axis));
    const base = {
      title:
        group.length > 1 ? `${titleOf(first.run)} · ${runsWords.seeds(group.length)}` : titleOf(first.run),
      colour: first.run.colour,
    };
    const line = (kind: DrawnLine['kind'], drawn: Line): DrawnLine => ({
      ...base,
      key: `${first.run.id}:${kind}`,
      kind,
      line: drawn,
    });
    const lines =
      group.length === 1
        ? [line('train', train[0]!), line('test', test[0]!)]
        : withBand(train, test).map(({ kind, drawn }) => line(kind, drawn));
    return lines.filter((each) => each.line.x.length > 0);
  });
}

function withBand(train: readonly Line[], test: readonly Line[]) {
  const { mean, low, high } = bandOf(train);
  return [
    { kind: 'low', drawn: low },
    { kind: 'high', drawn: high },
    { kind: 'train', drawn: mean },
    { kind: 'test', drawn: bandOf(test).mean },
  ] as const;
}

function seedGroups(runs: readonly RunCurve[]): readonly (readonly RunCurve[])[] {
  const groups = new Map<string, RunCurve[]>();
  for (const run of runs) {
    const key = seedlessKey(run.run.experiment);
    groups.set(key, [...(groups.get(key) ?? []), run]);
  }
  return [...groups.values()];
}
