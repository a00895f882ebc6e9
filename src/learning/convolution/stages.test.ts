import { describe, expect, it } from 'vitest';
import { activateAll, activateAllBackward } from './activate';
import { SATURABLE } from './activation';
import { convolve, convolveBackward } from './convolve';
import { convPlan, draws } from './convolution.fixture';
import { detect, detectBackward } from './detect';
import {
  channelStatistics,
  normalise,
  normaliseBackward,
  runningStatistics,
  updateRunning,
} from './normalise';
import type { ConvStage } from './plan';
import { pool, poolBackward } from './pool';
import { softmaxLoss } from './softmax-loss';

const SAMPLES = 3;
const EPSILON = 1e-5;

/** Slope of Σ weights·f(x) along each coordinate of x, by central differences. */
function slopes(f: (x: Float64Array) => Float64Array, x: Float64Array, weights: Float64Array): Float64Array {
  const at = (i: number, by: number): number => {
    const moved = x.slice();
    moved[i] = (moved[i] ?? 0) + by;
    return f(moved).reduce((sum, value, k) => sum + value * (weights[k] ?? 0), 0);
  };
  return x.map((_, i) => (at(i, EPSILON) - at(i, -EPSILON)) / (2 * EPSILON));
}

function expectClose(got: Float64Array, wanted: Float64Array, tolerance = 1e-7): void {
  expect(got).toHaveLength(wanted.length);
  const error = Math.sqrt(got.reduce((sum, value, i) => sum + (value - (wanted[i] ?? 0)) ** 2, 0));
  expect(error).toBeLessThan(tolerance * Math.max(1, Math.hypot(...wanted)));
}

const shape = { channels: 2, height: 5, width: 6 };
const input = draws(SAMPLES * 60, 20);

describe('linear stages', () => {
  it.each([
    [1, 1],
    [3, 1],
    [3, 2],
    [5, 2],
  ] as const)('match the sum over patches, and their adjoint: kernel %i, stride %i', (kernel, stride) => {
    const stage = linearStage(kernel, stride);
    const { rows, columns } = stage.matrix;
    const dense = draws(rows * columns, 21);
    const bias = draws(rows, 22);
    const { height, width } = stage.output;
    const output = convolve(stage, dense, bias, input, SAMPLES);
    const pixel = (sample: number, c: number, i: number, j: number): number =>
      i < 0 || j < 0 || i >= 5 || j >= 6 ? 0 : (input[((sample * 2 + c) * 5 + i) * 6 + j] ?? 0);
    for (const [sample, row, i, j] of [
      [0, 0, 0, 0],
      [1, 2, 1, 2],
      [2, 1, height - 1, width - 1],
    ] as const) {
      let sum = bias[row] ?? 0;
      for (let c = 0; c < 2; c++) {
        for (let ki = 0; ki < kernel; ki++) {
          for (let kj = 0; kj < kernel; kj++) {
            const weight = dense[row * columns + (c * kernel + ki) * kernel + kj] ?? 0;
            const [y, x] = [i * stride + ki - stage.padding, j * stride + kj - stage.padding];
            sum += weight * pixel(sample, c, y, x);
          }
        }
      }
      expect(output[((sample * rows + row) * height + i) * width + j]).toBeCloseTo(sum, 12);
    }
    const weights = draws(output.length, 23);
    const matrixCotangent = new Float64Array(dense.length);
    const gradient = new Float64Array(rows);
    const back = convolveBackward(stage, dense, input, weights, SAMPLES, matrixCotangent, gradient);
    expectClose(
      back,
      slopes((x) => convolve(stage, dense, bias, x, SAMPLES), input, weights),
    );
    expectClose(
      matrixCotangent,
      slopes((w) => convolve(stage, w, bias, input, SAMPLES), dense, weights),
    );
    expectClose(
      gradient,
      slopes((b) => convolve(stage, dense, b, input, SAMPLES), bias, weights),
    );
  });
});

describe('normalisation', () => {
  const stage = {
    kind: 'normalise',
    input: shape,
    scaleOffset: 0,
    shiftOffset: 2,
    meanOffset: 4,
    varianceOffset: 6,
    momentum: 0.1,
    epsilon: 1e-5,
  } as const;
  const parameters = Float64Array.of(1.5, -0.5, 0.2, 3, 0, 0, 1, 1);
  const own = (x: Float64Array): Float64Array =>
    normalise(stage, channelStatistics(shape, x, SAMPLES), parameters, x, SAMPLES);

  it('gives each channel its scale and shift', () => {
    const { mean, variance } = channelStatistics(shape, own(input), SAMPLES);
    expectClose(mean, Float64Array.of(0.2, 3), 1e-12);
    expectClose(variance, Float64Array.of(2.25, 0.25), 1e-4);
  });

  it('matches finite differences', () => {
    const weights = draws(input.length, 24);
    const gradient = new Float64Array(8);
    const statistics = channelStatistics(shape, input, SAMPLES);
    const back = normaliseBackward(stage, statistics, parameters, input, weights, SAMPLES, gradient);
    expectClose(back, slopes(own, input, weights));
    expectClose(
      gradient,
      slopes((p) => normalise(stage, statistics, p, input, SAMPLES), parameters, weights),
    );
  });

  it('keeps running statistics of its shards', () => {
    const kept = parameters.slice();
    const shards = [1, 3].map((value) => ({
      mean: Float64Array.of(value, 0),
      variance: Float64Array.of(2 * value, 1),
    }));
    updateRunning(stage, shards, kept);
    const { mean, variance } = runningStatistics(stage, kept);
    expectClose(mean, Float64Array.of(0.2, 0), 1e-12);
    expectClose(variance, Float64Array.of(0.9 + 0.4, 1), 1e-12);
    expect(kept.slice(0, 4)).toEqual(parameters.slice(0, 4));
  });
});

