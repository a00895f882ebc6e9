import { describe, expect, it } from 'vitest';
import type { Layer, Training } from '../experiment/schema';
import { ROLE } from '../learning/plan';
import type { Plan } from '../learning/plan';
import { uniform } from '../lib/rng';
import { MESH_KINDS, mziCount } from '../photonics/mesh';
import type { MeshLosses } from '../photonics/propagate';
import type { Backend } from './backend';
import type { Case } from './conformance.fixture';
import { GENTLE, agreesThroughout, both, planOf, relativeError } from './conformance.fixture';

const KERR = { kind: 'kerr', g: 0.5 } as const;

/** Every mesh, and what may hold its phases back. */
export function describeChips(name: string, shared: () => Promise<Backend>): void {
  describe(`${name} agrees with the reference on`, () => {
    it.each(MESH_KINDS)('a %s mesh that loses light in every part', async (mesh) => {
      const hardware = {
        splitterError: 0.1,
        phaseError: 0.1,
        insertionLoss: 0.2,
        propagationLoss: 20,
        crossingLoss: 0.2,
        splitterNoise: 0.02,
        phaseNoise: 0.02,
        crosstalk: { strength: 1, columnPitch: 24, rowPitch: 30, armPitch: 10 },
      };
      await agreesThroughout(await shared(), {
        modes: 8,
        form: 'usv',
        nonlinearity: KERR,
        layer: { mesh },
        hardware,
      });
    });

    it.each(MESH_KINDS)('an ideal %s mesh', async (mesh) => {
      await agreesThroughout(await shared(), { modes: 4, form: 'u', nonlinearity: KERR, layer: { mesh } });
    });

    it('every port of every interferometer losing something else', async () => {
      const plan = withUnevenLosses(planOf({ modes: 7, form: 'usv', nonlinearity: KERR }));
      const [session, reference] = await both(await shared(), plan);
      expect(relativeError(await session.gradient(), await reference.gradient())).toBeLessThan(5e-6);
      session.dispose();
    });

    it.each(['u', 'usv'] as const)('real weights in %s layers', async (form) => {
      const layer: Partial<Layer> = { weights: 'real' };
      await agreesThroughout(await shared(), { modes: 6, form, nonlinearity: KERR, layer });
      const hardware = { splitterError: 0.1, phaseError: 0.1, insertionLoss: 0.2, splitterNoise: 0.02 };
      await agreesThroughout(await shared(), { modes: 6, form, nonlinearity: KERR, layer, hardware });
    });
  });

  const FROZEN: Case = {
    modes: 6,
    form: 'usv',
    nonlinearity: { kind: 'nofu', kappa: 3, r: 0.8, a: 0.7 },
    layer: { frozen: ['phi', 'alpha'] },
  };

  describe(`${name} holds back what training may not change:`, () => {
    it.each([
      { kind: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
      { kind: 'sgd', momentum: 0.9 },
    ] as const)('frozen parameters under $kind', async (optimiser) => {
      const training: Partial<Training> = { optimiser, frozen: [0, 3, 90, 187] };
      const plan = planOf({ ...FROZEN, training });
      const [session, reference] = await both(await shared(), plan);
      const gradient = await session.gradient();
      await session.step(5);
      await reference.step(5);
      const { parameters } = await session.state();
      expect(relativeError((await session.metrics()).loss, (await reference.metrics()).loss)).toBeLessThan(
        1e-5,
      );
      let moved = 0;
      plan.roles.forEach((role, i) => {
        if ((role & ROLE.trainable) !== 0) moved += Number(parameters[i] !== plan.initial[i]);
        else expect([gradient[i], parameters[i]]).toEqual([0, plan.initial[i]]);
      });
      expect(moved).toBeGreaterThan(50);
      session.dispose();
    });

    it('phases in [0, 2π)', async () => {
      const plan = planOf({
        modes: 6,
        form: 'usv',
        nonlinearity: KERR,
        training: { ...GENTLE, range: { kind: 'wrap' }, learningRate: 2 },
      });
      const [session, reference] = await both(await shared(), plan);
      await session.step(3);
      await reference.step(3);
      const [got, wanted] = [(await session.state()).parameters, (await reference.state()).parameters];
      got.forEach((phase) => {
        expect(phase).toBeGreaterThanOrEqual(0);
        expect(phase).toBeLessThanOrEqual(Math.fround(2 * Math.PI));
      });
      // 0 and 2π are the same phase.
      expect(relativeError(onCircle(got), onCircle(wanted))).toBeLessThan(1e-4);
      session.dispose();
    });

    it('chosen phases between two limits', async () => {
      const range = { kind: 'clamp', phases: ['theta', 'alpha'], low: 0.5, high: 1.75 } as const;
      const plan = planOf({
        modes: 6,
        form: 'usv',
        nonlinearity: KERR,
        training: { ...GENTLE, range, learningRate: 2 },
      });
      const [session, reference] = await both(await shared(), plan);
      await session.step(3);
      await reference.step(3);
      const [got, wanted] = [(await session.state()).parameters, (await reference.state()).parameters];
      expect(relativeError(got, wanted)).toBeLessThan(1e-4);
      for (const { mesh } of plan.layers) {
        for (const phase of got.subarray(mesh.thetaOffset, mesh.thetaOffset + mziCount(mesh.topology))) {
          expect(phase).toBeGreaterThanOrEqual(0.5);
          expect(phase).toBeLessThanOrEqual(1.75);
        }
      }
      expect(Math.max(...got)).toBeGreaterThan(1.75);
      session.dispose();
    });
  });
}

function onCircle(phases: Float64Array): Float64Array {
  return Float64Array.from([...phases].flatMap((phase) => [Math.cos(phase), Math.sin(phase)]));
}

/** Losses that no single waveguide could have by its length alone. */
function withUnevenLosses(plan: Plan): Plan {
  const draw = (length: number, stream: number): Float64Array =>
    Float64Array.from({ length }, (_, k) => 0.8 + 0.2 * uniform(17, stream, k));
  const losses = (modes: number, count: number, stream: number): MeshLosses => ({
    top: draw(count, stream),
    bottom: draw(count, stream + 1),
    output: draw(modes, stream + 2),
  });
  const layers = plan.layers.map((layer, index) => {
    const lossy = (mesh: Plan['layers'][number]['mesh'], stream: number) => ({
      ...mesh,
      losses: losses(plan.modes, mziCount(mesh.topology), stream + 10 * index),
    });
    return { ...layer, before: layer.before && lossy(layer.before, 400), mesh: lossy(layer.mesh, 500) };
  });
  return { ...plan, layers };
}
