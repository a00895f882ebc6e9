import { describe, expect, it } from 'vitest';
import { PLAIN_LAYER } from '../../experiment/defaults';
import type { Experiment } from '../../experiment/schema';
import { compilePlan } from '../../learning/compile-plan';
import { withDie } from '../../learning/die';
import type { Plan } from '../../learning/plan';
import { meshesOf } from '../../learning/plan';
import type { Scope } from '../study';
import { DieSeries, withOneOff } from './dies';
import { flawedVowels, withHardware } from './study.fixture';

const experiment: Experiment = {
  ...flawedVowels,
  layers: [PLAIN_LAYER, { ...PLAIN_LAYER, form: 'usv', mesh: 'three-splitter' }],
};

function planOf(of = experiment): Plan {
  const plan = compilePlan(of, { trainSamples: 20, classes: 6 });
  if (!plan.ok) throw new Error(plan.fault.message);
  return plan.value;
}

const flawsOf = (plan: Plan) => meshesOf(plan.layers).map(({ flaws }) => flaws);
const series = (scope: Scope) => new DieSeries(planOf(), experiment.hardware, scope);

describe('a series of dies', () => {
  it('starts at the experiment’s own and counts on, past the largest number', () => {
    const all = series({ kind: 'all' });
    expect(all.at(0)).toEqual(flawsOf(planOf()));
    expect(all.at(1)).toEqual(
      flawsOf(planOf({ ...experiment, hardware: { ...experiment.hardware, die: 4_294_967_295 } })),
    );
    expect(all.at(2)).toEqual(
      flawsOf(planOf({ ...experiment, hardware: { ...experiment.hardware, die: 0 } })),
    );
  });

  it('keeps flaws within one layer, both its meshes', () => {
    const whole = series({ kind: 'all' });
    const second = series({ kind: 'layer', layer: 1 });
    expect(second.at(3)).toEqual([second.ideal[0], whole.at(3)[1], whole.at(3)[2]]);
    // The third splitter of each cell is there without flaws too.
    expect(second.ideal[1]?.a).toContain(-Math.PI / 4);
  });

  it('keeps flaws within chosen interferometers', () => {
    const whole = series({ kind: 'all' }).at(5);
    const chosen = series({
      kind: 'devices',
      devices: [
        [0, 2],
        [2, 4],
      ],
    });
    const die = chosen.at(5);
    expect(die[0]?.a[2]).toBe(whole[0]?.a[2]);
    expect(die[2]?.theta[4]).toBe(whole[2]?.theta[4]);
    expect([...(die[0]?.a ?? [])].filter((value) => value !== 0)).toHaveLength(1);
    expect(die[1]).toEqual(chosen.ideal[1]);
  });

  it.each([
    { kind: 'layer', layer: 2 },
    { kind: 'layer', layer: -1 },
    { kind: 'devices', devices: [[3, 0]] },
    { kind: 'devices', devices: [[0, 15]] },
  ] as const)('refuses a scope that is not there: %j', (scope) => {
    expect(() => series(scope)).toThrowError(
      expect.objectContaining({ fault: expect.objectContaining({ where: 'scope' }) as unknown }) as Error,
    );
  });

  it('knows whether dies differ', () => {
    const differ = (change: Parameters<typeof withHardware>[0]) => {
      const changed = withHardware({ splitterError: 0, phaseError: 0, ...change });
      return new DieSeries(planOf(changed), changed.hardware, { kind: 'all' }).differ;
    };
    expect(differ({})).toBe(false);
    expect(differ({ insertionLoss: 0.3, quantisation: { of: 'phase', bits: 4 } })).toBe(false);
    expect(differ({ phaseError: 0.01 })).toBe(true);
    expect(differ({ splitterError: 0.01 })).toBe(true);
    expect(differ({ phaseNoise: 0.01 })).toBe(true);
    expect(differ({ splitterNoise: 0.01 })).toBe(true);
  });
});

describe('one interferometer off', () => {
  it('changes that one alone, on top of its own flaws', () => {
    const plan = planOf();
    const before = flawsOf(plan);
    const after = withOneOff(plan, 1, 3, 'splitter', 0.2);
    expect(after[1]?.a[3]).toBeCloseTo((before[1]?.a[3] ?? NaN) + 0.2, 12);
    expect(after[1]?.b[3]).toBeCloseTo((before[1]?.b[3] ?? NaN) + 0.2, 12);
    after[1]?.a.set([before[1]?.a[3] ?? NaN], 3);
    after[1]?.b.set([before[1]?.b[3] ?? NaN], 3);
    expect(flawsOf(withDie(plan, after))).toEqual(before);
    const phi = withOneOff(planOf(withHardware({ splitterError: 0, phaseError: 0 })), 0, 0, 'phi', 0.2);
    expect(phi[0]?.phi[0]).toBe(0.2);
    expect(phi[0]?.theta.every((value) => value === 0)).toBe(true);
    expect(phi[1]).toBeUndefined();
  });
});
