import { describe, expect, it } from 'vitest';
import { IDEAL_HARDWARE } from '../../experiment/defaults';
import { ficonnVowels } from '../../experiment/presets';
import type { Hardware, Method, Training } from '../../experiment/schema';
import { compilePlan } from '../../learning/compile-plan';
import { twinPlan } from '../../learning/methods/twin';
import type { ConvPlan } from '../../learning/convolution/plan';
import type { Plan } from '../../learning/plan';
import { ROLE } from '../../learning/plan';
import type { Session, TrainingState } from '../backend';
import { convPlanOf, imagesFor } from '../conv-conformance.fixture';
import { createReferenceBackend } from '../reference/backend';
import { cloudData } from '../run-loop.fixture';
import { prepareTraining } from './method-session';

const CHIP: Method = { kind: 'backprop', model: 'chip' };
const METHODS: readonly (readonly [string, Method, number])[] = [
  ['twin', { kind: 'backprop', model: 'twin' }, 0.05],
  ['in-situ', { kind: 'in-situ', tapNoise: 0.05 }, 0.05],
  ['spsa', { kind: 'spsa', amplitude: 0.05 }, 0.02],
  ['zeroth-order', { kind: 'zeroth-order', amplitude: 0.05, directions: 8 }, 0.04],
  ['coordinate', { kind: 'coordinate', amplitude: 0.05, coordinates: 16 }, 0.05],
];

interface Wanted {
  readonly method: Method;
  readonly learningRate?: number;
  readonly hardware?: Partial<Hardware>;
  readonly training?: Partial<Training>;
}

function planOf({ method, learningRate = 0.05, hardware = {}, training = {} }: Wanted): Plan {
  const compiled = compilePlan(
    {
      ...ficonnVowels,
      modes: 4,
      training: {
        ...ficonnVowels.training,
        batchSize: 24,
        schedule: 'constant',
        ...training,
        method,
        learningRate,
      },
      hardware: { ...IDEAL_HARDWARE, splitterError: 0.05, phaseError: 0.05, ...hardware },
    },
    { trainSamples: 48, classes: 4 },
  );
  if (!compiled.ok) throw new Error(compiled.fault.message);
  return compiled.value;
}

const data = cloudData(48, 24);
const prepare = (plan: Plan, state?: TrainingState): Promise<Session> =>
  prepareTraining(createReferenceBackend(), plan, data, state);

async function curve(session: Session, steps: number): Promise<number[]> {
  await session.step(steps);
  return [...(await session.metrics()).loss];
}

describe.each(METHODS)('training by %s', (_, method, learningRate) => {
  it('brings the loss of the chip down', async () => {
    const session = await prepare(planOf({ method, learningRate }));
    const before = await session.evaluate('train');
    const losses = await curve(session, 250);
    const after = await session.evaluate('train');
    expect(after.loss).toBeLessThan(0.6 * before.loss);
    expect(losses).toHaveLength(250);
    expect(session.steps).toBe(250);
  });

  it('reports what the chip does: loss and accuracy of the batch before the step', async () => {
    // Probes lie around the state: at so small an amplitude their mean hardly shows the curvature.
    const near = 'amplitude' in method ? { ...method, amplitude: 0.0005 } : method;
    const plan = planOf({ method: near, learningRate, training: { batchSize: 48 } });
    const session = await prepare(plan);
    await session.step(3);
    await session.metrics();
    // The batch is the whole split.
    const { loss, accuracy } = await session.evaluate('train');
    await session.step(1);
    const told = await session.metrics();
    expect(told.firstStep).toBe(3);
    expect(Math.abs((told.loss[0] ?? NaN) - loss)).toBeLessThan(0.01);
    expect(Math.abs((told.accuracy[0] ?? NaN) - accuracy)).toBeLessThan(0.1);
    expect(told.gradientNorm[0]).toBeGreaterThan(0);
  });

  it('gives the same curve however it is cut, restored and edited', async () => {
    const plan = planOf({ method, learningRate, hardware: { phaseNoise: 0.01, drift: 0.01 } });
    const straight = await curve(await prepare(plan), 12);
    const first = await prepare(plan);
    const start = [...(await curve(first, 2)), ...(await curve(first, 3))];
    const state = await first.state();
    expect([...start, ...(await curve(await prepare(plan, state), 7))]).toEqual(straight);
    await first.step(4);
    await first.restore(state);
    expect(await curve(first, 7)).toEqual(straight.slice(5));
    const edited = state.parameters.map((value) => value + 0.1);
    await first.restore(state);
    await first.setParameters(edited);
    expect((await first.state()).parameters).toEqual(edited);
    const [moved] = await curve(first, 1);
    expect(moved).not.toBe(straight[5]);
  });

  it('never moves what is frozen and stays in range', async () => {
    const range = { kind: 'clamp', phases: ['theta', 'phi', 'gamma'], low: 0.5, high: 2 } as const;
    const plan = planOf({ method, learningRate, training: { range, frozen: [0, 3, 17] } });
    const session = await prepare(plan);
    await session.step(20);
    const { parameters } = await session.state();
    const both = ROLE.trainable | ROLE.phase;
    parameters.forEach((value, i) => {
      const role = plan.roles[i] ?? 0;
      if ((role & ROLE.trainable) === 0) expect(value).toBe(plan.initial[i]);
      else if ((role & both) === both) expect(value >= 0.5 && value <= 2).toBe(true);
    });
  });
});

