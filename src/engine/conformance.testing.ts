import { describe, expect, it } from 'vitest';
import { ficonnVowels } from '../experiment/presets';
import { FORMS, NONLINEARITIES } from '../learning/nonlinearities.fixture';
import type { Backend } from './backend';
import { describeChips } from './conformance-chips.testing';
import { describeFlaws } from './conformance-flaws.testing';
import { describeStates } from './conformance-states.testing';
import { agrees, both, dataFor, planOf, relativeError } from './conformance.fixture';

/** The one suite every backend must pass: agreement with the f64 reference, and determinism. */

export function describeConformance(name: string, create: () => Promise<Backend>): void {
  let backend: Promise<Backend> | undefined;
  const shared = (): Promise<Backend> => (backend ??= create());

  describe(`${name} agrees with the reference`, () => {
    for (const nonlinearity of NONLINEARITIES) {
      it.each(FORMS)(`${nonlinearity.kind} in %s layers`, async (form) => {
        await agrees(await shared(), { modes: 6, form, nonlinearity });
      });
    }

    it.each([2, 3, 5, 8, 17])('with %i modes', async (modes) => {
      const nonlinearity = { kind: 'electro-optic', alpha: 0.1, g: 0.7, phiB: 2 } as const;
      await agrees(await shared(), { modes, form: 'usv', nonlinearity, classes: 2 });
    });

    it.each([
      { normalise: true, scale: 5, loss: 'cross-entropy' },
      { normalise: true, scale: 1, loss: 'mse' },
      { normalise: false, scale: 0.3, loss: 'mse' },
      { normalise: false, scale: 2, loss: 'cross-entropy' },
    ] as const)('with readout %o', async (readout) => {
      await agrees(await shared(), {
        modes: 12,
        classes: 10,
        form: 'u',
        nonlinearity: { kind: 'modulus' },
        change: { readout },
      });
    });

    it('on a whole split', async () => {
      const plan = planOf({ modes: 6, form: 'u', nonlinearity: { kind: 'kerr', g: 0.5 } });
      const [session, reference] = await both(await shared(), plan);
      for (const split of ['train', 'test'] as const) {
        const [got, wanted] = [await session.evaluate(split), await reference.evaluate(split)];
        expect(got.confusion).toEqual(wanted.confusion);
        expect(got.predictions).toEqual(wanted.predictions);
        expect(got.accuracy).toBe(wanted.accuracy);
        expect(got.loss).toBeCloseTo(wanted.loss, 5);
        expect(relativeError(got.sampleLoss, wanted.sampleLoss)).toBeLessThan(1e-4);
        const mean = got.sampleLoss.reduce((sum, loss) => sum + loss, 0) / got.samples;
        expect(mean).toBeCloseTo(got.loss, 5);
      }
      session.dispose();
    });

    it.each([
      { kind: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
      { kind: 'sgd', momentum: 0.9 },
    ] as const)('over 40 steps of $kind', async (optimiser) => {
      const training = { ...ficonnVowels.training, optimiser, batchSize: 16, epochs: 20, learningRate: 0.02 };
      const plan = planOf({
        modes: 6,
        form: 'u',
        nonlinearity: { kind: 'kerr', g: 0.5 },
        change: { training },
      });
      const [session, reference] = await both(await shared(), plan);
      await session.step(40);
      await reference.step(40);
      const [got, wanted] = [await session.metrics(), await reference.metrics()];
      expect(got.firstStep).toBe(0);
      expect(relativeError(got.loss, wanted.loss)).toBeLessThan(1e-4);
      expect(relativeError(got.gradientNorm, wanted.gradientNorm)).toBeLessThan(1e-3);
      expect(wanted.loss[39]).toBeLessThan(wanted.loss[0] ?? 0);
      session.dispose();
    });
  });

  describe(`${name} is deterministic`, () => {
    const plan = planOf({ modes: 6, form: 'usv', nonlinearity: { kind: 'nofu', kappa: 3, r: 0.8, a: 0.7 } });
    const data = dataFor(plan);

    it('gives the same curve bit for bit', async () => {
      const curves: Float32Array[] = [];
      for (let run = 0; run < 2; run++) {
        const session = await (await shared()).prepare(plan, data);
        await session.step(30);
        curves.push((await session.metrics()).loss);
        session.dispose();
      }
      expect(curves[0]).toEqual(curves[1]);
      expect(curves[0]).toHaveLength(30);
    });

    it('continues a saved state on the same curve', async () => {
      const whole = await (await shared()).prepare(plan, data);
      await whole.step(30);
      const first = await (await shared()).prepare(plan, data);
      await first.step(13);
      const second = await (await shared()).prepare(plan, data, await first.state());
      expect(second.steps).toBe(13);
      await second.step(17);
      const [all, rest] = [await whole.metrics(), await second.metrics()];
      expect(rest.firstStep).toBe(13);
      expect(rest.loss).toEqual(all.loss.slice(13));
      expect(await second.state()).toEqual(await whole.state());
      for (const session of [whole, first, second]) session.dispose();
    });
  });

  describeFlaws(name, shared);
  describeChips(name, shared);
  describeStates(name, shared);
}
