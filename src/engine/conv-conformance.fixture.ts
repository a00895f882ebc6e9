import { expect } from 'vitest';
import type { ImageBytes, ImageData } from '../data/fields';
import { IDEAL_HARDWARE } from '../experiment/defaults';
import { ficonnVowels } from '../experiment/presets';
import type { Convolution, Experiment, Hardware, Training } from '../experiment/schema';
import { compileConvPlan } from '../learning/convolution/compile-conv-plan';
import type { ConvPlan } from '../learning/convolution/plan';
import { PhotonicError } from '../lib/fault';
import { normal, randomWord, uniform } from '../lib/rng';
import type { Backend, Session } from './backend';
import { expectSameEvaluation, relativeError } from './conformance.fixture';
import { createReferenceBackend } from './reference/backend';

type StageChoice = Convolution['stages'][number];

export interface ConvCase {
  readonly stages: readonly Partial<StageChoice>[];
  readonly convolution?: Partial<Omit<Convolution, 'stages'>>;
  readonly channels?: 1 | 3;
  readonly height?: number;
  readonly width?: number;
  readonly modes?: number;
  readonly batchSize?: number;
  readonly classes?: number;
  readonly hardware?: Partial<Hardware>;
  readonly training?: Partial<Training>;
}

const STAGE: StageChoice = {
  channels: 5,
  kernel: 3,
  stride: 1,
  normalise: true,
  activation: 'relu',
  pool: 'none',
};

/** Oblong images and tiles that the matrices do not fill, so that no two sizes are mixed up unseen. */
export function convPlanOf({
  stages,
  convolution = {},
  channels = 1,
  height = 6,
  width = 7,
  modes = 4,
  batchSize = 12,
  classes = 3,
  hardware = {},
  training = {},
}: ConvCase): ConvPlan {
  const network: Convolution = {
    weights: 'real',
    mesh: 'rectangular',
    head: 'flatten',
    hidden: 0,
    augmentation: { shift: 0, flip: false },
    smoothing: 0,
    ...convolution,
    stages: stages.map((stage) => ({ ...STAGE, ...stage })),
  };
  const experiment: Experiment = {
    ...ficonnVowels,
    task: { dataset: 'mnist', source: 'generated', classes: [] },
    modes,
    encoder: { kind: 'image' },
    layers: [],
    convolution: network,
    training: { ...ficonnVowels.training, batchSize, learningRate: 0.01, ...training },
    hardware: { ...IDEAL_HARDWARE, ...hardware },
  };
  const image = { channels, height, width };
  const plan = compileConvPlan(experiment, network, { trainSamples: TRAIN, classes, image });
  if (!plan.ok) throw new PhotonicError(plan.fault);
  // What an f32 backend starts from, exactly; and no number where a mistake would not show.
  const initial = plan.value.initial.map((value, i) =>
    Math.fround(value + 0.05 * uniform(3, 95, i) * (plan.value.roles[i] === 0 ? 0 : 1)),
  );
  return { ...plan.value, initial };
}

const TRAIN = 40;

export function imagesFor({ input, classes }: ConvPlan): ImageData {
  const { channels, height, width } = input;
  if (channels !== 1 && channels !== 3) throw new Error('unreachable');
  const bytes = (count: number, stream: number): ImageBytes => ({
    count,
    pixels: Uint8Array.from(
      { length: count * channels * height * width },
      (_, i) => randomWord(11, stream, i) & 255,
    ),
    labels: Uint8Array.from({ length: count }, (_, i) => randomWord(11, stream + 1, i) % classes),
  });
  const perChannel = (value: number) =>
    Array.from({ length: channels }, (_, c) => Math.fround(value + c / 16));
  return {
    kind: 'images',
    classNames: Array.from({ length: classes }, (_, c) => String(c)),
    width,
    height,
    channels,
    mean: perChannel(0.45),
    deviation: perChannel(0.25),
    train: bytes(TRAIN, 400),
    test: bytes(21, 500),
  };
}

/** A session of the backend and one of the reference for the same plan. */
export async function bothOn(backend: Backend, plan: ConvPlan): Promise<[Session, Session]> {
  const data = imagesFor(plan);
  return [await backend.prepare(plan, data), await createReferenceBackend().prepare(plan, data)];
}

/** Whatever a session can be asked agrees, at the start and after some steps. */
export async function convAgrees(backend: Backend, testCase: ConvCase): Promise<void> {
  const plan = convPlanOf(testCase);
  const [session, reference] = await bothOn(backend, plan);
  await expectSameAnswers(session, reference, plan, 2e-5);
  await session.step(STEPS);
  await reference.step(STEPS);
  const [got, wanted] = [await session.metrics(), await reference.metrics()];
  expect(relativeError(got.loss, wanted.loss)).toBeLessThan(1e-4);
  expect(relativeError(got.gradientNorm, wanted.gradientNorm)).toBeLessThan(1e-3);
  expect(got.accuracy).toEqual(wanted.accuracy);
  await expectSameAnswers(session, reference, plan, 2e-3);
  session.dispose();
}

/** Enough for running statistics and moments to matter, too few for rounding to grow. */
const STEPS = 3;

export async function expectSameAnswers(
  session: Session,
  reference: Session,
  plan: ConvPlan,
  tolerance: number,
): Promise<void> {
  const { channels, height, width } = plan.input;
  const modes = channels * height * width;
  const re = Float32Array.from({ length: 9 * modes }, (_, i) => normal(11, 600, i));
  const fields = { count: 9, modes, re, im: new Float32Array(9 * modes) };
  const [light, expected] = [await session.propagate(fields), await reference.propagate(fields)];
  expect(light).toMatchObject({ count: 9, modes: plan.classes });
  expect(relativeError(light.re, expected.re)).toBeLessThan(tolerance);
  expect(light.im.every((value) => value === 0)).toBe(true);
  expect(relativeError(await session.gradient(), await reference.gradient())).toBeLessThan(tolerance);
  const { parameters } = await reference.state();
  const candidates = [0, 1].map((c) =>
    parameters.map((value, i) => Math.fround(value + 0.1 * c * uniform(c, 94, i))),
  );
  const [got, wanted] = [await session.losses(candidates), await reference.losses(candidates)];
  expect(relativeError(got.loss, wanted.loss)).toBeLessThan(tolerance);
  expect([...got.accuracy]).toEqual([...wanted.accuracy]);
  for (const split of ['train', 'test'] as const)
    expectSameEvaluation(await session.evaluate(split), await reference.evaluate(split));
  expectSameEvaluation(
    await session.evaluate('test', undefined, 5),
    await reference.evaluate('test', undefined, 5),
  );
}
