import type { Evaluation } from '../backend';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IDEAL_HARDWARE, PLAIN_LAYER } from '../../experiment/defaults';
import { ficonnVowels } from '../../experiment/presets';
import type { Experiment, Hardware } from '../../experiment/schema';
import { drawDie } from '../../learning/die';
import type { Plan } from '../../learning/plan';
import { ROLE, meshesOf } from '../../learning/plan';
import { MESH_KINDS } from '../../photonics/mesh';
import type { Session } from '../backend';
import { createReferenceBackend } from '../reference/backend';
import { openDevice } from './adapter';
import type { WebGpuBackend } from './backend';
import { prepareCoherent } from './coherent';
import { layersOf, openBackend, planOf, relativeError, syntheticData } from './device.fixture';
import { geometryOf } from './geometry';
import { Gpu } from './gpu';

let backend: WebGpuBackend;
beforeAll(async () => {
  backend = await openBackend();
});
afterAll(() => {
  backend.dispose();
});

/** Both sessions a few steps into a run, so that drift has begun and keys differ from step 0. */
async function afterSteps(plan: Plan, steps = 3): Promise<readonly [Session, Session]> {
  const data = syntheticData(plan.modes, plan.classes, 50, 13);
  const zeros = new Float64Array(plan.parameterCount);
  const state = { step: steps, parameters: plan.initial, momentum: zeros, variance: zeros };
  const oracle = createReferenceBackend();
  return [await backend.prepare(plan, data, state), await oracle.prepare(plan, data, state)];
}

async function agrees(plan: Plan): Promise<void> {
  const [session, oracle] = await afterSteps(plan);
  const fields = syntheticData(plan.modes, plan.classes, 1, 9).test;
  const [mine, exact] = [await session.propagate(fields), await oracle.propagate(fields)];
  expect(relativeError([...mine.re, ...mine.im], [...exact.re, ...exact.im])).toBeLessThan(4e-6);
  expect(relativeError(await session.gradient(), await oracle.gradient())).toBeLessThan(1e-5);
  for (const samples of [13, 7]) {
    const [report, truth] = [
      await session.evaluate('test', undefined, samples),
      await oracle.evaluate('test', undefined, samples),
    ];
    expect(Math.abs(report.loss - truth.loss)).toBeLessThan(2e-5 * truth.loss);
    expect(relativeError(report.sampleLoss, truth.sampleLoss)).toBeLessThan(1e-5);
    const counted = ({ loss: _, sampleLoss: __, ...rest }: Evaluation) => rest;
    expect(counted(report)).toEqual(counted(truth));
  }
  const candidates = [0, 0.01, -0.02].map((shift) =>
    plan.initial.map((x, i) => Math.fround(x + shift * (i % 3))),
  );
  const [losses, truths] = [await session.losses(candidates), await oracle.losses(candidates)];
  expect(relativeError(losses.loss, truths.loss)).toBeLessThan(1e-5);
  expect(Array.from(losses.accuracy, Math.fround)).toEqual(Array.from(truths.accuracy, Math.fround));
  session.dispose();
}

function flawed(hardware: Partial<Hardware>, change: Partial<Experiment> = {}): Plan {
  return planOf({
    modes: 6,
    hardware: { ...IDEAL_HARDWARE, splitterError: 0.03, insertionLoss: 0.2, ...hardware },
    layers: [
      ...layersOf(1, 'usv', { kind: 'kerr', g: 0.5 }),
      ...layersOf(1, 'u', { kind: 'nofu', kappa: 1.5, r: 0.7, a: 0.7 }),
    ],
    ...change,
  });
}

const crosstalk = { strength: 1, columnPitch: 24, rowPitch: 20, armPitch: 10 };
const detection = {
  power: 0.1,
  responsivity: 1,
  bandwidth: 10,
  shot: true,
  thermal: { load: 50, temperature: 300 },
  rin: -130,
  adc: null,
} as const;

describe('what lies between set phases and light agrees with the reference', () => {
  it.each<{ readonly name: string; readonly hardware: Partial<Hardware> }>([
    { name: 'quantised phases', hardware: { quantisation: { of: 'phase', bits: 6 } } },
    { name: 'quantised voltages', hardware: { quantisation: { of: 'voltage', bits: 6 } } },
    { name: 'crosstalk', hardware: { crosstalk } },
    {
      name: 'crosstalk of quantised phases',
      hardware: { crosstalk, quantisation: { of: 'phase', bits: 7 } },
    },
    { name: 'drift', hardware: { drift: 0.5 } },
    { name: 'phase noise', hardware: { phaseNoise: 0.05 } },
    { name: 'splitter noise', hardware: { splitterNoise: 0.05 } },
    { name: 'loss of every kind', hardware: { crossingLoss: 0.3, propagationLoss: 3 } },
    { name: 'detection noise', hardware: { detection } },
    {
      name: 'a coarse converter',
      hardware: {
        detection: { ...detection, shot: false, thermal: null, rin: null, adc: { bits: 5, fullScale: 0.2 } },
      },
    },
    {
      name: 'all at once',
      hardware: {
        quantisation: { of: 'phase', bits: 8 },
        crosstalk,
        drift: 0.3,
        phaseNoise: 0.02,
        splitterNoise: 0.02,
        detection: { ...detection, adc: { bits: 12, fullScale: 1 } },
      },
    },
  ])('$name', async ({ hardware }) => {
    await agrees(flawed(hardware));
  });

  it('in workgroups of which the mesh fills several', async () => {
    await agrees(flawed({ crosstalk, phaseNoise: 0.01, splitterNoise: 0.01 }, { modes: 17 }));
  });
});

