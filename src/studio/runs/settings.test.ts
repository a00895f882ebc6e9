import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ficonnVowels, PRESETS } from '../../experiment/presets';
import type { Experiment } from '../../experiment/schema';
import { settingName } from '../words/settings';
import { compareSettings, seedlessKey, settingsOf, settingText } from './settings';

const withRate = (learningRate: number): Experiment => ({
  ...ficonnVowels,
  training: { ...ficonnVowels.training, learningRate },
});
const compare = (...experiments: Experiment[]) => compareSettings(experiments.map(settingsOf));

describe('settings that differ', () => {
  it('are those and no others', () => {
    expect(compare(withRate(0.01), withRate(0.02), withRate(0.01)).differing).toEqual([
      'training.learningRate',
    ]);
    expect(compare(withRate(0.01)).differing).toEqual([]);
    expect(compare().differing).toEqual([]);
  });

  it('do not repeat what a kind or a count already tells', () => {
    const [layer] = ficonnVowels.layers;
    const deep = (count: number) => ({
      ...ficonnVowels,
      layers: Array.from({ length: count }, () => layer!),
    });
    expect(compare(deep(2), deep(4)).differing).toEqual(['layers.length']);
    const other: Experiment = {
      ...ficonnVowels,
      layers: [{ ...layer!, nonlinearity: { kind: 'kerr', g: 1 } }, ...ficonnVowels.layers.slice(1)],
    };
    expect(compare(ficonnVowels, other).differing[0]).toBe('layers.0.nonlinearity.kind');
    expect(compare(ficonnVowels, other).differing).not.toContain('layers.0.nonlinearity.alpha');
  });

  it('say off where something is switched off', () => {
    const bits: Experiment = {
      ...ficonnVowels,
      hardware: { ...ficonnVowels.hardware, quantisation: { of: 'phase', bits: 4 } },
    };
    expect(compare(ficonnVowels, bits).differing).toContain('hardware.quantisation.bits');
    const off = settingsOf(ficonnVowels);
    expect(settingText(undefined, 'hardware.quantisation.bits', off)).toBe('off');
    expect(settingText(4, 'hardware.quantisation.bits')).toBe('4');
  });

  it('do not depend on the order of the runs, and with the common ones are all that all have', () => {
    const anyOf = fc.shuffledSubarray([...PRESETS], { minLength: 2 });
    fc.assert(
      fc.property(anyOf, fc.nat(), (experiments, turn) => {
        const turned = experiments.map((_, i) => experiments[(i + turn) % experiments.length]!);
        const { differing, common } = compare(...experiments);
        expect([...compare(...turned).differing].sort()).toEqual([...differing].sort());
        for (const path of common.keys()) {
          expect(differing).not.toContain(path);
          for (const experiment of experiments) expect(settingsOf(experiment).has(path)).toBe(true);
        }
        for (const path of settingsOf(experiments[0]!).keys())
          if (experiments.every((each) => settingsOf(each).has(path)))
            expect(common.has(path) || differing.includes(path)).toBe(true);
      }),
      { seed: 3, numRuns: 40 },
    );
  });

  it('find any one number that was changed', () => {
    const numbers = [...settingsOf(ficonnVowels)].filter(
      ([path, value]) => typeof value === 'number' && !path.endsWith('length'),
    );
    fc.assert(
      fc.property(fc.constantFrom(...numbers), ([path, value]) => {
        const changed = setAt(structuredClone(ficonnVowels), path, Number(value) + 1);
        expect(compare(ficonnVowels, changed).differing).toEqual([path]);
      }),
      { seed: 5 },
    );
  });

  it('have names in plain words, for everything the presets set', () => {
    for (const experiment of PRESETS)
      for (const path of settingsOf(experiment).keys()) {
        const { name } = settingName(path);
        expect(name, path).not.toMatch(/[.*]|[a-z][A-Z]/);
      }
    expect(settingName('layers.0.gain').name).toBe('Layer 1 gain');
    expect(settingName('hardware.components.columnLength').name).toBe('Column length');
  });

  it('leave the seed out of a group of seeds', () => {
    expect(seedlessKey({ ...ficonnVowels, seed: 8 })).toBe(
      seedlessKey({ ...ficonnVowels, seed: 9, name: 'x' }),
    );
    expect(seedlessKey(withRate(0.5))).not.toBe(seedlessKey(withRate(0.6)));
  });
});

function setAt(experiment: Experiment, path: string, value: number): Experiment {
  const keys = path.split('.');
  const last = keys.pop()!;
  let at: unknown = experiment;
  for (const key of keys) at = (at as Record<string, unknown>)[key];
  (at as Record<string, unknown>)[last] = value;
  return experiment;
}
