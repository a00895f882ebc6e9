import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { liveSettings } from '../experiment/live-settings';
import { ficonnVowels } from '../experiment/presets';
import type { Experiment, Hardware } from '../experiment/schema';
import { adjustPlan } from './adjust-plan';
import { compilePlan } from './compile-plan';
import type { Plan } from './plan';

const DETECTION = { power: 1, responsivity: 1, bandwidth: 1, adc: null } as const;

const noise = fc.record({
  phaseNoise: fc.constantFrom(0, 0.01, 0.2),
  splitterNoise: fc.constantFrom(0, 0.03),
  detectorNoise: fc.record({
    shot: fc.boolean(),
    thermal: fc.constantFrom(null, { load: 50, temperature: 300 }),
    rin: fc.constantFrom(null, -140),
  }),
  learningRate: fc.constantFrom(0.001, 0.05),
  method: fc.constantFrom(
    { kind: 'backprop', model: 'chip' } as const,
    { kind: 'in-situ', tapNoise: 0.1 } as const,
  ),
});
type Noise = typeof noise extends fc.Arbitrary<infer T> ? T : never;

const fixed = fc.record({
  drift: fc.constantFrom(0, 0.1),
  quantisation: fc.constantFrom(null, { of: 'phase', bits: 6 } as const),
  crosstalk: fc.constantFrom(null, { strength: 1, columnPitch: 24, rowPitch: 120, armPitch: 10 }),
  detected: fc.boolean(),
});

function experimentOf(hardware: Partial<Hardware>, detected: boolean, live: Noise): Experiment {
  const { phaseNoise, splitterNoise, detectorNoise, learningRate, method } = live;
  const detection = detected ? { ...DETECTION, ...detectorNoise } : null;
  return {
    ...ficonnVowels,
    hardware: { ...ficonnVowels.hardware, ...hardware, phaseNoise, splitterNoise, detection },
    training: { ...ficonnVowels.training, learningRate, method },
  };
}

function planOf(experiment: Experiment): Plan {
  const plan = compilePlan(experiment, { trainSamples: 48, classes: 6 });
  if (!plan.ok) throw new Error(plan.fault.message);
  return plan.value;
}

describe('adjusting a plan', () => {
  it('gives what compiling the edited experiment gives', () => {
    fc.assert(
      fc.property(fixed, noise, noise, ({ detected, ...hardware }, before, after) => {
        const edited = experimentOf(hardware, detected, after);
        const adjusted = adjustPlan(planOf(experimentOf(hardware, detected, before)), liveSettings(edited));
        expect(adjusted).toEqual(planOf(edited));
      }),
      { seed: 11, numRuns: 60 },
    );
  });
});
