import { describe, expect, it } from 'vitest';
import { ficonnVowels, fourierMnist } from '../../experiment/presets';
import { nonlinearitySchema } from '../../experiment/schema';
import { validateExperiment } from '../../experiment/validate';
import * as v from 'valibot';
import { classesOf } from '../state/dataset-names';
import { encoderOf, nonlinearityOf, withAddedLayer, withoutLayer } from '../../experiment/usual-layers';
import { isSamePreset, withDataset, withMovedLayer } from './change';
import { withSource } from '../../data/with-source';

describe('withDataset', () => {
  it.each(['hillenbrand', 'mnist', 'fashion-mnist', 'cifar10', 'own'] as const)(
    'gives a possible experiment for %s',
    (dataset) => {
      for (const start of [
        ficonnVowels,
        fourierMnist,
        { ...fourierMnist, modes: 10, encoder: encoderOf('pixels') },
      ]) {
        expect(validateExperiment(withDataset(start, dataset)).ok).toBe(true);
      }
    },
  );

  it('raises the modes only as far as the classes need', () => {
    expect(withDataset(ficonnVowels, 'mnist').modes).toBe(10);
    expect(withDataset(fourierMnist, 'hillenbrand').modes).toBe(64);
  });
});

describe('withSource', () => {
  const clothes = withDataset(fourierMnist, 'fashion-mnist');
  const chosen = { ...clothes, task: { ...clothes.task, classes: ['Coat', 'Bag'] } };

  it('drops chosen classes that the other samples do not have', () => {
    expect(classesOf(chosen)).toEqual(['Coat', 'Bag']);
    const drawn = withSource(chosen, 'generated');
    expect(drawn.task).toMatchObject({ source: 'generated', classes: [] });
    expect(classesOf(drawn)).toContain('checkerboard');
  });

  it('keeps them where the names are the same', () => {
    expect(withSource(ficonnVowels, 'generated').task.classes).toEqual(ficonnVowels.task.classes);
  });
});

describe('layers', () => {
  it('adds before the last, removes and moves', () => {
    const added = withAddedLayer(ficonnVowels);
    expect(added.layers).toHaveLength(4);
    expect(added.layers.at(-1)).toEqual(ficonnVowels.layers.at(-1));
    expect(withoutLayer(added, 2).layers).toEqual(ficonnVowels.layers);
    const moved = withMovedLayer(ficonnVowels, 2, -1);
    expect(moved.layers[1]).toEqual(ficonnVowels.layers[2]);
    expect(moved.layers).toHaveLength(3);
  });
});

describe('nonlinearityOf', () => {
  it.each([
    'none',
    'electro-optic',
    'nofu',
    'mod-relu',
    'kerr',
    'modulus',
    'power',
    'modulus-softplus',
    'saturable-absorber',
  ] as const)('starts %s within its limits', (kind) => {
    expect(v.is(nonlinearitySchema, nonlinearityOf(kind))).toBe(true);
  });
});

describe('isSamePreset', () => {
  it('ignores name and seed, and nothing else', () => {
    expect(isSamePreset({ ...ficonnVowels, name: 'mine', seed: 3 }, ficonnVowels)).toBe(true);
    expect(isSamePreset({ ...ficonnVowels, modes: 8 }, ficonnVowels)).toBe(false);
  });
});
