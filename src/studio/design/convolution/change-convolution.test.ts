import { describe, expect, it } from 'vitest';
import { PRESETS, fourierMnist } from '../../../experiment/presets';
import type { Convolution, Experiment } from '../../../experiment/schema';
import { validateExperiment } from '../../../experiment/validate';
import { imageShapeOf } from '../../state/dataset-names';
import { withDataset } from '../change';
import {
  withAddedStage,
  withConvolution,
  withLayers,
  withMovedStage,
  withWeights,
  withoutStage,
} from './change-convolution';
import { stageSizes } from './stage-sizes';

const networks = PRESETS.filter(({ convolution }) => convolution !== null);

function sizesOf({ convolution, task }: Experiment) {
  if (convolution === null) throw new Error('expected a convolution');
  return stageSizes(convolution, imageShapeOf(task.dataset), 10);
}

describe('between layers and convolution', () => {
  it('both ways give a possible experiment, on every image data set', () => {
    for (const dataset of ['mnist', 'fashion-mnist', 'cifar10'] as const) {
      const convolved = withConvolution(withDataset(fourierMnist, dataset));
      expect(validateExperiment(convolved)).toMatchObject({ ok: true });
      expect(sizesOf(convolved).ok).toBe(true);
      expect(validateExperiment(withLayers(convolved))).toMatchObject({ ok: true });
    }
  });

  it('a table cannot be convolved: its data set brings layers back', () => {
    for (const network of networks) {
      for (const dataset of ['hillenbrand', 'own'] as const) {
        const changed = withDataset(network, dataset);
        expect(changed.convolution).toBeNull();
        expect(validateExperiment(changed)).toMatchObject({ ok: true });
      }
    }
  });

  it('another set of images keeps the convolution', () => {
    const [first] = networks;
    if (first === undefined) throw new Error('expected a preset');
    const changed = withDataset(first, 'cifar10');
    expect(changed.convolution).toEqual(first.convolution);
    expect(changed.modes).toBe(first.modes);
  });
});

describe('stages', () => {
  const convolution = networks[0]?.convolution;
  if (!convolution) throw new Error('expected a preset');
  const fits = (changed: Convolution) => stageSizes(changed, imageShapeOf('mnist'), 10);

  it('can be added up to the limit, removed and moved', () => {
    let grown = convolution;
    for (let i = 0; i < 8; i++) grown = withAddedStage(grown);
    expect(fits(grown).ok).toBe(true);
    expect(withoutStage(grown, 8).stages).toHaveLength(10);
    const moved = withMovedStage(convolution, 2, -1);
    expect(moved.stages[1]).toEqual(convolution.stages[2]);
    expect(moved.stages[2]).toEqual(convolution.stages[1]);
  });

  it('take activations that go with their weights', () => {
    const complex = withWeights(convolution, 'complex');
    expect(complex.stages.map(({ activation }) => activation)).toEqual(['modulus', 'modulus', 'modulus']);
    expect(fits(complex).ok).toBe(true);
    expect(fits(withWeights(complex, 'real')).ok).toBe(true);
  });

  it('are described by the image behind each, and by what the head sees', () => {
    expect(fits(convolution)).toMatchObject({
      value: {
        stages: [
          { width: 14, height: 14, channels: 16 },
          { width: 7, height: 7, channels: 32 },
          { width: 7, height: 7, channels: 32 },
        ],
        flat: 1568,
      },
    });
    expect(fits({ ...convolution, head: 'average' })).toMatchObject({ value: { flat: 32 } });
    expect(fits({ ...withWeights(convolution, 'complex'), head: 'average' })).toMatchObject({
      value: { stages: [{ channels: 16 }, { channels: 32 }, { channels: 32 }], flat: 32 },
    });
  });

  it('are refused where the image is too small, by name', () => {
    const pooled = { ...convolution, stages: Array.from({ length: 5 }, () => convolution.stages[0]!) };
    expect(fits(pooled)).toMatchObject({ ok: false, fault: { where: 'convolution.stages.4.pool' } });
  });
});
