import { describe, expect, it } from 'vitest';
import { CONVOLUTION_PRESETS, deepCnnCifar } from '../../experiment/convolution-presets';
import type { Experiment } from '../../experiment/schema';
import { PhotonicError } from '../../lib/fault';
import { compileNetwork } from '../compile-network';
import { optimise, rateAt } from '../optimiser';
import { convGradient, convLight } from './conv-network';
import { draws, labelsOf } from './convolution.fixture';
import type { ConvPlan, ImageShape } from './plan';
import { sizeOf } from './stage-shapes';
import { tileMap } from './tile-map';

const SHAPES: Readonly<Record<string, ImageShape>> = {
  mnist: { channels: 1, height: 28, width: 28 },
  'fashion-mnist': { channels: 1, height: 28, width: 28 },
  cifar10: { channels: 3, height: 32, width: 32 },
};

function planOf(experiment: Experiment): ConvPlan {
  const image = SHAPES[experiment.task.dataset];
  const plan = compileNetwork(experiment, { trainSamples: 50_000, classes: 10, image });
  if (!plan.ok) throw new PhotonicError(plan.fault);
  if (plan.value.kind !== 'convolutional') throw new Error('unreachable');
  return plan.value;
}

it.each(CONVOLUTION_PRESETS)('$name compiles', (preset) => {
  const plan = planOf(preset);
  expect(plan.shards).toBe(4);
  expect(plan.initial.every(Number.isFinite)).toBe(true);
  expect(tileMap(plan).at(-1)).toMatchObject({ rows: 10, positions: 1 });
});

describe('the deep network', () => {
  it('has eight to twelve linear stages', () => {
    const stages = tileMap(planOf(deepCnnCifar));
    expect(stages.length).toBeGreaterThanOrEqual(8);
    expect(stages.length).toBeLessThanOrEqual(12);
  });

  it('starts to learn: its loss falls over the first steps on a small batch, at an eighth of its width', () => {
    const { convolution } = deepCnnCifar;
    if (convolution === null) throw new Error('unreachable');
    const stages = convolution.stages.map((stage) => ({ ...stage, channels: stage.channels / 8 }));
    const plan = planOf({
      ...deepCnnCifar,
      modes: 8,
      convolution: { ...convolution, stages },
      training: { ...deepCnnCifar.training, batchSize: 8 },
    });
    const images = draws(8 * sizeOf(plan.input), 50);
    const labels = labelsOf(8, 10);
    const parameters = plan.initial.slice();
    const momentum = new Float64Array(plan.parameterCount);
    const variance = new Float64Array(plan.parameterCount);
    const losses: number[] = [];
    for (let step = 0; step < 6; step++) {
      const { loss, gradient } = convGradient(plan, convLight(plan, parameters), images, labels);
      losses.push(loss);
      const rate = rateAt(plan.optimiser, step, plan.totalSteps);
      optimise(plan.optimiser, rate, step, parameters, gradient, momentum, variance);
    }
    expect(losses.every(Number.isFinite)).toBe(true);
    expect(losses[0]).toBeLessThan(6);
    expect(losses[5]).toBeLessThan(0.9 * (losses[0] ?? 0));
  });
});
