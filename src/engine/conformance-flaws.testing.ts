import { describe, it } from 'vitest';
import type { Hardware } from '../experiment/schema';
import type { Backend } from './backend';
import type { Case } from './conformance.fixture';
import { RECEIVER, THERMAL, agreesThroughout } from './conformance.fixture';

const CROSSTALK = { strength: 2, columnPitch: 24, rowPitch: 30, armPitch: 10 };

/** 31 steps, to be seen. */
const CONVERTER = { bits: 5, fullScale: 3e-4 };

const FLAWS: Readonly<Record<string, Partial<Hardware>>> = {
  'errors of splitters and phases': { splitterError: 0.1, phaseError: 0.1 },
  'loss in interferometers': { insertionLoss: 0.4 },
  'loss in waveguides': { propagationLoss: 30 },
  'quantised phases': { quantisation: { of: 'phase', bits: 5 } },
  'quantised voltages': { quantisation: { of: 'voltage', bits: 5 } },
  crosstalk: { crosstalk: CROSSTALK },
  'crosstalk of quantised phases': { crosstalk: CROSSTALK, quantisation: { of: 'phase', bits: 3 } },
  drift: { drift: 1 },
  'phase noise': { phaseNoise: 0.05 },
  'splitter noise': { splitterNoise: 0.05 },
  'shot noise': { detection: { ...RECEIVER, shot: true } },
  'thermal noise': { detection: { ...RECEIVER, thermal: THERMAL } },
  'intensity noise': { detection: { ...RECEIVER, rin: -116 } },
  'a converter': { detection: { ...RECEIVER, adc: CONVERTER } },
};

const EVERY_FLAW: Partial<Hardware> = {
  splitterError: 0.05,
  phaseError: 0.05,
  insertionLoss: 0.2,
  propagationLoss: 10,
  crossingLoss: 0.2,
  quantisation: { of: 'voltage', bits: 6 },
  crosstalk: CROSSTALK,
  drift: 1,
  phaseNoise: 0.02,
  splitterNoise: 0.02,
  detection: { ...RECEIVER, shot: true, thermal: THERMAL, rin: -116, adc: CONVERTER },
};

const CHIP: Case = { modes: 6, form: 'usv', nonlinearity: { kind: 'kerr', g: 0.5 } };

/** Every flaw alone and all of them: noise comes from the same counters everywhere, so that noisy curves agree too. */
export function describeFlaws(name: string, shared: () => Promise<Backend>): void {
  describe(`${name} agrees with the reference on a chip with`, () => {
    it.each(Object.entries(FLAWS))('%s', async (_, hardware) => {
      await agreesThroughout(await shared(), { ...CHIP, hardware });
    });

    it.each(['u', 'u-diag', 'usv'] as const)('every flaw at once, in %s layers', async (form) => {
      await agreesThroughout(await shared(), { ...CHIP, form, hardware: EVERY_FLAW });
    });

    it('every flaw at once, around a nonlinearity with parameters of its own', async () => {
      const nonlinearity = { kind: 'nofu', kappa: 3, r: 0.8, a: 0.7 } as const;
      await agreesThroughout(await shared(), { ...CHIP, form: 'u', nonlinearity, hardware: EVERY_FLAW });
    });

    it.each([
      { normalise: true, scale: 1, loss: 'mse' },
      { normalise: false, scale: 0.3, loss: 'mse' },
      { normalise: false, scale: 2, loss: 'cross-entropy' },
    ] as const)('noisy detectors and readout %o', async (readout) => {
      const detection = { ...RECEIVER, shot: true, thermal: THERMAL, rin: -116 };
      await agreesThroughout(await shared(), { ...CHIP, hardware: { detection }, change: { readout } });
    });

    it('detectors that see less light than noise', async () => {
      const detection = { ...RECEIVER, power: 1e-7, thermal: THERMAL };
      await agreesThroughout(await shared(), { ...CHIP, hardware: { detection } });
    });
  });
}
