import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { InferenceSession, Tensor as OrtTensor, env } from 'onnxruntime-web';
import { describe, expect, it } from 'vitest';
import { encodeSplit, fitEncoder } from '../../data/encode';
import type { EncodedSplit } from '../../data/fields';
import { generateDataset } from '../../data/generated/datasets';
import { PLAIN_LAYER } from '../../experiment/defaults';
import { ficonnVowels, fourierMnist } from '../../experiment/presets';
import type { Experiment, Nonlinearity } from '../../experiment/schema';
import { compilePlan } from '../../learning/compile-plan';
import { convPlan, PLAIN_STAGE } from '../../learning/convolution/convolution.fixture';
import { convLight, convLogits } from '../../learning/convolution/conv-network';
import { DARK } from '../../learning/dark';
import { batchLoss } from '../../learning/loss';
import { networkForward, networkGradient } from '../../learning/network';
import type { NetworkPlan, Plan } from '../../learning/plan';
import { normal } from '../../lib/rng';
import type { ComplexPlanes } from '../../photonics/propagate';
import { writeOnnx } from './onnx-network';

const wasm = createRequire(import.meta.url).resolve('onnxruntime-web/ort-wasm-simd-threaded.wasm');
env.wasm.wasmBinary = readFileSync(wasm);
env.wasm.numThreads = 1;

const LABEL = { name: 'test', studioVersion: '0', metadata: new Map([['seed', '1']]) };

interface Answers {
  readonly logits: Float32Array;
  readonly predictions: readonly number[];
}

async function answersOf(
  network: NetworkPlan,
  parameters: Float64Array,
  feeds: Readonly<Record<string, { readonly data: Float32Array; readonly shape: readonly number[] }>>,
): Promise<Answers> {
  const session = await InferenceSession.create(writeOnnx(network, parameters, LABEL), {
    executionProviders: ['wasm'],
  });
  const tensors = Object.entries(feeds).map(([name, { data, shape }]): [string, OrtTensor] => [
    name,
    new OrtTensor('float32', data, shape),
  ]);
  const { logits, prediction } = await session.run(Object.fromEntries(tensors));
  if (!(logits?.data instanceof Float32Array) || !(prediction?.data instanceof BigInt64Array))
    throw new Error('the model has other outputs');
  return { logits: logits.data, predictions: Array.from(prediction.data, Number) };
}

function planOf(experiment: Experiment, classes: number): Plan {
  const plan = compilePlan(experiment, { trainSamples: 200, classes });
  if (!plan.ok) throw new Error(plan.fault.message);
  return plan.value;
}

/** The first samples of a split as planes [mode][lane]. */
function lanesOf({ re, im, modes }: EncodedSplit, count: number): ComplexPlanes {
  const turn = (plane: Float32Array): Float64Array =>
    Float64Array.from(
      { length: modes * count },
      (_, i) => plane[(i % count) * modes + Math.floor(i / count)] ?? 0,
    );
  return { re: turn(re), im: turn(im) };
}

/** The oracle's logits, samples × classes, and its answers. */
function oracle(plan: Plan, parameters: Float64Array, input: ComplexPlanes, count: number) {
  const fields = networkForward(plan, parameters, input, count);
  const { predictions } = batchLoss(plan.readout, plan.classes, fields, new Uint8Array(count), count);
  const logits = new Float64Array(count * plan.classes);
  for (let lane = 0; lane < count; lane++) {
    const power = Array.from(
      { length: plan.classes },
      (_, c) => (fields.re[c * count + lane] ?? 0) ** 2 + (fields.im[c * count + lane] ?? 0) ** 2,
    );
    const total = plan.readout.normalise
      ? Math.max(
          DARK,
          power.reduce((a, b) => a + b),
        )
      : 1;
    power.forEach((each, c) => (logits[lane * plan.classes + c] = (plan.readout.scale * each) / total));
  }
  return { logits, predictions: [...predictions] };
}

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  return Array.from(a).reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] ?? Number.NaN))), 0);
}

/** A few steps of plain descent, so that the phases are those of a network that has learnt. */
function descended(plan: Plan, input: ComplexPlanes, labels: Uint8Array, steps: number): Float64Array {
  const parameters = plan.initial.slice();
  for (let step = 0; step < steps; step++) {
    const { gradient } = networkGradient(plan, parameters, input, labels, labels.length);
    gradient.forEach((slope, i) => (parameters[i] = (parameters[i] ?? 0) - 0.2 * slope));
  }
  return parameters;
}

