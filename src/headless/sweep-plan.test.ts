import { describe, expect, it } from 'vitest';
import { ficonnVowels } from '../experiment/presets';
import { readAxis, sweepId, sweepOf } from './sweep-plan';

const valuesOf = (text: string): readonly unknown[] => readAxis(text, ficonnVowels).values;

describe('values of a setting', () => {
  it.each([
    ['training.learningRate=0.01, 3e-2', [0.01, 0.03]],
    ['seed=1..4', [1, 2, 3, 4]],
    ['hardware.phaseError=0..0.1/3', [0, 0.05, 0.1]],
    ['training.learningRate=log 0.001..1/4', [0.001, 0.01, 0.1, 1]],
    ['layers.*.mesh=rectangular,diamond', ['rectangular', 'diamond']],
    ['hardware.quantisation.bits=4,6,8', [4, 6, 8]],
    ['seed=3,3', [3]],
  ])('%s', (text, values) => {
    expect(valuesOf(text)).toEqual(values);
  });

  it.each([
    ['seed', 'is no setting'],
    ['name=a', 'is no setting'],
    ['task.dataset=mnist', 'is no setting'],
    ['modes=1', 'cannot be 1'],
    ['seed=1.5', 'cannot be 1.5'],
    ['seed=', 'cannot be empty'],
    ['layers.*.mesh=rectangular,star', 'cannot be star'],
    ['seed=4..1', 'is not possible'],
    ['training.learningRate=log 0..1/4', 'is not possible'],
    ['seed=1..500', '500 values'],
  ])('%s is refused', (text, reason) => {
    expect(() => valuesOf(text)).toThrow(reason);
  });
});

describe('a sweep', () => {
  it('is known by what its trials follow from, and not by a name', async () => {
    const sweep = sweepOf(ficonnVowels, ['seed=1..4'], undefined, 'wasm');
    const renamed = { ...sweep, base: { ...ficonnVowels, name: 'Mine' } };
    expect(await sweepId(renamed)).toBe(await sweepId(sweep));
    const others = [
      sweepOf(ficonnVowels, ['seed=1..5'], undefined, 'wasm'),
      sweepOf(ficonnVowels, ['seed=1..4'], { trials: 3, seed: 1 }, 'wasm'),
      sweepOf(ficonnVowels, ['seed=1..4'], undefined, 'reference'),
      sweepOf({ ...ficonnVowels, seed: 8 }, ['seed=1..4'], undefined, 'wasm'),
    ];
    const ids = await Promise.all([sweep, ...others].map(sweepId));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is refused where it has nothing to do, too much, or a setting twice', () => {
    expect(() => sweepOf(ficonnVowels, [], undefined, 'auto')).toThrow('nothing to sweep');
    expect(() => sweepOf(ficonnVowels, ['seed=1..3', 'seed=4..6'], undefined, 'auto')).toThrow('set twice');
    const many = ['seed=1..100', 'hardware.die=1..100'];
    expect(() => sweepOf(ficonnVowels, many, undefined, 'auto')).toThrow('10000 trials');
    expect(sweepOf(ficonnVowels, many, { trials: 50, seed: 1 }, 'auto').plan.kind).toBe('random');
  });
});
