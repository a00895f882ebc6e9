import { expect } from 'vitest';
import type { EncodedData, EncodedSplit } from '../data/fields';
import { IDEAL_HARDWARE, PLAIN_LAYER } from '../experiment/defaults';
import { ficonnVowels } from '../experiment/presets';
import type { Detection, Experiment, Hardware, Layer, Nonlinearity, Training } from '../experiment/schema';
import { compilePlan } from '../learning/compile-plan';
import type { FORMS } from '../learning/nonlinearities.fixture';
import type { Plan } from '../learning/plan';
import { normal, randomWord, uniform } from '../lib/rng';
import type { Backend, Evaluation, Session } from './backend';
import { createReferenceBackend } from './reference/backend';

export interface Case {
  readonly modes: number;
  readonly form: (typeof FORMS)[number];
  readonly nonlinearity: Nonlinearity;
  readonly layers?: number;
  readonly batchSize?: number;
  readonly classes?: number;
  readonly layer?: Partial<Layer>;
  readonly hardware?: Partial<Hardware>;
  readonly training?: Partial<Training>;
  readonly change?: Partial<Experiment>;
}

/** A photodiode with nothing wrong; shot noise would be 0.06·√I. */
export const RECEIVER = {
  power: 1e-4,
  responsivity: 1,
  bandwidth: 1,
  shot: false,
  thermal: null,
  rin: null,
  adc: null,
} as const satisfies Detection;

/** Makes thermal noise of 0.02 there. */
export const THERMAL = { load: 4e6, temperature: 300 } as const;

export function planOf({
  modes,
  form,
  nonlinearity,
  layers = 2,
  batchSize = 13,
  classes = 3,
  layer = {},
  hardware = {},
  training = {},
  change = {},
}: Case): Plan {
  const whole = { ...PLAIN_LAYER, form, gain: 1.1, nonlinearity, ...layer };
  const experiment: Experiment = {
    ...ficonnVowels,
    modes,
    layers: Array.from({ length: layers }, () => whole),
    training: { ...ficonnVowels.training, batchSize, ...training },
    hardware: { ...IDEAL_HARDWARE, ...hardware },
    ...change,
  };
  const plan = compilePlan(experiment, { trainSamples: 50, classes });
  if (!plan.ok) throw new Error(plan.fault.message);
  // What an f32 backend starts from, exactly.
  return { ...plan.value, initial: Float64Array.from(plan.value.initial, Math.fround) };
}

/** Fields with a mean power of ½ per mode: nonlinear, but far from amplifying rounding errors. */
const FIELD = 0.5;

/** Normally distributed fields with random labels, marked by `stream`. */
export function randomSplit(count: number, modes: number, classes: number, stream: number): EncodedSplit {
  const draw = (part: number) =>
    Float32Array.from({ length: count * modes }, (_, i) => FIELD * normal(11, stream + part, i));
  const labels = Uint8Array.from({ length: count }, (_, i) => randomWord(11, stream + 2, i) % classes);
  return { count, modes, re: draw(0), im: draw(1), labels };
}

export function dataFor(plan: Plan, count = 50): EncodedData {
  return {
    kind: 'fields',
    modes: plan.modes,
    classNames: Array.from({ length: plan.classes }, (_, c) => String(c)),
    train: randomSplit(count, plan.modes, plan.classes, 100),
    test: randomSplit(31, plan.modes, plan.classes, 200),
  };
}

/** |a − b| / |b| */
export function relativeError(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let difference = 0;
  let norm = 0;
  for (let i = 0; i < b.length; i++) {
    difference += ((a[i] ?? 0) - (b[i] ?? 0)) ** 2;
    norm += (b[i] ?? 0) ** 2;
  }
  return a.length === b.length ? Math.sqrt(difference / norm) : Infinity;
}

/** A session of the backend and one of the reference for the same plan. */
export async function both(backend: Backend, plan: Plan): Promise<[Session, Session]> {
  const data = dataFor(plan);
  return [await backend.prepare(plan, data), await createReferenceBackend().prepare(plan, data)];
}

/** Light and gradient agree at the plan's initial phases. */
export async function agrees(backend: Backend, testCase: Case, tolerance = 5e-6): Promise<void> {
  const [session, reference] = await both(backend, planOf(testCase));
  await expectSameLight(session, reference, testCase.modes, tolerance);
  expect(relativeError(await session.gradient(), await reference.gradient())).toBeLessThan(tolerance);
  session.dispose();
}

/**
 * Steps in proportion to the gradient. Adam's would also move phases that matter nothing, such as the last gamma, by
 * whatever rounding leaves of their gradient.
 */
export const GENTLE = {
  optimiser: { kind: 'sgd', momentum: 0.9 },
  learningRate: 0.1,
} as const satisfies Partial<Training>;

/** Whatever a session can be asked agrees, at the start and after some steps. */
export async function agreesThroughout(backend: Backend, testCase: Case): Promise<void> {
  const plan = planOf({ ...testCase, training: { ...GENTLE, ...testCase.training } });
  const [session, reference] = await both(backend, plan);
  await expectSameAnswers(session, reference, plan, 1e-5);
  await session.step(STEPS);
  await reference.step(STEPS);
  const [got, wanted] = [await session.metrics(), await reference.metrics()];
  expect(relativeError(got.loss, wanted.loss)).toBeLessThan(1e-5);
  expect(relativeError(got.gradientNorm, wanted.gradientNorm)).toBeLessThan(1e-4);
  await expectSameAnswers(session, reference, plan, 1e-4);
  session.dispose();
}

/** Enough for drift and moments to matter, too few for rounding to grow. */
const STEPS = 4;

async function expectSameAnswers(
  session: Session,
  reference: Session,
  plan: Plan,
  tolerance: number,
): Promise<void> {
  await expectSameLight(session, reference, plan.modes, tolerance);
  expect(relativeError(await session.gradient(), await reference.gradient())).toBeLessThan(tolerance);
  const { parameters } = await reference.state();
  const candidates = [0, 1, 2].map((c) =>
    parameters.map((value, i) => Math.fround(value + 0.1 * c * uniform(c, 94, i))),
  );
  const [got, wanted] = [await session.losses(candidates), await reference.losses(candidates)];
  expect(relativeError(got.loss, wanted.loss)).toBeLessThan(tolerance);
  expect(got.accuracy).toEqual(wanted.accuracy);
  expectSameEvaluation(await session.evaluate('test'), await reference.evaluate('test'));
}

async function expectSameLight(
  session: Session,
  reference: Session,
  modes: number,
  tolerance: number,
): Promise<void> {
  const fields = randomSplit(17, modes, 2, 300);
  const [got, wanted] = [await session.propagate(fields), await reference.propagate(fields)];
  expect(relativeError([...got.re, ...got.im], [...wanted.re, ...wanted.im])).toBeLessThan(tolerance);
}

export function expectSameEvaluation(got: Evaluation, wanted: Evaluation): void {
  expect(got.samples).toBe(wanted.samples);
  expect(got.confusion).toEqual(wanted.confusion);
  expect(got.predictions).toEqual(wanted.predictions);
  expect(got.sampleLoss).toHaveLength(wanted.samples);
  expect(relativeError(got.sampleLoss, wanted.sampleLoss)).toBeLessThan(1e-4);
  expect(got.accuracy).toBeCloseTo(wanted.accuracy, 12);
  expect(got.loss / wanted.loss).toBeCloseTo(1, 4);
}
