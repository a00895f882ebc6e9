import { describe, expect, it } from 'vitest';
import { drawDie, withDie } from '../learning/die';
import { meshesOf } from '../learning/plan';
import type { Backend } from './backend';
import { createReferenceBackend } from './reference/backend';
import type { Case } from './conformance.fixture';
import {
  RECEIVER,
  THERMAL,
  both,
  dataFor,
  expectSameEvaluation,
  planOf,
  relativeError,
} from './conformance.fixture';

const NOISY: Case = {
  modes: 6,
  form: 'usv',
  nonlinearity: { kind: 'kerr', g: 0.5 },
  hardware: {
    splitterError: 0.05,
    quantisation: { of: 'phase', bits: 8 },
    drift: 1,
    phaseNoise: 0.02,
    splitterNoise: 0.02,
    detection: { ...RECEIVER, shot: true, thermal: THERMAL, rin: -116 },
  },
};

/** Sessions that are asked to go elsewhere: another state, another die, a part of a split. */
export function describeStates(name: string, shared: () => Promise<Backend>): void {
  describe(`${name}, sent elsewhere,`, () => {
    it('goes back to a state and repeats its noisy curve bit for bit', async () => {
      const plan = planOf(NOISY);
      const session = await (await shared()).prepare(plan, dataFor(plan));
      await session.step(3);
      const saved = await session.state();
      await session.metrics();
      await session.step(5);
      const [first, end] = [await session.metrics(), await session.state()];
      const report = await session.evaluate('test');
      await session.restore(saved);
      expect(session.steps).toBe(3);
      await session.step(5);
      expect(await session.metrics()).toEqual(first);
      expect(await session.state()).toEqual(end);
      expect(await session.evaluate('test')).toEqual(report);
      expect(first.firstStep).toBe(3);
      session.dispose();
    });

    it('continues a noisy, drifting run from its saved state', async () => {
      const plan = planOf(NOISY);
      const data = dataFor(plan);
      const whole = await (await shared()).prepare(plan, data);
      await whole.step(4);
      const half = await (await shared()).prepare(plan, data, await whole.state());
      await whole.metrics();
      await whole.step(4);
      await half.step(4);
      expect(await half.metrics()).toEqual(await whole.metrics());
      expect(await half.state()).toEqual(await whole.state());
      for (const session of [whole, half]) session.dispose();
    });

    it.each([
      ['without noise', { splitterError: 0.05 }],
      ['with noise', NOISY.hardware],
    ] as const)('works on another die and comes back, %s', async (_, hardware) => {
      const plan = planOf({ ...NOISY, hardware: hardware ?? {} });
      const [session] = await both(await shared(), plan);
      const own = await session.gradient();
      const die = drawDie(meshesOf(plan.layers), { die: 99, splitterError: 0.1, phaseError: 0.05 });
      await session.setDie(die);
      const onDie = await createReferenceBackend().prepare(withDie(plan, die), dataFor(plan));
      expect(relativeError(await session.gradient(), await onDie.gradient())).toBeLessThan(5e-6);
      expectSameEvaluation(await session.evaluate('test'), await onDie.evaluate('test'));
      expect(relativeError(await onDie.gradient(), own)).toBeGreaterThan(0.01);
      await session.setDie(undefined);
      expect(await session.gradient()).toEqual(own);
      session.dispose();
    });

    it('works on a die with flaws where its own has none', async () => {
      const plan = planOf({ ...NOISY, hardware: {} });
      const [session] = await both(await shared(), plan);
      const die = drawDie(meshesOf(plan.layers), { die: 99, splitterError: 0.1, phaseError: 0.05 });
      await session.setDie(die);
      const onDie = await createReferenceBackend().prepare(withDie(plan, die), dataFor(plan));
      expect(relativeError(await session.gradient(), await onDie.gradient())).toBeLessThan(5e-6);
      session.dispose();
    });

    it('evaluates the first samples of a split alone', async () => {
      const plan = planOf(NOISY);
      const [session, reference] = await both(await shared(), plan);
      const whole = await session.evaluate('test');
      const part = await session.evaluate('test', undefined, 7);
      expect(part.samples).toBe(7);
      expect(part.predictions).toEqual(whole.predictions.slice(0, 7));
      expectSameEvaluation(part, await reference.evaluate('test', undefined, 7));
      expect(await session.evaluate('test', undefined, 1000)).toEqual(whole);
      session.dispose();
    });

    it('gives each candidate noise of its own and changes nothing', async () => {
      const plan = planOf(NOISY);
      const [session] = await both(await shared(), plan);
      const before = await session.state();
      const { loss } = await session.losses([plan.initial, plan.initial]);
      expect(loss[0]).not.toBe(loss[1]);
      expect((await session.losses([plan.initial])).loss[0]).toBe(loss[0]);
      expect(await session.state()).toEqual(before);
      session.dispose();
    });
  });
}
