import { describe, expect, it } from 'vitest';
import { ficonnVowels } from '../../experiment/presets';
import type { RunRecord } from '../../library/store/records';
import { NO_FIGURES } from '../../library/store/runs';
import type { StoredSweep } from '../../library/store/sweep-record';
import { toCsv } from '../runs/table-export';
import { withMeasured } from './measure-dies';
import { bestTrial, effectsOf, heatOf, sweepTable } from './results';
import { judgeOf } from '../../library/sweeps/judge';
import { pendingDies, pendingTrials, trialRows, trialsOfSweep } from './trial-rows';

const sweep: StoredSweep = {
  id: 's',
  name: 'Rates, "all"',
  createdAt: 0,
  updatedAt: 0,
  base: ficonnVowels,
  axes: [
    { path: 'training.learningRate', values: [0.01, 0.1] },
    { path: 'seed', values: [1, 2] },
  ],
  plan: { kind: 'grid' },
  work: { kind: 'train' },
  backend: 'wasm',
  state: 'running',
  interrupted: false,
  skipped: [],
};

function run(
  index: number,
  state: RunRecord['state'],
  figures: Partial<RunRecord['figures']> = {},
): RunRecord {
  return {
    id: `r${index}`,
    runId: '',
    name: '',
    experiment: trialsOfSweep(sweep)[index]!.experiment!,
    trial: { sweep: 's', index },
    state,
    interrupted: false,
    page: undefined,
    fault: undefined,
    createdAt: index,
    updatedAt: 0,
    step: state === 'queued' ? 0 : 5,
    totalSteps: 10,
    backend: '',
    source: 'real',
    figures: { ...NO_FIGURES, ...figures },
    edits: [],
    start: 'seed',
    pinned: false,
    colour: 0,
    tags: [],
    note: '',
  };
}

const done = [
  run(0, 'finished', { testAccuracy: 0.9, trainLoss: 0.3, trainAccuracy: 0.9 }),
  run(1, 'finished', { testAccuracy: 0.8, trainLoss: 0.2, trainAccuracy: 0.95 }),
  run(2, 'finished', { testAccuracy: 0.99, trainLoss: 0.5, trainAccuracy: 0.7 }),
];

describe('trials as they stand', () => {
  it('are what their runs say, and nothing finished is pending', () => {
    const runs = [...done.slice(0, 1), run(1, 'paused'), run(2, 'failed')];
    expect(trialRows(sweep, runs).map(({ state }) => state)).toEqual([
      'finished',
      'paused',
      'failed',
      'waiting',
    ]);
    expect(pendingTrials(sweep, runs)).toEqual([1, 3]);
  });

  it('are not pending where they are skipped, deleted or impossible', () => {
    const skipping = { ...sweep, skipped: [0, 1] };
    const rows = trialRows(skipping, [run(0, 'paused')]);
    expect(rows.map(({ state }) => state)).toEqual(['skipped', 'deleted', 'waiting', 'waiting']);
    const small = { ...sweep, axes: [{ path: 'modes', values: [4, 8] }] };
    expect(trialRows(small, []).map(({ state }) => state)).toEqual(['impossible', 'waiting']);
    expect(pendingTrials(small, [])).toEqual([1]);
  });
});

describe('results of a sweep', () => {
  const rows = trialRows(sweep, done);

  it('choose the best by training, not by the test split', () => {
    expect(judgeOf(sweep)).toBe('trainLoss');
    expect(bestTrial(rows, 'trainLoss')?.index).toBe(1);
    expect(judgeOf({ axes: [{ path: 'readout.loss', values: ['mse'] }] })).toBe('trainAccuracy');
    expect(bestTrial(rows, 'trainAccuracy')?.index).toBe(1);
    expect(bestTrial([], 'trainLoss')).toBeUndefined();
  });

  it('average over what else was swept', () => {
    const [slow, fast] = effectsOf(0, sweep.axes[0]!.values, rows);
    expect(slow?.mean).toBeCloseTo(0.85);
    expect(slow?.spread).toBeCloseTo(Math.SQRT1_2 * 0.1);
    expect(fast).toMatchObject({ mean: 0.99, spread: undefined });
    expect(heatOf(sweep, [0, 1], rows)).toEqual([
      [0.9, 0.99],
      [0.8, undefined],
    ]);
  });

  it('leave as a table', () => {
    const csv = toCsv(sweepTable(sweep, rows)).split('\r\n');
    expect(csv[0]).toBe(
      'Trial,Learning rate,Seed,Test acc. (measured),Train loss (measured),Train acc. (measured),State',
    );
    expect(csv[1]).toBe('1,0.01,1,0.9,0.3,0.9,Finished');
    expect(csv[4]).toBe('4,0.1,2,,,,Waiting');
  });
});

describe('dies', () => {
  const work = {
    kind: 'dies' as const,
    dies: 6,
    samples: 100,
    step: 10,
    ideal: undefined,
    accuracy: [],
    fault: undefined,
  };

  it('are measured group after group, and what is measured stays', () => {
    expect(pendingDies(work)).toEqual([0, 1]);
    const result = {
      kind: 'monte-carlo' as const,
      ideal: 1,
      accuracy: Float64Array.of(0.5, 0.6),
      seconds: 1,
    };
    const half = withMeasured(work, 4, result);
    expect(half.accuracy).toEqual([undefined, undefined, undefined, undefined, 0.5, 0.6]);
    expect(pendingDies(half)).toEqual([0]);
    const all = withMeasured(half, 0, { ...result, accuracy: Float64Array.of(0.1, 0.2, 0.3, 0.4) });
    expect(pendingDies(all)).toEqual([]);
    expect(trialRows({ ...sweep, work: all }, []).map(({ accuracy }) => accuracy)).toEqual([
      0.1, 0.2, 0.3, 0.4, 0.5, 0.6,
    ]);
  });
});
