import { describe, expect, it } from 'vitest';
import { IDEAL_HARDWARE } from '../../experiment/defaults';
import type { Convolution, Experiment } from '../../experiment/schema';
import { optimise } from '../optimiser';
import { ROLE } from '../plan';
import { convGradient, convLight, convLogits, convLoss } from './conv-network';
import type { StageChoice } from './convolution.fixture';
import { PLAIN_STAGE, convPlan, draws, labelsOf, smallTraining } from './convolution.fixture';
import { updateRunning } from './normalise';
import type { ConvPlan } from './plan';
import { sizeOf } from './stage-shapes';

interface Example {
  readonly name: string;
  readonly convolution: Partial<Convolution>;
  readonly change?: Partial<Experiment>;
}

const stage = (change: Partial<StageChoice>): StageChoice => ({ ...PLAIN_STAGE, channels: 3, ...change });
const complex = (change: Partial<StageChoice>): Partial<Convolution> => ({
  weights: 'complex',
  stages: [stage({ activation: 'modulus', ...change })],
});

const EXAMPLES: readonly Example[] = [
  ...(['relu', 'softplus', 'power', 'saturable-absorber'] as const).flatMap((activation) => [
    { name: activation, convolution: { stages: [stage({ activation })] } },
    {
      name: `${activation} without normalisation`,
      convolution: { stages: [stage({ activation, normalise: false })] },
    },
  ]),
  { name: 'complex modulus', convolution: complex({}) },
  { name: 'complex power', convolution: complex({ activation: 'power' }) },
  {
    name: 'complex modulus without normalisation',
    convolution: complex({ normalise: false, pool: 'average' }),
  },
  {
    name: 'two stages, max, average, stride',
    convolution: { stages: [stage({ stride: 2 }), stage({ pool: 'average' })] },
  },
  {
    name: 'averaging head, hidden layer, smoothing',
    convolution: { stages: [stage({ kernel: 1 })], head: 'average', hidden: 5, smoothing: 0.1 },
  },
];

/** Some noise, and a drift that has gone some way. */
const MOMENT = { key: 9, walks: [0.1, -0.2, 0.3, 0.1] } as const;

function batchOf(plan: ConvPlan): { images: Float64Array; labels: Uint8Array } {
  return {
    images: draws(plan.batchSize * sizeOf(plan.input), 30),
    labels: labelsOf(plan.batchSize, plan.classes),
  };
}

function lossAt(plan: ConvPlan, parameters: Float64Array): number {
  const { images, labels } = batchOf(plan);
  return convLoss(plan, convLight(plan, parameters, MOMENT), images, labels).loss;
}

describe('the gradient of a whole network matches finite differences', () => {
  it.each(EXAMPLES)('$name', ({ convolution, change }) => {
    const plan = convPlan(convolution, { channels: 2, height: 5, width: 4 }, change);
    // Away from the start, where all scales are 1 and all shifts 0.
    const parameters = plan.initial.map((value, i) => value + 0.1 * (draws(plan.parameterCount, 31)[i] ?? 0));
    const { images, labels } = batchOf(plan);
    const light = convLight(plan, parameters, MOMENT);
    const { gradient, loss, correct } = convGradient(plan, light, images, labels);
    expect({ loss, correct }).toEqual(convLoss(plan, light, images, labels));
    const step = 1e-6;
    const chosen = Array.from({ length: 60 }, (_, k) => (k * 7919) % plan.parameterCount);
    let error = 0;
    for (const i of chosen) {
      if (((plan.roles[i] ?? 0) & ROLE.trainable) === 0) {
        expect(gradient[i]).toBe(0);
        continue;
      }
      const at = (by: number): number => lossAt(plan, parameters.with(i, (parameters[i] ?? 0) + by));
      error = Math.max(error, Math.abs((at(step) - at(-step)) / (2 * step) - (gradient[i] ?? 0)));
    }
    expect(error).toBeLessThan(1e-7 * Math.max(1, Math.max(...gradient.map(Math.abs))) + 1e-8);
    expect(gradient.some((slope) => slope !== 0)).toBe(true);
  });
});

