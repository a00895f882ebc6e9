import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IDEAL_HARDWARE } from '../experiment/defaults';
import type { Hardware } from '../experiment/schema';
import { normal } from '../lib/rng';
import { effectiveLayers, effectivePhases, noisyDie, pullBack, quantise } from './effects';
import { planOf } from './gradient.fixture';
import { DriftWalk } from './noise';
import type { Plan } from './plan';
import { ROLE, meshesOf } from './plan';

const TURN = 2 * Math.PI;
const QUIET = { key: undefined, walks: undefined };
const NOFU = { kind: 'nofu', kappa: 3, r: 0.8, a: 0.7 } as const;

const chip = (hardware: Partial<Hardware>): Plan =>
  planOf({ form: 'usv', nonlinearity: NOFU }, { hardware: { ...IDEAL_HARDWARE, ...hardware } });

const isPhase = (plan: Plan, i: number): boolean => ((plan.roles[i] ?? 0) & ROLE.phase) !== 0;

describe('phases that light meets', () => {
  it('are the ones set on a chip without effects, at no cost', () => {
    const plan = chip({});
    expect(plan.effects).toBeUndefined();
    expect(effectivePhases(plan, plan.initial, { key: 1, walks: [1, 1, 1, 1] })).toBe(plan.initial);
    expect(effectiveLayers(plan, { key: 1, walks: undefined })).toBe(plan.layers);
  });

  it('leave numbers that are no phases alone', () => {
    const plan = chip({ quantisation: { of: 'phase', bits: 2 }, drift: 1, phaseNoise: 0.5 });
    const met = effectivePhases(plan, plan.initial, { key: 1, walks: [1, 1, 1, 1] });
    let others = 0;
    met.forEach((phase, i) => {
      if (isPhase(plan, i)) return expect(phase).not.toBe(plan.initial[i]);
      others++;
      expect(phase).toBe(plan.initial[i]);
    });
    // Taps and detunings of two layers.
    expect(others).toBe(16);
  });

  it.each(['phase', 'voltage'] as const)('lie on the levels of a %s converter', (of) => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 16 }),
        fc.double({ min: -30, max: 30, noNaN: true }),
        (bits, set) => {
          const plan = chip({ quantisation: { of, bits } });
          const parameters = plan.initial.slice();
          parameters[0] = set;
          const met = effectivePhases(plan, parameters, QUIET)[0] ?? Number.NaN;
          const turns = Math.floor(set / TURN);
          const inTurn = met - TURN * turns;
          const position = of === 'phase' ? inTurn / TURN : Math.sqrt(Math.max(0, inTurn) / TURN);
          const level = position * (2 ** bits - 1);
          // Near 0 the square root magnifies rounding of numbers that contain whole turns.
          expect(Math.abs(level - Math.round(level))).toBeLessThan(of === 'phase' ? 1e-8 : 1e-2);
          expect(level).toBeGreaterThan(-1e-6);
          expect(level).toBeLessThan(2 ** bits - 1 + 1e-6);
          // The nearest one: at most half a step and the deliberate 1/64 away.
          const wanted = (set - TURN * turns) / TURN;
          const distance =
            Math.abs((of === 'phase' ? wanted : Math.sqrt(wanted)) - position) * (2 ** bits - 1);
          expect(distance).toBeLessThan(0.5 + 1 / 64 + 1e-2);
        },
      ),
    );
  });

  it('round π up, halfway between two levels', () => {
    for (let bits = 1; bits <= 16; bits++) {
      const levels = 2 ** bits;
      for (const phase of [Math.PI, Math.fround(Math.PI), Math.PI * (1 - 1e-7)])
        expect(quantise(phase, { of: 'phase', levels })).toBeCloseTo(
          (TURN * (levels / 2)) / (levels - 1),
          12,
        );
    }
  });

  it('heat each other by what the converter holds, a whole turn at the top level', () => {
    const crosstalk = { strength: 1, columnPitch: 24, rowPitch: 30, armPitch: 10 };
    const plan = chip({ crosstalk, quantisation: { of: 'phase', bits: 1 } });
    const matrix = plan.effects?.crosstalk ?? expect.fail('no crosstalk');
    // One bit: 0 or 2π, the same phase but not the same heat.
    const { thetaOffset } = plan.layers[0]?.mesh ?? expect.fail('no mesh');
    const heated = (set: number): Float64Array => {
      const parameters = new Float64Array(plan.parameterCount);
      parameters[thetaOffset] = set;
      return effectivePhases(plan, parameters, QUIET);
    };
    expect(heated(1).every((phase) => phase === 0)).toBe(true);
    const hot = heated(6);
    let victims = 0;
    for (let i = 0; i < plan.parameterCount; i++) {
      let weight = i === thetaOffset ? 1 : 0;
      for (let at = matrix.rowStart[i] ?? 0; at < (matrix.rowStart[i + 1] ?? 0); at++)
        if (matrix.columns[at] === thetaOffset) weight += matrix.values[at] ?? 0;
      if (weight !== 0) victims++;
      expect(hot[i]).toBeCloseTo(TURN * weight, 12);
    }
    expect(victims).toBeGreaterThan(5);
    // A negative phase is set, and heats, as the same phase in the first turn.
    expect(heated(6 - TURN)[thetaOffset]).toBeCloseTo(0, 12);
    expect(heated(6 - TURN)[thetaOffset + 1]).toBe(hot[thetaOffset + 1]);
  });

  it('are never heated by another mesh', () => {
    const plan = chip({ crosstalk: { strength: 1, columnPitch: 1, rowPitch: 1, armPitch: 1 } });
    const matrix = plan.effects?.crosstalk ?? expect.fail('no crosstalk');
    const owner = new Int32Array(plan.parameterCount).fill(-1);
    meshesOf(plan.layers).forEach(({ thetaOffset, gammaOffset }, mesh) =>
      owner.fill(mesh, thetaOffset, gammaOffset + 4),
    );
    for (let i = 0; i < plan.parameterCount; i++) {
      const row = matrix.columns.subarray(matrix.rowStart[i], matrix.rowStart[i + 1]);
      if (owner[i] === -1) expect(row).toHaveLength(0);
      for (const j of row) expect(owner[j]).toBe(owner[i]);
    }
  });
});

