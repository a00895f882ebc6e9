import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PhaseRange } from '../plan';
import { ROLE } from '../plan';
import type { ForwardOnly } from './probe';
import { probe } from './probe';
import { spaceOf } from './space';
import { applyEstimate } from './update';

const BOTH = ROLE.trainable | ROLE.phase;
const COUNT = 6;
const FROZEN = 2;

const METHODS: readonly ForwardOnly[] = [
  { kind: 'spsa', amplitude: 0.01 },
  { kind: 'zeroth-order', amplitude: 0.01, directions: 4 },
  { kind: 'coordinate', amplitude: 0.01, coordinates: 2 },
];

function space(range?: PhaseRange, seed = 3) {
  const roles = new Uint8Array(COUNT).fill(BOTH);
  roles[FROZEN] = ROLE.phase;
  return spaceOf({ roles, range, seed });
}

const slopes = [1, -2, 5, 0.5, 3, -1];
const at = (values: Float64Array) => values.reduce((sum, value, i) => sum + (slopes[i] ?? 0) * value, 0);

/** The gradient of a linear loss as a method sees it in one step. */
function seen(method: ForwardOnly, step: number, range?: PhaseRange, from = new Float64Array(COUNT)) {
  const probed = probe(method, space(range), from, step);
  const estimate = probed.estimate(Float64Array.from(probed.candidates, at));
  if (estimate.kind === 'all') return estimate.gradient;
  const gradient = new Float64Array(COUNT);
  for (const { offset, slope } of estimate.slopes) gradient[offset] = slope;
  return gradient;
}

describe.each(METHODS)('probing by $kind', (method) => {
  it('never moves a frozen parameter and keeps every candidate in its limits', () => {
    const low = new Float64Array(COUNT).fill(-0.005);
    const high = new Float64Array(COUNT).fill(0.02);
    fc.assert(
      fc.property(
        fc.nat(1000),
        fc.array(fc.double({ min: -0.005, max: 0.02, noNaN: true }), { minLength: COUNT, maxLength: COUNT }),
        (step, start) => {
          const from = Float64Array.from(start);
          for (const candidate of probe(method, space({ kind: 'clamp', low, high }), from, step).candidates) {
            expect(candidate[FROZEN]).toBe(from[FROZEN]);
            expect(Math.min(...candidate)).toBeGreaterThanOrEqual(-0.005);
            expect(Math.max(...candidate)).toBeLessThanOrEqual(0.02);
          }
          for (const value of seen(method, step, { kind: 'clamp', low, high }, from))
            expect(Number.isFinite(value)).toBe(true);
        },
      ),
    );
  });

  it('repeats a step and differs between steps and seeds', () => {
    const from = new Float64Array(COUNT);
    const tried = (seed: number, step: number) =>
      probe(method, space(undefined, seed), from, step).candidates;
    expect(tried(3, 7)).toEqual(tried(3, 7));
    expect(tried(3, 7)).not.toEqual(tried(3, 8));
    const some = (seed: number) => [1, 2, 3, 4, 5, 6].map((step) => tried(seed, step));
    expect(some(3)).not.toEqual(some(4));
  });

  it('sees the true slope of a phase that wraps', () => {
    const whole = 2 * Math.PI;
    const periodic = (values: Float64Array) =>
      values.reduce((sum, value, i) => sum + (slopes[i] ?? 0) * Math.sin(value), 0);
    const from = Float64Array.of(0.001, 6.281, 1, 0, whole - 0.001, 0.002);
    const mean = new Float64Array(COUNT);
    const STEPS = 4000;
    let times = 0;
    for (let step = 0; step < STEPS; step++) {
      const probed = probe(method, space({ kind: 'wrap' }), from, step);
      const estimate = probed.estimate(Float64Array.from(probed.candidates, periodic));
      if (estimate.kind === 'all')
        estimate.gradient.forEach((value, i) => (mean[i] = (mean[i] ?? 0) + value));
      else for (const { offset, slope } of estimate.slopes) mean[offset] = (mean[offset] ?? 0) + slope;
      times += estimate.kind === 'all' ? 1 : 2 / (COUNT - 1);
    }
    slopes.forEach((slope, i) => {
      const expected = i === FROZEN ? 0 : slope * Math.cos(from[i] ?? 0);
      // A few standard errors: each estimate carries the other slopes, of norm 4, as noise.
      expect(Math.abs((mean[i] ?? 0) / times - expected)).toBeLessThan(0.25);
    });
  });

  it('finds the valley of a bowl', () => {
    const centre = [0.3, -0.2, 9, 1, 0.5, -0.7];
    const bowl = (values: Float64Array) =>
      values.reduce(
        (sum, value, i) => sum + (i === FROZEN ? 0 : (i + 1) * (value - (centre[i] ?? 0)) ** 2),
        0,
      );
    const moving = {
      parameters: new Float64Array(COUNT),
      momentum: new Float64Array(COUNT),
      variance: new Float64Array(COUNT),
    };
    const { roles } = space();
    const optimiser = {
      kind: 'adam',
      beta1: 0.9,
      beta2: 0.999,
      epsilon: 1e-8,
      learningRate: 0.03,
      schedule: 'cosine',
    } as const;
    for (let step = 0; step < 1500; step++) {
      const probed = probe(method, space(), moving.parameters, step);
      const rate = 0.03 * (1 - step / 1500);
      applyEstimate(
        { optimiser, range: undefined, roles },
        rate,
        step,
        moving,
        probed.estimate(Float64Array.from(probed.candidates, bowl)),
      );
    }
    expect(bowl(moving.parameters)).toBeLessThan(1e-3);
    expect(moving.parameters[FROZEN]).toBe(0);
  });
});

