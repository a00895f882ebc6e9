import { describe, expect, it } from 'vitest';
import { PhotonicError } from '../../lib/fault';
import { linearParts } from '../../learning/methods/twin';
import { ROLE, meshesOf } from '../../learning/plan';
import type { Backend } from '../backend';
import { planOf } from '../plan-of';
import { createReferenceBackend } from '../reference/backend';
import type {
  MonteCarloRequest,
  SensitivityRequest,
  StudyProgress,
  StudyResult,
  YieldRequest,
} from '../study';
import { compareMethods } from './compare-methods';
import { openStudy } from './open-study';
import { runStudy } from './run-study';
import { flawedVowels, studied, studyParts, withHardware } from './study.fixture';

const SAMPLES = 60;
const parts = { ...studyParts(), backend: createReferenceBackend() };
const network = await openStudy(flawedVowels, parts, () => undefined, new AbortController().signal);
const parameters = network.plan.initial.map((value, i) => value + 0.01 * i);

const dies: MonteCarloRequest = {
  kind: 'monte-carlo',
  experiment: flawedVowels,
  parameters,
  backend: 'reference',
  samples: SAMPLES,
  dies: 4,
  scope: { kind: 'all' },
  corrected: false,
};

/** The same measured without a study. */
async function measured(experiment: typeof flawedVowels, at = parameters) {
  const plan = planOf(experiment, network.data);
  const session = await createReferenceBackend().prepare(plan, network.data);
  await session.setParameters(at);
  return session.evaluate('test', undefined, SAMPLES);
}

function of<K extends StudyResult['kind']>(kind: K, result: StudyResult): Extract<StudyResult, { kind: K }> {
  if (result.kind !== kind) throw new Error(`a result of ${result.kind}`);
  return result as Extract<StudyResult, { kind: K }>;
}

describe('Monte Carlo over dies', () => {
  it('measures each die as a run on that die would', async () => {
    const { result } = await studied(dies);
    const { ideal, accuracy, seconds } = of('monte-carlo', result);
    expect(ideal).toBe((await measured(withHardware({ splitterError: 0, phaseError: 0 }))).accuracy);
    const numbers = [4_294_967_294, 4_294_967_295, 0, 1];
    const expected = await Promise.all(numbers.map((die) => measured(withHardware({ die }))));
    expect([...accuracy]).toEqual(expected.map((report) => report.accuracy));
    expect(new Set(accuracy).size).toBeGreaterThan(1);
    expect(seconds).toBeGreaterThan(0);
  });

  it('gives an ideal chip back where errors are known and small', async () => {
    const experiment = withHardware({ splitterError: 0.002, phaseError: 0.5 });
    const { result } = await studied({
      ...dies,
      experiment,
      parameters: network.plan.initial,
      corrected: true,
    });
    const { ideal, accuracy } = of('monte-carlo', result);
    for (const reached of accuracy) expect(reached).toBeCloseTo(ideal, 1);
    const raw = await studied({ ...dies, experiment, parameters: network.plan.initial });
    const off = (values: Float64Array) => values.reduce((sum, value) => sum + Math.abs(value - ideal), 0);
    expect(off(accuracy)).toBeLessThan(0.25 * off(of('monte-carlo', raw.result).accuracy));
  });

  it('draws the noise of each die anew, and does not drift', async () => {
    const still = withHardware({ splitterError: 0, phaseError: 0, drift: 1 });
    const { result } = await studied({ ...dies, experiment: still });
    expect(new Set(of('monte-carlo', result).accuracy).size).toBe(1);
    const noisy = withHardware({ splitterError: 0, phaseError: 0, phaseNoise: 0.3 });
    const second = await studied({ ...dies, experiment: noisy });
    expect(new Set(of('monte-carlo', second.result).accuracy).size).toBeGreaterThan(1);
  });

  it('tells what it has measured so far, and stops within a die when cancelled', async () => {
    const controller = new AbortController();
    const told: StudyProgress[] = [];
    const many = { ...dies, dies: 100_000 };
    const running = runStudy(
      many,
      studyParts(),
      (progress) => {
        told.push(progress);
        if (progress.partial !== undefined && told.length > 3) controller.abort();
      },
      controller.signal,
    );
    await expect(running).rejects.toMatchObject({ fault: { code: 'engine/aborted' } });
    const last = told.at(-1);
    const partial = last?.partial;
    if (partial?.kind !== 'monte-carlo') throw new Error('nothing was told');
    expect(partial.accuracy).toHaveLength(Math.round((last?.done ?? 0) * 100_000));
    const { result } = await studied({ ...dies, dies: partial.accuracy.length });
    expect(of('monte-carlo', result).accuracy).toEqual(partial.accuracy);
  });

  it('refuses phases of another network, and a network that cannot be', async () => {
    await expect(studied({ ...dies, parameters: parameters.slice(1) })).rejects.toMatchObject({
      fault: { code: 'engine/bad-parameters' },
    });
    await expect(studied({ ...dies, parameters: parameters.map(() => NaN) })).rejects.toBeInstanceOf(
      PhotonicError,
    );
    await expect(studied({ ...dies, experiment: { ...flawedVowels, modes: 3 } })).rejects.toBeInstanceOf(
      PhotonicError,
    );
  });

  it.each([
    ['dies', { dies: 0 }],
    ['dies', { dies: 2.5 }],
    ['samples', { samples: 0 }],
    ['samples', { samples: NaN }],
    ['error', { kind: 'sensitivity', of: 'phi', error: Infinity }],
    ['threshold', { kind: 'yield', flaw: 'phaseError', values: [0], threshold: 2 }],
    ['values', { kind: 'yield', flaw: 'phaseError', values: [], threshold: 0.5 }],
  ] as const)('refuses an impossible number of %s', async (where, change) => {
    await expect(studied({ ...dies, ...change })).rejects.toMatchObject({
      fault: { code: 'engine/bad-study', where },
    });
  });

  it('starts again on a slower backend where the device goes away', async () => {
    const lost = { code: 'engine/device-lost', message: 'gone', fix: '' };
    const broken: Backend = {
      ...createReferenceBackend(),
      id: 'wasm',
      prepare: () => Promise.reject(new PhotonicError(lost)),
    };
    const told = await studied(
      { ...dies, backend: 'wasm' },
      studyParts({ wasm: () => Promise.resolve(broken) }),
    );
    const whole = await studied(dies);
    expect(of('monte-carlo', told.result).accuracy).toEqual(of('monte-carlo', whole.result).accuracy);
    expect(told.told.some(({ text }) => text.includes('reference'))).toBe(true);
  });
});

