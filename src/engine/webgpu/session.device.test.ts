import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ficonnVowels } from '../../experiment/presets';
import { toFault } from '../../lib/fault';
import type { Plan } from '../../learning/plan';
import { createReferenceBackend } from '../reference/backend';
import type { WebGpuBackend } from './backend';
import { RING } from './chip-kernels';
import { layersOf, openBackend, planOf, relativeError, syntheticData } from './device.fixture';

let backend: WebGpuBackend;
beforeAll(async () => {
  backend = await openBackend();
});
afterAll(() => {
  backend.dispose();
});

const data = syntheticData(6, 3, 90, 41);
const nofu = { kind: 'nofu', kappa: 1.5, r: 0.7, a: 0.7 } as const;

function trainingPlan(change: Partial<Plan['optimiser']> = {}): Plan {
  const plan = planOf(
    { modes: 6, layers: [...layersOf(1, 'usv', nofu), ...layersOf(1, 'u', { kind: 'none' })] },
    90,
    3,
  );
  return { ...plan, optimiser: { ...plan.optimiser, learningRate: 0.02, ...change } as Plan['optimiser'] };
}

describe('training', () => {
  it.each([
    // A large epsilon: where the exact gradient is zero, Adam would otherwise follow the sign of rounding errors.
    {
      kind: 'adam',
      beta1: 0.9,
      beta2: 0.999,
      epsilon: 1e-2,
      learningRate: 0.02,
      schedule: 'constant',
    } as const,
    { kind: 'sgd', momentum: 0.8, learningRate: 0.05, schedule: 'cosine' } as const,
  ])('follows the reference for 8 steps of $kind', async (optimiser) => {
    const plan = { ...trainingPlan(), optimiser, totalSteps: 20 };
    const session = await backend.prepare(plan, data);
    const oracle = await createReferenceBackend().prepare(plan, data);
    await session.step(8, 0.5);
    await oracle.step(8, 0.5);
    const [mine, exact] = [await session.metrics(), await oracle.metrics()];
    expect(relativeError(mine.loss, exact.loss)).toBeLessThan(1e-5);
    expect(relativeError(mine.gradientNorm, exact.gradientNorm)).toBeLessThan(1e-4);
    expect(Array.from(mine.accuracy)).toEqual(Array.from(exact.accuracy));
    expect(relativeError((await session.state()).parameters, (await oracle.state()).parameters)).toBeLessThan(
      1e-5,
    );
    session.dispose();
  });

  it('repeats bit for bit, also when resumed half-way', async () => {
    const plan = trainingPlan();
    const runs = [];
    for (let run = 0; run < 2; run++) {
      const session = await backend.prepare(plan, data);
      await session.step(20);
      runs.push({ state: await session.state(), loss: (await session.metrics()).loss });
      session.dispose();
    }
    expect(runs[1]).toEqual(runs[0]);
    const first = await backend.prepare(plan, data);
    await first.step(9);
    const second = await backend.prepare(plan, data, await first.state());
    first.dispose();
    expect(second.steps).toBe(9);
    await second.step(11);
    expect(await second.state()).toEqual(runs[0]?.state);
    const metrics = await second.metrics();
    expect(metrics.firstStep).toBe(9);
    expect(metrics.loss).toEqual(runs[0]?.loss.slice(9));
    second.dispose();
  });

  it('learns', async () => {
    const session = await backend.prepare(trainingPlan(), data);
    const before = await session.evaluate('test');
    await session.step(150);
    const after = await session.evaluate('test');
    expect(after.loss).toBeLessThan(0.8 * before.loss);
    expect(after.accuracy).toBeGreaterThan(0.6);
    const { loss, firstStep } = await session.metrics();
    expect([firstStep, loss.length, session.steps]).toEqual([0, 150, 150]);
    session.dispose();
  });

  it('loses no metrics when the ring on the device wraps', async () => {
    const training = { ...ficonnVowels.training, batchSize: 2 };
    const plan = planOf({ modes: 2, training, layers: layersOf(1, 'u', { kind: 'none' }) }, 9, 2);
    const small = syntheticData(2, 2, 9, 3);
    const steps = RING + 70;
    const once = await backend.prepare(plan, small);
    await once.step(steps);
    const often = await backend.prepare(plan, small);
    const losses: number[] = [];
    for (let done = 0; done < steps; done += 547) {
      await often.step(Math.min(547, steps - done));
      losses.push(...(await often.metrics()).loss);
    }
    const { firstStep, loss } = await once.metrics();
    expect([firstStep, loss.length]).toEqual([0, steps]);
    expect(losses).toEqual(Array.from(loss));
    once.dispose();
    often.dispose();
  });

  it('reports device time in milliseconds or not at all', async () => {
    const session = await backend.prepare(trainingPlan(), data);
    await session.step(3);
    expect(session.deviceTime ?? 1).toBeGreaterThan(0);
    session.dispose();
  });
});