describe('one parameter after the other', () => {
  it('measures exact slopes of a linear loss, and at a limit from the side that is left', () => {
    const method: ForwardOnly = { kind: 'coordinate', amplitude: 0.01, coordinates: 5 };
    const free = seen(method, 0);
    slopes.forEach((slope, i) => {
      expect(free[i]).toBeCloseTo(i === FROZEN ? 0 : slope, 10);
    });
    const low = new Float64Array(COUNT);
    const high = new Float64Array(COUNT).fill(1);
    low[5] = high[5] = 0;
    const limited = seen(method, 0, { kind: 'clamp', low, high });
    expect(limited[0]).toBeCloseTo(1, 10);
    // Between equal limits nothing can be learnt.
    expect(limited[5]).toBe(0);
  });

  it('gives each its turn once a round and counts its visits', () => {
    const method: ForwardOnly = { kind: 'coordinate', amplitude: 0.01, coordinates: 3 };
    const turns = [0, 1, 2, 3, 4].flatMap((step) => {
      const probed = probe(method, space(), new Float64Array(COUNT), step);
      const estimate = probed.estimate(new Float64Array(6));
      return estimate.kind === 'some' ? estimate.slopes : [];
    });
    for (const round of [0, 1, 2]) {
      const inRound = turns.slice(5 * round, 5 * round + 5);
      expect(inRound.map(({ offset }) => offset).sort()).toEqual([0, 1, 3, 4, 5]);
      expect(inRound.every(({ visits }) => visits === round)).toBe(true);
    }
  });

  it('leaves the moments of the others alone', () => {
    const moving = {
      parameters: new Float64Array(3),
      momentum: Float64Array.of(1, 1, 1),
      variance: Float64Array.of(1, 1, 1),
    };
    const optimiser = { kind: 'sgd', momentum: 0.5, learningRate: 0.1, schedule: 'constant' } as const;
    const plan = { optimiser, range: undefined, roles: new Uint8Array(3).fill(BOTH) };
    applyEstimate(plan, 0.1, 9, moving, { kind: 'some', slopes: [{ offset: 1, slope: 2, visits: 0 }] });
    expect([...moving.parameters]).toEqual([0, -0.25, 0]);
    expect([...moving.momentum]).toEqual([1, 2.5, 1]);
  });
});

describe('all parameters at once', () => {
  it('averages to the gradient: SPSA over steps, and more directions closer in one', () => {
    const mean = new Float64Array(COUNT);
    const STEPS = 4000;
    for (let step = 0; step < STEPS; step++)
      seen({ kind: 'spsa', amplitude: 0.01 }, step).forEach(
        (value, i) => (mean[i] = (mean[i] ?? 0) + value / STEPS),
      );
    slopes.forEach((slope, i) => {
      expect(Math.abs((mean[i] ?? 0) - (i === FROZEN ? 0 : slope))).toBeLessThan(0.25);
    });
    const miss = (directions: number) => {
      let sum = 0;
      for (let step = 0; step < 100; step++)
        seen({ kind: 'zeroth-order', amplitude: 0.01, directions }, step).forEach(
          (value, i) => (sum += i === FROZEN ? 0 : (value - (slopes[i] ?? 0)) ** 2),
        );
      return sum;
    };
    // The variance falls with the number of directions.
    expect(miss(1) / miss(64)).toBeGreaterThan(40);
    expect(miss(1) / miss(64)).toBeLessThan(100);
  });
});
