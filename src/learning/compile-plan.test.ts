import { describe, expect, it } from 'vitest';
import { IDEAL_HARDWARE } from '../experiment/defaults';
import { ficonnVowels } from '../experiment/presets';
import type { Hardware } from '../experiment/schema';
import { mziCount } from '../photonics/mesh';
import { compilePlan } from './compile-plan';
import { effectivePhases } from './effects';
import { planOf, randomBatch } from './gradient.fixture';
import { networkForward, networkGradient } from './network';
import type { Plan } from './plan';
import { ROLE, meshesOf } from './plan';

const chip = (
  hardware: Partial<Hardware>,
  mesh: Plan['layers'][number]['mesh']['topology']['kind'] = 'rectangular',
) => planOf({ mesh, gain: 1 }, { hardware: { ...IDEAL_HARDWARE, ...hardware } });

describe('losses of a compiled plan', () => {
  it('are undefined on a chip without loss', () => {
    for (const mesh of meshesOf(chip({}).layers)) expect(mesh.losses).toBeUndefined();
  });

  it('follow from the length of the platform’s columns', () => {
    // FICONN's columns are 1.3 mm; two layers of four columns are 10.4 mm, at 3 dB/cm 3.12 dB.
    const plan = chip({ preset: 'ficonn', propagationLoss: 3 });
    const input = randomBatch(4);
    const power = (fields: { re: Float64Array; im: Float64Array }) =>
      fields.re.reduce((sum, re, i) => sum + re ** 2 + (fields.im[i] ?? 0) ** 2, 0);
    const out = networkForward(plan, plan.initial, input, 5);
    expect(power(out) / power(input)).toBeCloseTo(10 ** -0.312, 12);
  });

  it('count crossings of permutations only', () => {
    for (const mesh of meshesOf(chip({ crossingLoss: 1 }).layers)) expect(mesh.losses).toBeUndefined();
    for (const { losses } of meshesOf(chip({ crossingLoss: 1 }, 'butterfly').layers))
      expect(
        Math.min(...(losses?.top ?? []), ...(losses?.bottom ?? []), ...(losses?.output ?? [])),
      ).toBeLessThan(1);
  });
});

describe('what training may change', () => {
  it('leaves out frozen groups, single parameters, signs of real weights and fixed couplers', () => {
    const training = { ...ficonnVowels.training, frozen: [0, 2, 100_000] };
    const plan = planOf({ form: 'u-diag', frozen: ['alpha', 'gamma'], mesh: 'three-splitter' }, { training });
    const free = (i: number) => ((plan.roles[i] ?? 0) & ROLE.trainable) !== 0;
    expect([0, 1, 2, 3].map(free)).toEqual([false, false, false, false]);
    for (const { mesh, attenuatorOffset = -1 } of plan.layers) {
      const count = mziCount(mesh.topology);
      for (let port = 0; port < 4; port++) {
        expect(free(mesh.gammaOffset + port)).toBe(false);
        expect(plan.roles[mesh.gammaOffset + port]).toBe(ROLE.phase);
        expect(plan.roles[attenuatorOffset + port]).toBe(ROLE.phase);
      }
      for (let k = 0; k < count; k++) {
        const isFixed = mesh.topology.fixed?.[k] === 1;
        expect(plan.roles[mesh.thetaOffset + k]).toBe(isFixed ? 0 : ROLE.phase | ROLE.trainable);
        expect(plan.roles[mesh.phiOffset + k]).toBe(isFixed ? 0 : ROLE.phase | ROLE.trainable);
        if (isFixed) expect(plan.initial[mesh.thetaOffset + k]).toBe(0);
      }
    }
  });

  it('has no gradient where it may not', () => {
    const training = { ...ficonnVowels.training, frozen: [1, 3] };
    const plan = planOf(
      { form: 'usv', frozen: ['phi'], nonlinearity: { kind: 'kerr', g: 0.5 } },
      { training },
    );
    const { gradient } = networkGradient(plan, plan.initial, randomBatch(4), [0, 1, 2, 0, 1], 5);
    plan.roles.forEach((role, i) => {
      if ((role & ROLE.trainable) === 0) expect(gradient[i]).toBe(0);
    });
    expect(gradient.filter((slope) => slope !== 0).length).toBeGreaterThan(20);
  });
});

describe('a quantised chip', () => {
  it('answers as one with those phases, and its gradient is the one there', () => {
    const nonlinearity = { kind: 'kerr', g: 0.5 } as const;
    const make = (hardware: Partial<Hardware>) =>
      planOf({ form: 'usv', nonlinearity }, { hardware: { ...IDEAL_HARDWARE, ...hardware } });
    const [rough, fine] = [make({ quantisation: { of: 'voltage', bits: 4 } }), make({})];
    const held = effectivePhases(rough, rough.initial, { key: undefined, walks: undefined });
    expect(held).not.toEqual(rough.initial);
    const input = randomBatch(4);
    const at = (plan: Plan, parameters: Float64Array) =>
      networkGradient(plan, parameters, input, [0, 1, 2, 0, 1], 5);
    expect(at(rough, rough.initial)).toEqual(at(fine, held));
  });
});

it('names the layer whose mesh cannot be', () => {
  const layers = ficonnVowels.layers.map((layer, index) => ({
    ...layer,
    mesh: index === 1 ? ('butterfly' as const) : layer.mesh,
  }));
  const result = compilePlan({ ...ficonnVowels, layers }, { trainSamples: 9, classes: 3 });
  expect(result).toMatchObject({ ok: false, fault: { where: 'layers.1.mesh' } });
});

it('names the crosstalk whose shifters are too close to compute', () => {
  const hardware: Hardware = {
    ...IDEAL_HARDWARE,
    crosstalk: { strength: 1, columnPitch: 1, rowPitch: 1, armPitch: 1 },
  };
  const result = compilePlan({ ...ficonnVowels, modes: 256, hardware }, { trainSamples: 9, classes: 3 });
  expect(result).toMatchObject({ ok: false, fault: { where: 'hardware.crosstalk' } });
});
