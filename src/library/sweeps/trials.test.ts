import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ficonnVowels } from '../../experiment/presets';
import { MOST_TRIALS, gridSize, trialCount, trialsOf } from './trials';

const base = ficonnVowels;
const axes = [
  { path: 'training.learningRate', values: [0.01, 0.03] },
  { path: 'seed', values: [1, 2, 3] },
];

describe('trials of a grid', () => {
  it('are every combination, the last setting the fastest', () => {
    const trials = trialsOf({ base, axes, plan: { kind: 'grid' } });
    expect(trials.map(({ values }) => values)).toEqual([
      [0.01, 1],
      [0.01, 2],
      [0.01, 3],
      [0.03, 1],
      [0.03, 2],
      [0.03, 3],
    ]);
    expect(trials[4]?.experiment).toEqual({
      ...base,
      seed: 2,
      training: { ...base.training, learningRate: 0.03 },
    });
  });

  it('list what is not possible with its reason', () => {
    const trials = trialsOf({ base, axes: [{ path: 'modes', values: [4, 8] }], plan: { kind: 'grid' } });
    expect(trials[0]).toMatchObject({
      experiment: undefined,
      fault: { code: 'experiment/too-many-columns' },
    });
    expect(trials[1]?.experiment?.modes).toBe(8);
  });

  it('need combinations to be possible only as a whole', () => {
    const clash = [
      { path: 'modes', values: [4] },
      { path: 'task.classes', values: [] },
    ];
    expect(trialsOf({ base, axes: clash, plan: { kind: 'grid' } })).toEqual([]);
  });
});

describe('trials of a random search', () => {
  const anyAxes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }).map((sizes) =>
    sizes.map((size, axis) => ({
      path: ['seed', 'training.learningRate', 'training.batchSize', 'hardware.die'][axis]!,
      values: Array.from({ length: size }, (_, index) => index + 1),
    })),
  );

  it('are different combinations, as many as asked for, and the same ones every time', () => {
    fc.assert(
      fc.property(anyAxes, fc.integer({ min: 1, max: 40 }), fc.nat(), (some, trials, seed) => {
        const sweep = { base, axes: some, plan: { kind: 'random', trials, seed } as const };
        const all = trialsOf(sweep);
        expect(all).toHaveLength(Math.min(trials, gridSize(some)));
        expect(trialCount(sweep)).toBe(all.length);
        expect(new Set(all.map(({ values }) => JSON.stringify(values))).size).toBe(all.length);
        expect(trialsOf(sweep)).toEqual(all);
        for (const { values } of all)
          values.forEach((value, axis) => expect(some[axis]?.values).toContain(value));
      }),
      { numRuns: 60 },
    );
  });

  it('work on grids that nobody could list', () => {
    const huge = Array.from({ length: 4 }, (_, axis) => ({
      path: ['seed', 'hardware.die', 'training.batchSize', 'training.epochs'][axis]!,
      values: Array.from({ length: 200 }, (_, index) => index + 1),
    }));
    expect(trialsOf({ base, axes: huge, plan: { kind: 'random', trials: 50, seed: 3 } })).toHaveLength(50);
    expect(trialsOf({ base, axes: huge.slice(0, 2), plan: { kind: 'grid' } })).toHaveLength(MOST_TRIALS);
  });
});
