import { describe, expect, it } from 'vitest';
import { PRESETS, ficonnVowels } from '../../experiment/presets';
import { sweepableSettings } from './sweepable';
import { withSetting } from '../../library/sweeps/set-setting';

describe('one setting of an experiment', () => {
  it('changes, and nothing else does', () => {
    const result = withSetting(ficonnVowels, 'layers.1.gain', 2);
    expect(result.ok && result.value).toEqual({
      ...ficonnVowels,
      layers: ficonnVowels.layers.map((layer, index) => (index === 1 ? { ...layer, gain: 2 } : layer)),
    });
  });

  it('is changed in all layers at once', () => {
    const result = withSetting(ficonnVowels, 'layers.*.mesh', 'diamond');
    expect(result.ok && result.value.layers.map(({ mesh }) => mesh)).toEqual([
      'diamond',
      'diamond',
      'diamond',
    ]);
  });

  it('brings the constants of another kind along', () => {
    const kerr = withSetting(ficonnVowels, 'layers.0.nonlinearity.kind', 'kerr');
    expect(kerr.ok && kerr.value.layers[0]?.nonlinearity).toEqual({ kind: 'kerr', g: 1 });
    const same = withSetting(ficonnVowels, 'layers.0.nonlinearity.kind', 'nofu');
    expect(same.ok && same.value).toEqual(ficonnVowels);
    const sgd = withSetting(ficonnVowels, 'training.optimiser.kind', 'sgd');
    expect(sgd.ok && sgd.value.training.optimiser).toEqual({ kind: 'sgd', momentum: 0.9 });
  });

  it('switches on what it belongs to', () => {
    const result = withSetting(ficonnVowels, 'hardware.detection.adc.bits', 4);
    expect(result.ok && result.value.hardware.detection).toMatchObject({
      responsivity: 1.1,
      adc: { bits: 4 },
    });
  });

  it('makes networks deeper and shallower', () => {
    for (const depth of [1, 2, 5, 8]) {
      const result = withSetting(ficonnVowels, 'layers.length', depth);
      expect(result.ok && result.value.layers).toHaveLength(depth);
      expect(result.ok && result.value.layers.at(-1)).toEqual(ficonnVowels.layers.at(-1));
    }
    for (const depth of [0, 9, 1e9]) expect(withSetting(ficonnVowels, 'layers.length', depth).ok).toBe(false);
  });

  it('is refused with the reason where it is not possible', () => {
    const result = withSetting(ficonnVowels, 'training.batchSize', 0);
    expect(!result.ok && result.fault.where).toBe('training.batchSize');
  });
});

describe('settings that can be swept', () => {
  it('can all be set to what they are', () => {
    for (const preset of PRESETS)
      for (const { path, now, kind } of sweepableSettings(preset)) {
        if (now === undefined || kind === undefined) continue;
        const result = withSetting(preset, path, now);
        expect(result.ok ? result.value : result.fault, path).toEqual(preset);
      }
  });

  it('have names of their own', () => {
    const names = sweepableSettings(ficonnVowels).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('All layers: gain');
    expect(names).toContain('Converter bits');
  });
});