describe('yield curve', () => {
  const request: YieldRequest = {
    ...dies,
    kind: 'yield',
    flaw: 'phaseError',
    values: [0, 0.6],
    threshold: 0.2,
    dies: 3,
  };

  it('counts the dies that reach the threshold at each size of a flaw', async () => {
    const { result } = await studied(request);
    const { points } = of('yield', result);
    expect(points.map(({ value }) => value)).toEqual([0, 0.6]);
    for (const [index, phaseError] of [0, 0.6].entries()) {
      const accuracy = await Promise.all(
        [4_294_967_294, 4_294_967_295, 0].map(
          async (die) => (await measured(withHardware({ phaseError, die }))).accuracy,
        ),
      );
      expect([...(points[index]?.accuracy ?? [])]).toEqual(accuracy);
      expect(points[index]?.passed).toBe(accuracy.filter((reached) => reached >= 0.2).length);
    }
  });

  it.each([
    ['phaseBits', 2, { quantisation: { of: 'phase', bits: 2 } }],
    ['insertionLoss', 3, { insertionLoss: 3 }],
    ['splitterError', 0.3, { splitterError: 0.3 }],
    ['crosstalk', 2, { crosstalk: { strength: 2, columnPitch: 24, rowPitch: 120, armPitch: 10 } }],
  ] as const)('changes %s alone', async (flaw, value, change) => {
    const { result } = await studied({ ...request, flaw, values: [value], dies: 1 });
    const [point] = of('yield', result).points;
    expect(point?.accuracy[0]).toBe((await measured(withHardware(change))).accuracy);
  });

  it('measures once where nothing is drawn', async () => {
    const experiment = withHardware({ splitterError: 0, phaseError: 0 });
    const { result } = await studied({
      ...request,
      experiment,
      flaw: 'insertionLoss',
      values: [1],
      dies: 50,
    });
    const [point] = of('yield', result).points;
    expect(point?.accuracy).toHaveLength(50);
    expect(new Set(point?.accuracy).size).toBe(1);
  });

  it.each([
    ['splitterError', 1],
    ['insertionLoss', -1],
    ['phaseBits', 2.5],
    ['phaseBits', 0],
    ['phaseNoise', NaN],
  ] as const)('refuses a %s of %d', async (flaw, value) => {
    await expect(studied({ ...request, flaw, values: [0.1, value] })).rejects.toMatchObject({
      fault: { code: 'engine/bad-flaw', where: 'values' },
    });
  });
});

