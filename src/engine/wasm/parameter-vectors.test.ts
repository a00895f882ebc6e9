import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { optimise } from '../../learning/optimiser';
import type { PhaseRange, Plan, PlanOptimiser } from '../../learning/plan';
import { ROLE } from '../../learning/plan';
import { keepInRange } from '../../learning/range';
import { normal } from '../../lib/rng';
import { planOf } from '../conformance.fixture';
import { kernelsInNode } from './kernels.fixture';
import { ParameterVectors } from './parameter-vectors';

const fresh = await kernelsInNode();
const COUNT = 22;

const OPTIMISERS = [
  { kind: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 1e-8, learningRate: 0.1, schedule: 'constant' },
  { kind: 'sgd', momentum: 0.9, learningRate: 0.1, schedule: 'constant' },
] as const satisfies readonly PlanOptimiser[];

const RANGES: readonly (PhaseRange | undefined)[] = [
  undefined,
  { kind: 'wrap' },
  {
    kind: 'clamp',
    low: Float64Array.from({ length: COUNT }, (_, i) => (i % 3 === 0 ? -Infinity : 0.1 * (i % 5))),
    high: Float64Array.from({ length: COUNT }, (_, i) => (i % 4 === 0 ? Infinity : Math.PI)),
  },
];

function planWith(optimiser: PlanOptimiser, range: PhaseRange | undefined): Plan {
  return {
    ...planOf({ modes: 2, form: 'u', nonlinearity: { kind: 'none' }, classes: 2 }),
    optimiser,
    range,
    parameterCount: COUNT,
    initial: Float64Array.from({ length: COUNT }, (_, i) => Math.fround(4 * normal(1, 90, i))),
    roles: Uint8Array.from({ length: COUNT }, (_, i) => i % 4),
  };
}

it.each(OPTIMISERS.flatMap((optimiser) => RANGES.map((range) => ({ optimiser, range }))))(
  'moves parameters as the reference does: $optimiser.kind, $range.kind',
  ({ optimiser, range }) => {
    const plan = planWith(optimiser, range);
    const { arena, kernels } = fresh();
    const vectors = new ParameterVectors(kernels, arena, plan);
    const parameters = plan.initial.slice();
    const [momentum, variance] = [new Float64Array(COUNT), new Float64Array(COUNT)];
    for (let step = 0; step < 6; step++) {
      const gradient = Float64Array.from({ length: COUNT }, (_, i) => Math.fround(normal(step, 91, i)));
      arena.f32(vectors.gradient, COUNT).set(gradient);
      vectors.freeze();
      gradient.forEach((_, i) => {
        if (((plan.roles[i] ?? 0) & ROLE.trainable) === 0) gradient[i] = 0;
      });
      vectors.update(0.5, step);
      optimise(optimiser, 0.5, step, parameters, gradient, momentum, variance);
      keepInRange(range, plan.roles, parameters);
    }
    const state = vectors.state(6);
    state.parameters.forEach((value, i) => {
      const wanted = parameters[i] ?? NaN;
      expect(Math.abs(value - wanted)).toBeLessThan(1e-4);
      if (((plan.roles[i] ?? 0) & ROLE.trainable) !== 0) return;
      expect(value).toBe(plan.initial[i]);
      expect(state.momentum[i]).toBe(0);
      expect(state.variance[i]).toBe(0);
    });
  },
);

it('never leaves a limit by rounding', () => {
  const limit = fc.double({ min: -12, max: 12, noNaN: true });
  fc.assert(
    fc.property(limit, limit, (one, other) => {
      fc.pre(Math.abs(one - other) > 1e-3);
      const [low, high] = [Math.min(one, other), Math.max(one, other)];
      const range: PhaseRange = {
        kind: 'clamp',
        low: new Float64Array(COUNT).fill(low),
        high: new Float64Array(COUNT).fill(high),
      };
      const plan = { ...planWith(OPTIMISERS[1], range), roles: new Uint8Array(COUNT).fill(3) };
      const { arena, kernels } = fresh();
      const vectors = new ParameterVectors(kernels, arena, plan);
      arena.f32(vectors.gradient, COUNT).forEach((_, i, gradient) => (gradient[i] = i % 2 === 0 ? 99 : -99));
      vectors.update(1, 0);
      vectors.state(1).parameters.forEach((value, i) => {
        expect(value).toBeGreaterThanOrEqual(low);
        expect(value).toBeLessThanOrEqual(high);
        expect(value).toBeCloseTo(i % 2 === 0 ? low : high, 5);
      });
    }),
  );
});

it('puts parameters back after others were borrowed', () => {
  const plan = planWith(OPTIMISERS[0], undefined);
  const { arena, kernels } = fresh();
  const vectors = new ParameterVectors(kernels, arena, plan);
  vectors.borrow((set) => {
    set(new Float64Array(COUNT).fill(2));
    expect(arena.f32(vectors.parameters, COUNT)[5]).toBe(2);
  });
  expect(vectors.state(0).parameters).toEqual(plan.initial);
});
