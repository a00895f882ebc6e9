import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { effectivePhases, pullBack } from '../../learning/effects';
import { DriftWalk } from '../../learning/noise';
import type { PlanEffects, SparseMatrix } from '../../learning/plan';
import { ROLE } from '../../learning/plan';
import { normal } from '../../lib/rng';
import { kernelsInNode } from './kernels.fixture';
import { ParameterVectors } from './parameter-vectors';
import { PhaseEffects } from './phase-effects';
import { planOf } from '../conformance.fixture';

const fresh = await kernelsInNode();
const SEED = 3;
const NO_EFFECTS: PlanEffects = {
  quantisation: undefined,
  crosstalk: undefined,
  drift: undefined,
  phaseNoise: 0,
  splitterNoise: 0,
};

/** Every parameter heats those one and three places after it. */
function heating(count: number): SparseMatrix {
  const rowStart = [0];
  const columns: number[] = [];
  const values: number[] = [];
  for (let i = 0; i < count; i++) {
    for (const distance of [3, 1].filter((d) => i >= d)) {
      columns.push(i - distance);
      values.push(0.1 * normal(SEED, 90, columns.length));
    }
    rowStart.push(columns.length);
  }
  return {
    rowStart: Int32Array.from(rowStart),
    columns: Int32Array.from(columns),
    values: Float64Array.from(values),
  };
}

/** As the plan has them: none for what is no phase. */
const loadings = (roles: Uint8Array) =>
  Float32Array.from({ length: 4 * roles.length }, (_, i) =>
    ((roles[i >> 2] ?? 0) & ROLE.phase) === 0 ? 0 : 0.5 * normal(SEED, 91, i),
  );

const anyEffects = (roles: Uint8Array): fc.Arbitrary<PlanEffects> =>
  fc.record({
    quantisation: fc.option(
      fc.record({
        of: fc.constantFrom('phase', 'voltage'),
        levels: fc.constantFrom(2, 4, 8, 64, 65536),
      }),
      { nil: undefined },
    ),
    crosstalk: fc.constantFrom(undefined, heating(roles.length)),
    drift: fc.constantFrom(undefined, { rate: 0.1, loadings: loadings(roles) }),
    phaseNoise: fc.constantFrom(0, 0.1),
    splitterNoise: fc.constant(0),
  });

/** Phases, f32 as they are set, and roles. */
const anyPhases = fc
  .array(
    fc.tuple(fc.double({ min: -30, max: 30, noNaN: true }).map(Math.fround), fc.integer({ min: 0, max: 3 })),
    { minLength: 1, maxLength: 23 },
  )
  .map((pairs) => ({
    initial: Float64Array.from(pairs, ([phase]) => phase),
    roles: Uint8Array.from(pairs, ([, role]) => role),
  }));

function planWith(initial: Float64Array, roles: Uint8Array, effects: PlanEffects) {
  const base = planOf({ modes: 2, form: 'u', nonlinearity: { kind: 'none' }, classes: 2 });
  return { ...base, parameterCount: initial.length, initial, roles, effects, seed: SEED };
}

it('gives the phases that the reference lets light meet', () => {
  const cases = anyPhases.chain((phases) =>
    fc.record({
      phases: fc.constant(phases),
      effects: anyEffects(phases.roles),
      step: fc.integer({ min: 0, max: 20 }),
      key: fc.constantFrom(undefined, 1, 0xdeadbeef),
    }),
  );
  fc.assert(
    fc.property(cases, ({ phases: { initial, roles }, effects, step, key }) => {
      const plan = planWith(initial, roles, effects);
      const { arena, kernels } = fresh();
      const { parameters } = new ParameterVectors(kernels, arena, plan);
      const chip = new PhaseEffects(kernels, arena, plan, effects, parameters);
      // Going back in time must not change a moment.
      chip.apply(25, 7);
      chip.apply(step, key);
      const walks = effects.drift && new DriftWalk(effects.drift, SEED).at(step);
      const wanted = effectivePhases(plan, initial, { key, walks });
      arena.f32(chip.phases, initial.length).forEach((phase, i) => {
        expect(Math.abs(phase - (wanted[i] ?? NaN))).toBeLessThan(1e-5);
      });
    }),
  );
});

it('pulls gradients back through heat, and leaves what is frozen alone', () => {
  fc.assert(
    fc.property(anyPhases, fc.boolean(), ({ initial, roles }, isHot) => {
      const count = initial.length;
      const effects = { ...NO_EFFECTS, crosstalk: isHot ? heating(count) : undefined };
      const plan = planWith(initial, roles, effects);
      const { arena, kernels } = fresh();
      const vectors = new ParameterVectors(kernels, arena, plan);
      const chip = new PhaseEffects(kernels, arena, plan, effects, vectors.parameters);
      const wanted = Float64Array.from({ length: count }, (_, i) => Math.fround(normal(SEED, 92, i)));
      arena.f32(vectors.gradient, count).set(wanted);
      chip.backward(vectors.gradient);
      vectors.freeze();
      pullBack(plan, wanted);
      vectors.readGradient().forEach((slope, i) => {
        expect(Math.abs(slope - (wanted[i] ?? NaN))).toBeLessThan(1e-5);
        if (((roles[i] ?? 0) & ROLE.trainable) === 0) expect(slope).toBe(0);
      });
      const squares = wanted.reduce((sum, slope) => sum + slope ** 2, 0);
      expect(vectors.gradientNorm()).toBeCloseTo(Math.sqrt(squares), 5);
    }),
  );
});

it('sends π to the level above in both kinds of converter, as the reference does', () => {
  for (const of of ['phase', 'voltage'] as const) {
    for (const bits of [1, 2, 8, 16]) {
      const effects: PlanEffects = { ...NO_EFFECTS, quantisation: { of, levels: 2 ** bits } };
      const initial = Float64Array.of(Math.fround(Math.PI), Math.fround(Math.PI / 2), 0, 6.25);
      const plan = planWith(initial, new Uint8Array(4).fill(3), effects);
      const { arena, kernels } = fresh();
      const { parameters } = new ParameterVectors(kernels, arena, plan);
      const chip = new PhaseEffects(kernels, arena, plan, effects, parameters);
      chip.apply(0, undefined);
      const wanted = effectivePhases(plan, initial, { key: undefined, walks: undefined });
      arena.f32(chip.phases, 4).forEach((phase, i) => {
        expect(Math.abs(phase - (wanted[i] ?? NaN))).toBeLessThan(1e-6);
      });
    }
  }
});