describe('sensitivity map', () => {
  const request: SensitivityRequest = { ...dies, kind: 'sensitivity', of: 'phi', error: 0.3 };

  it('is the rise of the loss when one phase alone is turned', async () => {
    const { result, told } = await studied(request);
    const { loss, rise } = of('sensitivity', result);
    const base = await measured(flawedVowels);
    expect(loss).toBe(base.loss);
    expect(rise.map((values) => values.length)).toEqual([15, 15, 15]);
    for (const [mesh, k] of [
      [0, 0],
      [1, 7],
      [2, 14],
    ] as const) {
      const turned = parameters.slice();
      const at = (meshesOf(linearParts(network.plan))[mesh]?.phiOffset ?? NaN) + k;
      turned[at] = (turned[at] ?? NaN) + 0.3;
      expect(rise[mesh]?.[k]).toBeCloseTo((await measured(flawedVowels, turned)).loss - base.loss, 10);
    }
    const partial = told.find(({ partial }) => partial !== undefined)?.partial;
    if (partial?.kind !== 'sensitivity') throw new Error('nothing was told');
    expect(partial.rise.some((values) => values.includes(NaN))).toBe(true);
  });

  it('finds nothing where a splitter has no shifter', async () => {
    const [first] = flawedVowels.layers;
    if (first === undefined) throw new Error('no layer');
    const experiment = { ...flawedVowels, layers: [{ ...first, mesh: 'three-splitter' as const }] };
    const plan = planOf(experiment, network.data);
    const { result } = await studied({ ...request, experiment, parameters: plan.initial });
    const [rise] = of('sensitivity', result).rise;
    const [mesh] = meshesOf(linearParts(plan));
    const fixed = mesh?.topology.fixed;
    rise?.forEach((value, k) => expect(value === 0).toBe(fixed?.[k] === 1));
    expect(plan.roles.some((role) => (role & ROLE.trainable) !== 0)).toBe(true);
  });
});

describe('comparing methods', () => {
  const training = { ...flawedVowels.training, batchSize: 50 };
  const request = {
    kind: 'methods',
    experiment: { ...flawedVowels, training },
    backend: 'reference',
    passes: 9000,
    methods: [
      { method: { kind: 'backprop', model: 'chip' }, learningRate: 0.05 },
      { method: { kind: 'in-situ', tapNoise: 0.01 }, learningRate: 0.05 },
      { method: { kind: 'spsa', amplitude: 0.05 }, learningRate: 0.02 },
    ],
  } as const;

  it('gives each the same light and the same start', async () => {
    const { result, told } = await studied(request);
    const { curves } = of('methods', result);
    expect(curves.map(({ method }) => method)).toEqual(request.methods.map(({ method }) => method));
    for (const { passes, seconds, loss, accuracy } of curves) {
      expect(passes).toHaveLength(31);
      expect(passes[0]).toBe(0);
      expect(passes.at(-1)).toBe(9000);
      expect(accuracy[0]).toBe(curves[0]?.accuracy[0]);
      expect(loss[0]).toBeCloseTo(curves[0]?.loss[0] ?? NaN, 12);
      for (const values of [passes, seconds]) expect([...values].sort((a, b) => a - b)).toEqual(values);
      expect(loss.every(Number.isFinite)).toBe(true);
    }
    expect(Math.max(...(curves[0]?.accuracy ?? []))).toBeGreaterThan((curves[0]?.accuracy[0] ?? 1) + 0.2);
    expect(told.at(-1)?.done).toBeGreaterThan(0.5);
  });

  it('refuses less light than one step takes', async () => {
    const signal = new AbortController().signal;
    await expect(
      compareMethods({ ...request, passes: 149 }, parts, () => undefined, signal),
    ).rejects.toMatchObject({
      fault: { code: 'engine/too-few-passes', where: 'passes' },
    });
  });
});