describe('reports', () => {
  it('knows a software device', () => {
    // The tests run on SwiftShader, which must never be taken for a graphics card.
    expect(backend.label).toContain('WebGPU, ');
    expect(backend.isSoftware).toBe(true);
  });

  it('evaluates a split like the reference', async () => {
    const plan = trainingPlan();
    const session = await backend.prepare(plan, data);
    const oracle = await createReferenceBackend().prepare(plan, data);
    for (const split of ['train', 'test'] as const) {
      const [mine, exact] = [await session.evaluate(split), await oracle.evaluate(split)];
      expect(Math.abs(mine.loss - exact.loss)).toBeLessThan(1e-5 * exact.loss);
      expect(relativeError(mine.sampleLoss, exact.sampleLoss)).toBeLessThan(1e-5);
      const counts = { loss: 0, sampleLoss: exact.sampleLoss };
      expect({ ...mine, ...counts }).toEqual({ ...exact, ...counts });
    }
    session.dispose();
  });

  it('propagates more fields than one chunk holds, at edited parameters', async () => {
    const plan = trainingPlan();
    const session = await backend.prepare(plan, data);
    const oracle = await createReferenceBackend().prepare(plan, data);
    const moved = plan.initial.map((value, i) => Math.fround(value + 0.01 * i));
    await session.setParameters(moved);
    await oracle.setParameters(moved);
    const many = syntheticData(6, 3, 1, 300).test;
    const [mine, exact] = [await session.propagate(many), await oracle.propagate(many)];
    expect(relativeError(mine.re, exact.re)).toBeLessThan(3e-6);
    expect(relativeError(mine.im, exact.im)).toBeLessThan(3e-6);
    session.dispose();
  });

  it('a gradient changes nothing', async () => {
    const session = await backend.prepare(trainingPlan(), data);
    await session.step(2);
    const before = await session.state();
    await session.gradient();
    expect(await session.state()).toEqual(before);
    session.dispose();
  });
});

describe('what can go wrong', () => {
  it('refuses a plan that does not fit before allocating', async () => {
    const immense = { ...data, train: { ...data.train, count: 2 ** 26 } };
    const fault = await backend.prepare(trainingPlan(), immense).then(() => undefined, toFault);
    expect(fault?.code).toBe('engine/out-of-memory');
    expect(fault?.message).toMatch(/\d MB/);
  });

  it('refuses numbers of another plan and goes on', async () => {
    const session = await backend.prepare(trainingPlan(), data);
    const codes = await Promise.all([
      session.setParameters(new Float64Array(5)).then(
        () => 'taken',
        (error: unknown) => toFault(error).code,
      ),
      session.propagate(syntheticData(4, 3, 1, 1).test).then(
        () => 'taken',
        (error: unknown) => toFault(error).code,
      ),
    ]);
    expect(codes).toEqual(['engine/unsupported', 'engine/unsupported']);
    await session.step(1);
    expect(session.steps).toBe(1);
    session.dispose();
  });

  it('refuses calls after dispose', async () => {
    const session = await backend.prepare(trainingPlan(), data);
    session.dispose();
    session.dispose();
    expect((await session.step(1).then(() => undefined, toFault))?.code).toBe('engine/disposed');
  });

  it('a lost device rejects what runs, what follows, and `lost`; a new backend continues the run', async () => {
    const plan = trainingPlan();
    const fragile = await openBackend();
    const session = await fragile.prepare(plan, data);
    await session.step(4);
    const saved = await session.state();
    const running = session.step(200).then(() => undefined, toFault);
    fragile.loseDevice();
    expect((await running)?.code).toBe('engine/device-lost');
    expect((await session.metrics().then(() => undefined, toFault))?.code).toBe('engine/device-lost');
    expect((await fragile.lost?.catch(toFault))?.code).toBe('engine/device-lost');
    expect((await fragile.prepare(plan, data).then(() => undefined, toFault))?.code).toBe(
      'engine/device-lost',
    );
    const again = await backend.prepare(plan, data, saved);
    await again.step(3);
    const undisturbed = await backend.prepare(plan, data);
    await undisturbed.step(7);
    expect(await again.state()).toEqual(await undisturbed.state());
    again.dispose();
    undisturbed.dispose();
  });
});
