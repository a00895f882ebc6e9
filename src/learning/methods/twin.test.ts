import { describe, expect, it } from 'vitest';
import { IDEAL_HARDWARE } from '../../experiment/defaults';
import { planOf } from '../gradient.fixture';
import { meshesOf } from '../plan';
import { passesPerSample, passesPerStep } from './passes';
import { twinPlan } from './twin';

describe('the digital twin', () => {
  it('knows the design and nothing that would have to be measured', () => {
    const hardware = {
      ...IDEAL_HARDWARE,
      splitterError: 0.05,
      phaseError: 0.1,
      insertionLoss: 0.2,
      quantisation: { of: 'phase', bits: 6 },
      drift: 0.1,
      phaseNoise: 0.02,
    } as const;
    const chip = planOf({ form: 'usv' }, { hardware });
    const twin = twinPlan(chip);
    if (twin.kind !== 'coherent') throw new Error('another network');
    const ideal = planOf(
      { form: 'usv' },
      { hardware: { ...hardware, splitterError: 0, phaseError: 0, drift: 0, phaseNoise: 0 } },
    );
    expect(twin).toEqual(ideal);
    expect(meshesOf(chip.layers).every(({ flaws }) => flaws !== undefined)).toBe(true);
  });

  it('keeps the nominal couplers of fixed splitters', () => {
    const flawed = planOf(
      { mesh: 'three-splitter' },
      { hardware: { ...IDEAL_HARDWARE, splitterError: 0.05 } },
    );
    expect(twinPlan(flawed)).toEqual(planOf({ mesh: 'three-splitter' }));
  });
});

describe('chip forward passes', () => {
  it.each([
    [{ kind: 'backprop', model: 'chip' }, 1],
    [{ kind: 'backprop', model: 'twin' }, 1],
    [{ kind: 'in-situ', tapNoise: 0.1 }, 3],
    [{ kind: 'spsa', amplitude: 0.1 }, 2],
    [{ kind: 'zeroth-order', amplitude: 0.1, directions: 8 }, 16],
    [{ kind: 'coordinate', amplitude: 0.1, coordinates: 8 }, 16],
    [{ kind: 'coordinate', amplitude: 0.1, coordinates: 200 }, 200],
  ] as const)('of %j are %d a sample', (method, passes) => {
    expect(passesPerSample(method, 100)).toBe(passes);
  });

  it('count every sample of the batch and no frozen parameter', () => {
    const plan = planOf({ frozen: ['theta', 'phi'] });
    const method = { kind: 'coordinate', amplitude: 0.1, coordinates: 100 } as const;
    // Two meshes with four output phases each.
    expect(passesPerStep({ ...plan, method })).toBe(plan.batchSize * 16);
  });
});
