import { describe, expect, it } from 'vitest';
import { IDEAL_HARDWARE } from '../experiment/defaults';
import type { Hardware } from '../experiment/schema';
import type { Moment } from './effects';
import { planOf, worstGradientError } from './gradient.fixture';
import { FORMS, NONLINEARITIES } from './nonlinearities.fixture';

const KERR = { kind: 'kerr', g: 0.5 } as const;
const CROSSTALK = { strength: 2, columnPitch: 24, rowPitch: 30, armPitch: 10 };
const RECEIVER = {
  power: 0.01,
  responsivity: 1,
  bandwidth: 1,
  shot: false,
  thermal: null,
  rin: null,
  adc: null,
};

const NOISY: Moment = { key: 1234, walks: [0.3, -0.2, 0.1, 0.4] };

describe('exact gradients against finite differences', () => {
  for (const nonlinearity of NONLINEARITIES) {
    it.each(FORMS)(`${nonlinearity.kind} in a %s layer`, (form) => {
      expect(worstGradientError(planOf({ form, nonlinearity }))).toBeLessThan(1e-7);
    });
  }

  it.each([
    { splitterError: 0.1, phaseError: 0.1 },
    { insertionLoss: 0.5, propagationLoss: 20 },
    { crosstalk: CROSSTALK },
    { drift: 0.1 },
    { phaseNoise: 0.05 },
    { splitterNoise: 0.05 },
    { detection: { ...RECEIVER, thermal: { load: 50, temperature: 300 } } },
    { detection: { ...RECEIVER, rin: -100 } },
  ] as const satisfies readonly Partial<Hardware>[])('with %o', (flaw) => {
    const hardware = { ...IDEAL_HARDWARE, ...flaw };
    expect(worstGradientError(planOf({ form: 'usv', nonlinearity: KERR }, { hardware }), NOISY)).toBeLessThan(
      1e-7,
    );
  });

  it.each(['complex', 'real'] as const)('with every flaw at once and %s weights', (weights) => {
    const hardware: Hardware = {
      ...IDEAL_HARDWARE,
      splitterError: 0.1,
      phaseError: 0.1,
      insertionLoss: 0.5,
      propagationLoss: 20,
      crosstalk: CROSSTALK,
      drift: 0.1,
      phaseNoise: 0.05,
      splitterNoise: 0.05,
      detection: { ...RECEIVER, thermal: { load: 50, temperature: 300 }, rin: -100 },
    };
    const plan = planOf({ form: 'usv', weights, nonlinearity: KERR }, { hardware });
    expect(worstGradientError(plan, NOISY)).toBeLessThan(1e-7);
  });

  it.each([
    { normalise: true, scale: 5, loss: 'cross-entropy' },
    { normalise: true, scale: 1, loss: 'mse' },
    { normalise: false, scale: 0.3, loss: 'mse' },
  ] as const)('with readout %o', (readout) => {
    expect(worstGradientError(planOf({ nonlinearity: { kind: 'modulus' } }, { readout }))).toBeLessThan(1e-7);
  });
});