describe('drift', () => {
  it('has the variance rate²·s after s steps', () => {
    const drift = chip({ drift: 2 }).effects?.drift ?? expect.fail('no drift');
    expect(drift.rate).toBeCloseTo(2 / Math.sqrt(1000), 12);
    // Loadings are drawn per die, walks per run: both spread the phase.
    let square = 0;
    const runs = 4000;
    for (let run = 0; run < runs; run++) {
      const loading = (r: number): number => 0.5 * normal(run, 12, r);
      const walks = new DriftWalk(drift, run).at(25);
      const phase = walks.reduce((sum, walk, r) => sum + loading(r) * walk, 0);
      square += phase ** 2 / runs;
    }
    // The standard error of the mean square is about 3 %.
    expect(square / (25 * drift.rate ** 2)).toBeGreaterThan(0.88);
    expect(square / (25 * drift.rate ** 2)).toBeLessThan(1.12);
  });

  it('moves every phase its own way, with the loadings of its die', () => {
    const [one, same, other] = [1, 1, 2].map((die) => chip({ drift: 1, die }).effects?.drift?.loadings);
    expect(one).toEqual(same);
    expect(one).not.toEqual(other);
    const plan = chip({ drift: 1 });
    const met = effectivePhases(plan, plan.initial, { key: undefined, walks: [0.1, 0, 0, 0] });
    const moved = met.map((phase, i) => phase - (plan.initial[i] ?? 0)).filter((_, i) => isPhase(plan, i));
    expect(new Set([...moved].map((m) => m.toFixed(9))).size).toBeGreaterThan(60);
  });

  it('is the same in whatever order its steps are asked for', () => {
    const drift = { rate: 0.1, loadings: new Float32Array(0) };
    const walk = new DriftWalk(drift, 5);
    const late = walk.at(20);
    expect(walk.at(7)).toEqual(new DriftWalk(drift, 5).at(7));
    expect(walk.at(20)).toEqual(late);
    expect(walk.at(0)).toEqual([0, 0, 0, 0]);
  });
});

