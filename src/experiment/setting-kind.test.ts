import { describe, expect, it } from 'vitest';
import { PRESETS, ficonnVowels } from './presets';
import { settingKind } from './setting-kind';

describe('the kind of a setting', () => {
  it('has the bounds of the schema', () => {
    expect(settingKind(ficonnVowels, 'training.learningRate')).toEqual({
      kind: 'number',
      isWhole: false,
      low: 1e-7,
      high: 10,
    });
    expect(settingKind(ficonnVowels, 'seed')).toMatchObject({ isWhole: true, low: 0, high: 0xffffffff });
    expect(settingKind(ficonnVowels, 'hardware.phaseNoise')).toMatchObject({ kind: 'number', low: 0 });
  });

  it('offers what can be chosen', () => {
    expect(settingKind(ficonnVowels, 'layers.0.mesh')).toMatchObject({ kind: 'choice' });
    expect(settingKind(ficonnVowels, 'training.schedule')).toEqual({
      kind: 'choice',
      options: ['constant', 'cosine'],
    });
    expect(settingKind(ficonnVowels, 'layers.0.nonlinearity.kind')).toMatchObject({
      options: expect.arrayContaining(['none', 'nofu', 'kerr']) as unknown,
    });
    expect(settingKind(ficonnVowels, 'readout.normalise')).toEqual({ kind: 'switch' });
  });

  it('follows the variant that the experiment has', () => {
    const convolution = PRESETS.find((preset) => preset.convolution !== null)!;
    expect(settingKind(convolution, 'convolution.stages.0.kernel')).toMatchObject({ low: 1, high: 7 });
    expect(settingKind(ficonnVowels, 'training.optimiser.beta1')).toMatchObject({ kind: 'number' });
    expect(settingKind(ficonnVowels, 'training.optimiser.momentum')).toBeUndefined();
  });

  it('is nothing for lists, groups and what is not there', () => {
    for (const path of ['task.classes', 'layers', 'layers.0', 'training', 'nothing', 'seed.more', ''])
      expect(settingKind(ficonnVowels, path)).toBeUndefined();
  });
});