it('sees flaws and losses of the die', () => {
  const hardware = { splitterError: 0.1, phaseError: 0.1, insertionLoss: 0.3 };
  const ideal = convPlan();
  const plan = convPlan({}, undefined, { hardware: { ...IDEAL_HARDWARE, ...hardware } });
  expect(lossAt(plan, ideal.initial)).not.toBeCloseTo(lossAt(ideal, ideal.initial), 3);
});

it('normalises each shard by itself', () => {
  const plan = convPlan();
  const { images, labels } = batchOf(plan);
  const light = convLight(plan, plan.initial);
  const { statistics, loss } = convGradient(plan, light, images, labels);
  expect(statistics.map((shards) => shards.length)).toEqual([0, 4, 0, 0, 0, 0]);
  const whole = convGradient({ ...plan, shards: 1 }, light, images, labels);
  expect(whole.loss).not.toBe(loss);
  const size = images.length / 4;
  const parts = [0, 1, 2, 3].map(
    (k) =>
      convLoss(
        { ...plan, shards: 1 },
        light,
        images.subarray(k * size, (k + 1) * size),
        labels.subarray(2 * k, 2 * k + 2),
      ).loss,
  );
  expect(loss).toBeCloseTo(parts.reduce((sum, part) => sum + part, 0) / 4, 12);
});

it('is evaluated by its running statistics, sample by sample', () => {
  const plan = convPlan({ stages: [stage({ pool: 'max' })] });
  const { images } = batchOf(plan);
  const parameters = plan.initial.slice();
  const light = convLight(plan, parameters);
  const together = convLogits(light, images, plan.batchSize);
  const size = sizeOf(plan.input);
  const alone = convLogits(light, images.subarray(size, 2 * size), 1);
  expect([...alone]).toEqual([...together.subarray(3, 6)]);
  const [normalise] = plan.stages.filter((part) => part.kind === 'normalise');
  if (normalise === undefined) throw new Error('unreachable');
  parameters[normalise.meanOffset] = 0.5;
  expect([...convLogits(convLight(plan, parameters), images, plan.batchSize)]).not.toEqual([...together]);
});

it.each([
  { name: 'relu', choice: stage({ normalise: false, pool: 'max' }) },
  { name: 'softplus', choice: stage({ normalise: false, activation: 'softplus', pool: 'average' }) },
  { name: 'absorber', choice: stage({ normalise: false, activation: 'saturable-absorber' }) },
])('signals start with about unit variance at every depth: $name', ({ choice }) => {
  const wide = { ...choice, channels: 16 };
  const seeds = [1, 2, 3, 4, 5, 6];
  const powers = seeds.map((seed) => {
    const image = { channels: 3, height: 12, width: 12 };
    const plan = convPlan({ stages: [wide, wide] }, image, { modes: 16, seed }, 10);
    const logits = convLogits(convLight(plan, plan.initial), draws(8 * sizeOf(plan.input), 32), 8);
    return logits.reduce((sum, value) => sum + value * value, 0) / logits.length;
  });
  const power = powers.reduce((sum, value) => sum + value, 0) / seeds.length;
  // Pooled neighbours are taken as independent, and dark edges as bright.
  expect(power).toBeGreaterThan(0.4);
  expect(power).toBeLessThan(2);
});

it('learns a small batch by heart', () => {
  const plan = convPlan(
    { hidden: 6 },
    undefined,
    smallTraining({ learningRate: 0.05, schedule: 'constant' }),
  );
  const { images, labels } = batchOf(plan);
  const parameters = plan.initial.slice();
  const [momentum, variance] = [new Float64Array(plan.parameterCount), new Float64Array(plan.parameterCount)];
  const losses: number[] = [];
  for (let step = 0; step < 60; step++) {
    const { loss, gradient, statistics } = convGradient(plan, convLight(plan, parameters), images, labels);
    losses.push(loss);
    optimise(plan.optimiser, 0.05, step, parameters, gradient, momentum, variance);
    plan.stages.forEach((part, index) => {
      if (part.kind === 'normalise') updateRunning(part, statistics[index] ?? [], parameters);
    });
  }
  expect(losses.at(-1)).toBeLessThan(0.3 * (losses[0] ?? 0));
});