describe('noise of phases and splitters', () => {
  it('has its standard deviation, is new for every key and the same for the same one', () => {
    const plan = chip({ phaseNoise: 0.3 });
    const values: number[] = [];
    for (let key = 0; key < 200; key++) {
      const met = effectivePhases(plan, plan.initial, { key, walks: undefined });
      met.forEach((phase, i) => isPhase(plan, i) && values.push(phase - (plan.initial[i] ?? 0)));
    }
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const deviation = Math.sqrt(values.reduce((sum, value) => sum + value ** 2, 0) / values.length);
    expect(Math.abs(mean)).toBeLessThan(0.01);
    expect(deviation).toBeGreaterThan(0.295);
    expect(deviation).toBeLessThan(0.305);
    expect(new Set(values).size).toBe(values.length);
    const at = (key: number) => effectivePhases(plan, plan.initial, { key, walks: undefined });
    expect(at(3)).toEqual(at(3));
    expect(effectivePhases(plan, plan.initial, QUIET)).toEqual(plan.initial);
  });

  it('adds to the couplers of the die, differently in every mesh', () => {
    const plan = chip({ splitterError: 0.1, splitterNoise: 0.02 });
    const meshes = meshesOf(plan.layers);
    const differences = Array.from({ length: 300 }, (_, key) => noisyDie(meshes, 0.02, key)).flatMap((die) =>
      die.flatMap((flaws, mesh) =>
        (['a', 'b'] as const).flatMap((part) =>
          [...(flaws?.[part] ?? [])].map((angle, k) => angle - (meshes[mesh]?.flaws?.[part][k] ?? 0)),
        ),
      ),
    );
    const deviation = Math.sqrt(differences.reduce((sum, value) => sum + value ** 2, 0) / differences.length);
    expect(deviation / 0.02).toBeGreaterThan(0.98);
    expect(deviation / 0.02).toBeLessThan(1.02);
    expect(new Set(differences.map((d) => d.toFixed(12))).size).toBeGreaterThan(0.99 * differences.length);
    expect(noisyDie(meshes, 0.02, 1).map((flaws) => flaws?.theta)).toEqual(
      meshes.map(({ flaws }) => flaws?.theta),
    );
  });

  it('keeps the fixed couplers of a die that has no flaws', () => {
    const plan = planOf({ mesh: 'three-splitter' });
    const [{ topology } = expect.fail('no mesh')] = meshesOf(plan.layers);
    const [flaws] = noisyDie([{ topology, flaws: undefined }], 1e-6, 1);
    topology.fixed?.forEach((isFixed, k) =>
      expect(flaws?.a[k]).toBeCloseTo(isFixed === 1 ? -Math.PI / 4 : 0, 4),
    );
  });
});

describe('the gradient by the phases that are set', () => {
  const plan = chip({
    crosstalk: { strength: 1.5, columnPitch: 24, rowPitch: 30, armPitch: 10 },
    quantisation: { of: 'voltage', bits: 4 },
  });
  const random = (stream: number): Float64Array =>
    Float64Array.from({ length: plan.parameterCount }, (_, i) => normal(1, stream, i));

  it('is the transpose of what light meets, straight through the converter', () => {
    const matrix = plan.effects?.crosstalk ?? expect.fail('no crosstalk');
    const [g, v] = [random(90), random(91)];
    let forward = 0;
    for (let i = 0; i < g.length; i++) {
      let sum = v[i] ?? 0;
      for (let at = matrix.rowStart[i] ?? 0; at < (matrix.rowStart[i + 1] ?? 0); at++)
        sum += (matrix.values[at] ?? 0) * (v[matrix.columns[at] ?? 0] ?? 0);
      forward += (g[i] ?? 0) * sum;
    }
    const pulled = g.slice();
    pullBack(plan, pulled);
    const backward = pulled.reduce((sum, slope, i) => sum + slope * (v[i] ?? 0), 0);
    expect(backward).toBeCloseTo(forward, 10);
  });

  it('is zero for a frozen phase, whose heat still reaches the others', () => {
    const roles = plan.roles.slice();
    roles[0] = ROLE.phase;
    const [free, held] = [random(90), random(90)];
    pullBack(plan, free);
    pullBack({ ...plan, roles }, held);
    expect(held[0]).toBe(0);
    expect(held.slice(1)).toEqual(free.slice(1));
  });
});