describe('the digital twin', () => {
  it('learns the same on every die, and the chip pays for what it does not know', async () => {
    const method: Method = { kind: 'backprop', model: 'twin' };
    const flawed = { splitterError: 0.15, phaseError: 0.2 };
    const trained = async (plan: Plan) => {
      const session = await prepare(plan);
      await session.step(150);
      return { parameters: (await session.state()).parameters, report: await session.evaluate('test') };
    };
    const one = await trained(planOf({ method, hardware: { ...flawed, die: 1 } }));
    const two = await trained(planOf({ method, hardware: { ...flawed, die: 2 } }));
    expect(one.parameters).toEqual(two.parameters);
    expect(one.report.loss).not.toBe(two.report.loss);
    const knowing = await trained(planOf({ method: CHIP, hardware: { ...flawed, die: 1 } }));
    expect(one.report.loss).toBeGreaterThan(knowing.report.loss + 0.05);
    const alone = createReferenceBackend();
    const twin = await alone.prepare(twinPlan(planOf({ method, hardware: flawed })), data);
    await twin.step(150);
    expect((await twin.state()).parameters).toEqual(one.parameters);
  });
});

describe('in-situ gradients', () => {
  it('without noise train exactly as backpropagation does', async () => {
    const exact = await prepare(planOf({ method: CHIP }));
    const measured = await prepare(planOf({ method: { kind: 'in-situ', tapNoise: 0 } }));
    await exact.step(20);
    await measured.step(20);
    expect((await measured.state()).parameters).toEqual((await exact.state()).parameters);
  });
});

describe('a convolutional network', () => {
  const network = (method: Method, normalise: boolean) => {
    const plan = convPlanOf({ stages: [{ channels: 3, normalise }], hardware: { splitterError: 0.1 } });
    return { ...plan, method, optimiser: { ...plan.optimiser, learningRate: 0.02 } };
  };
  const open = (plan: ConvPlan) => prepareTraining(createReferenceBackend(), plan, imagesFor(plan));

  it.each(METHODS)('without normalisation is trained by %s', async (_, method) => {
    const plan = network(method, false);
    const session = await open(plan);
    const before = await session.evaluate('train');
    await session.step(40);
    expect((await session.evaluate('train')).loss).toBeLessThan(before.loss);
    const state = await session.state();
    plan.roles.forEach((role, i) => {
      if ((role & ROLE.trainable) === 0) expect(state.parameters[i]).toBe(plan.initial[i]);
    });
  });

  it('with normalisation is refused by methods without a model, with the field that says so', async () => {
    for (const [, method] of METHODS.slice(1)) {
      await expect(open(network(method, true))).rejects.toMatchObject({
        fault: { code: 'engine/method-refused', where: 'training.method' },
      });
    }
    // The twin's own steps keep the running statistics.
    const twin = await open(network({ kind: 'backprop', model: 'twin' }, true));
    await twin.step(3);
    expect((await twin.metrics()).loss).toHaveLength(3);
  });
});