describe('every mesh agrees with the reference', () => {
  it.each(MESH_KINDS.flatMap((mesh) => (['complex', 'real'] as const).map((weights) => ({ mesh, weights }))))(
    '$mesh, $weights',
    async ({ mesh, weights }) => {
      const layer = {
        ...PLAIN_LAYER,
        form: 'usv',
        mesh,
        weights,
        nonlinearity: { kind: 'modulus' },
      } as const;
      await agrees(flawed({ splitterNoise: 0.02, crossingLoss: 0.2 }, { modes: 8, layers: [layer, layer] }));
    },
  );
});

it('512 modes in the workgroups of a real device agree with the reference', async () => {
  const layer = {
    ...PLAIN_LAYER,
    form: 'u-diag',
    mesh: 'butterfly',
    nonlinearity: { kind: 'modulus' },
  } as const;
  const training = { ...ficonnVowels.training, batchSize: 4 };
  const plan = planOf({
    modes: 512,
    layers: [layer],
    hardware: { ...IDEAL_HARDWARE, insertionLoss: 0.2 },
    training,
  });
  const data = syntheticData(512, 3, 8, 4);
  const gpu = new Gpu(await openDevice());
  const session = await prepareCoherent(gpu, plan, data, undefined, geometryOf(plan, false));
  const oracle = await createReferenceBackend().prepare(plan, data);
  expect(relativeError(await session.gradient(), await oracle.gradient())).toBeLessThan(1e-5);
  session.dispose();
  gpu.dispose();
});

describe('limits of training', () => {
  const steps = 12;
  const training = {
    ...ficonnVowels.training,
    batchSize: 13,
    learningRate: 0.3,
    optimiser: { kind: 'sgd', momentum: 0.5 },
  } as const;

  it.each([
    { kind: 'wrap' },
    { kind: 'clamp', phases: ['theta', 'phi'], low: 0, high: Math.PI },
    { kind: 'free' },
  ] as const)('keeps phases in range $kind and frozen ones where they are', async (range) => {
    const plan = flawed({}, { training: { ...training, range, frozen: [0, 3, 20] } });
    const [session, oracle] = await afterSteps(plan, 0);
    await session.step(steps);
    await oracle.step(steps);
    const [mine, exact] = [(await session.state()).parameters, (await oracle.state()).parameters];
    const wrapped = mine.map((value, i) => Math.cos(value - (exact[i] ?? NaN)));
    // Across the seam of a wrap the two may be a turn apart.
    expect(Math.min(...wrapped)).toBeGreaterThan(1 - 1e-5);
    for (const i of [0, 3, 20]) expect(mine[i]).toBe(plan.initial[i]);
    const [metrics, truth] = [await session.metrics(), await oracle.metrics()];
    expect(relativeError(metrics.loss, truth.loss)).toBeLessThan(1e-4);
    expect(relativeError(metrics.accuracy, truth.accuracy)).toBeLessThan(1e-6);
    if (range.kind === 'wrap') {
      const phases = mine.filter((_, i) => (plan.roles[i] ?? 0) === (ROLE.phase | ROLE.trainable));
      expect(Math.min(...phases)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...phases)).toBeLessThanOrEqual(Math.fround(2 * Math.PI));
    }
    session.dispose();
  });

  it('continues a run with every effect on the same curve, bit for bit', async () => {
    const plan = flawed({ drift: 0.5, phaseNoise: 0.02, splitterNoise: 0.02, detection });
    const data = syntheticData(6, 3, 50, 13);
    const whole = await backend.prepare(plan, data);
    await whole.step(20);
    const first = await backend.prepare(plan, data);
    await first.step(7);
    const saved = await first.state();
    await first.step(5);
    await first.evaluate('test');
    await first.losses([plan.initial]);
    await first.restore(saved);
    expect(first.steps).toBe(7);
    await first.step(13);
    expect(await first.state()).toEqual(await whole.state());
    expect((await first.metrics()).loss).toEqual((await whole.metrics()).loss.slice(7));
    first.dispose();
    whole.dispose();
  });
});

describe('other parameters and other dies', () => {
  it('probes more candidates than one submit holds and changes nothing', async () => {
    const plan = flawed({ phaseNoise: 0.02, detection });
    const [session, oracle] = await afterSteps(plan);
    const before = await session.state();
    const candidates = Array.from({ length: 70 }, (_, k) =>
      plan.initial.map((x) => Math.fround(x + 0.001 * k)),
    );
    const [mine, exact] = [await session.losses(candidates), await oracle.losses(candidates)];
    expect(relativeError(mine.loss, exact.loss)).toBeLessThan(1e-5);
    expect(await session.state()).toEqual(before);
    session.dispose();
  });

  it('moves to another die and back', async () => {
    const plan = flawed({ phaseError: 0.1 });
    const [session, oracle] = await afterSteps(plan);
    const own = await session.gradient();
    const die = drawDie(meshesOf(plan.layers), { die: 77, splitterError: 0.1, phaseError: 0.2 });
    await session.setDie(die);
    await oracle.setDie(die);
    const moved = await session.gradient();
    expect(relativeError(moved, await oracle.gradient())).toBeLessThan(1e-5);
    expect(relativeError(moved, own)).toBeGreaterThan(0.1);
    await session.setDie(die.map(() => undefined));
    await oracle.setDie(die.map(() => undefined));
    expect(relativeError(await session.gradient(), await oracle.gradient())).toBeLessThan(1e-5);
    await session.setDie(undefined);
    expect(await session.gradient()).toEqual(own);
    session.dispose();
  });
});