describe.each([
  ['vowels', ficonnVowels, 'hillenbrand', 40],
  ['digits on 64 modes', fourierMnist, 'mnist', 2],
] as const)('%s', (_, experiment, dataset, steps) => {
  it('answers in the runtime as the oracle does', async () => {
    const { classNames, test } = generateDataset(dataset, 3);
    const split = encodeSplit(fitEncoder(test, experiment.encoder, experiment.modes), test);
    const count = Math.min(60, split.count);
    const input = lanesOf(split, count);
    const plan = planOf(experiment, Math.min(classNames.length, experiment.modes));
    const labels = split.labels.slice(0, count).map((label) => label % plan.classes);
    const parameters = descended(plan, input, labels, steps);
    const shape = [count, plan.modes];
    const { logits, predictions } = await answersOf(plan, parameters, {
      re: { data: split.re.slice(0, count * plan.modes), shape },
      im: { data: split.im.slice(0, count * plan.modes), shape },
    });
    const expected = oracle(plan, parameters, input, count);
    expect(largestDifference(logits, expected.logits)).toBeLessThan(1e-4);
    expect(predictions).toEqual(expected.predictions);
    expect(new Set(predictions).size).toBeGreaterThan(1);
  });
});

const LAWS: readonly Nonlinearity[] = [
  { kind: 'none' },
  { kind: 'electro-optic', alpha: 0.1, g: 1.5, phiB: 0.7 },
  { kind: 'nofu', kappa: 3, r: 0.8, a: 0.9 },
  { kind: 'mod-relu', threshold: 0.1 },
  { kind: 'mod-relu', threshold: 0 },
  { kind: 'kerr', g: 2 },
  { kind: 'modulus' },
  { kind: 'power' },
  { kind: 'modulus-softplus' },
  { kind: 'saturable-absorber', sigmaTau: 3, t0: 0.05 },
];

it.each(LAWS)('has the operators of $kind', async (nonlinearity) => {
  const count = 16;
  const layer = { ...PLAIN_LAYER, nonlinearity };
  const hardware = {
    ...ficonnVowels.hardware,
    splitterError: 0.05,
    insertionLoss: 0.3,
    quantisation: { of: 'phase', bits: 8 },
    detection: null,
  } as const;
  const plan = planOf(
    {
      ...ficonnVowels,
      layers: [layer, { ...layer, form: 'usv' }],
      hardware,
      readout: { ...ficonnVowels.readout, scale: 3 },
    },
    3,
  );
  const plane = (stream: number): Float32Array =>
    Float32Array.from({ length: count * plan.modes }, (_, i) => 0.5 * normal(4, stream, i));
  const [re, im] = [plane(1), plane(2)];
  const shape = [count, plan.modes];
  const { logits } = await answersOf(plan, plan.initial, {
    re: { data: re, shape },
    im: { data: im, shape },
  });
  const split = { count, modes: plan.modes, re, im, labels: new Uint8Array(count) };
  const expected = oracle(plan, plan.initial, lanesOf(split, count), count);
  expect(largestDifference(logits, expected.logits)).toBeLessThan(1e-4);
});

describe('convolutions', () => {
  it.each([
    [
      'real weights, pools and a hidden matrix',
      {
        hidden: 5,
        stages: [
          { ...PLAIN_STAGE, pool: 'max' },
          { ...PLAIN_STAGE, stride: 2, normalise: false, activation: 'softplus', pool: 'average' },
        ],
      },
    ],
    [
      'absorbers and a mean',
      {
        head: 'average',
        stages: [
          { ...PLAIN_STAGE, activation: 'saturable-absorber' },
          { ...PLAIN_STAGE, activation: 'power' },
        ],
      },
    ],
    [
      'complex weights',
      {
        weights: 'complex',
        stages: [
          { ...PLAIN_STAGE, activation: 'modulus' },
          { ...PLAIN_STAGE, activation: 'power', pool: 'max' },
        ],
      },
    ],
  ] as const)('answer alike with %s', async (_, convolution) => {
    const image = { channels: 2, height: 9, width: 8 };
    const count = 5;
    const plan = convPlan(convolution, image);
    const pixels = Float32Array.from({ length: count * 2 * 9 * 8 }, (_, i) => normal(9, 1, i));
    const { logits, predictions } = await answersOf(plan, plan.initial, {
      image: { data: pixels, shape: [count, image.channels, image.height, image.width] },
    });
    const expected = convLogits(convLight(plan, plan.initial), Float64Array.from(pixels), count);
    expect(largestDifference(logits, expected)).toBeLessThan(1e-4);
    const best = Array.from({ length: count }, (_, sample) => {
      const own = [...expected.subarray(sample * plan.classes, (sample + 1) * plan.classes)];
      return own.indexOf(Math.max(...own));
    });
    expect(predictions).toEqual(best);
  });
});