it.each([{ kind: 'relu' }, { kind: 'softplus' }, { kind: 'power' }, SATURABLE] as const)(
  'the activation $kind matches finite differences',
  (activation) => {
    const weights = draws(input.length, 25);
    const back = activateAllBackward(activation, input, weights);
    expectClose(
      back,
      slopes((x) => activateAll(activation, x), input, weights),
    );
  },
);

it('softplus neither overflows nor vanishes', () => {
  expect([...activateAll({ kind: 'softplus' }, Float64Array.of(-800, 800))]).toEqual([0, 800]);
});

it.each(['modulus', 'power'] as const)('detection of the %s matches finite differences', (detection) => {
  const stage = { kind: 'detect', input: shape, output: { ...shape, channels: 1 }, detection } as const;
  const output = detect(stage, input, SAMPLES);
  const [x = 0, y = 0] = [input[67], input[97]];
  expect(output[37]).toBeCloseTo(detection === 'power' ? x * x + y * y : Math.hypot(x, y), 12);
  const weights = draws(output.length, 26);
  expectClose(
    detectBackward(stage, input, weights, SAMPLES),
    slopes((z) => detect(stage, z, SAMPLES), input, weights),
  );
});

it('a dark modulus has no slope', () => {
  const dot = { channels: 2, height: 1, width: 1 };
  const stage = {
    kind: 'detect',
    input: dot,
    output: { ...dot, channels: 1 },
    detection: 'modulus',
  } as const;
  expect([...detectBackward(stage, new Float64Array(2), Float64Array.of(1), 1)]).toEqual([0, 0]);
});

it.each([
  ['max', 2, 2],
  ['average', 2, 2],
  ['average', 5, 6],
  ['max', 1, 4],
] as const)('the %s of %i × %i windows matches finite differences', (mode, height, width) => {
  const output = { channels: 2, height: Math.floor(5 / height), width: Math.floor(6 / width) };
  const stage = { kind: 'pool', input: shape, output, mode, height, width } as const;
  const pooled = pool(stage, input, SAMPLES);
  const first = Array.from(
    { length: height * width },
    (_, k) => input[Math.floor(k / width) * 6 + (k % width)] ?? 0,
  );
  const wanted = mode === 'max' ? Math.max(...first) : first.reduce((a, b) => a + b, 0) / first.length;
  expect(pooled[0]).toBeCloseTo(wanted, 12);
  const weights = draws(pooled.length, 27);
  expectClose(
    poolBackward(stage, input, weights, SAMPLES),
    slopes((x) => pool(stage, x, SAMPLES), input, weights),
  );
});

it('of equal values the first is the largest', () => {
  const dot = { channels: 1, height: 2, width: 2 };
  const stage = {
    kind: 'pool',
    input: dot,
    output: { channels: 1, height: 1, width: 1 },
    mode: 'max',
    height: 2,
    width: 2,
  } as const;
  expect([...poolBackward(stage, Float64Array.of(0, 4, 4, 4), Float64Array.of(1), 1)]).toEqual([0, 1, 0, 0]);
});

describe('the softmax loss', () => {
  const logits = draws(12, 28).map((z) => 3 * z);
  const labels = [2, 0, 3];

  it.each([0, 0.1])('matches finite differences with smoothing %f', (smoothing) => {
    const loss = (z: Float64Array): Float64Array =>
      Float64Array.of(softmaxLoss(z, labels, 4, smoothing).loss);
    expectClose(
      softmaxLoss(logits, labels, 4, smoothing).cotangent,
      slopes(loss, logits, Float64Array.of(1)),
    );
  });

  it('counts right answers, and is −ln p without smoothing', () => {
    const { loss, correct, predictions } = softmaxLoss(
      Float64Array.of(0, 0, Math.log(2), 1000, 0, 0),
      [2, 0],
      3,
      0,
    );
    expect(loss).toBeCloseTo(Math.log(2), 12);
    expect(correct).toBe(2);
    expect([...predictions]).toEqual([2, 0]);
  });
});

function linearStage(kernel: 1 | 3 | 5, stride: 1 | 2): Extract<ConvStage, { kind: 'convolve' }> {
  const { stages } = convPlan(
    {
      stages: [{ channels: 3, kernel, stride, normalise: false, activation: 'relu', pool: 'none' }],
    },
    shape,
  );
  const [stage] = stages;
  if (stage?.kind !== 'convolve') throw new Error('unreachable');
  return { ...stage, biasOffset: 0 };
}
