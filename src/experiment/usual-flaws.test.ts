import { expect, it } from 'vitest';
import { ficonnVowels } from './presets';
import type { Hardware } from './schema';
import { validateExperiment } from './validate';
import * as usual from './usual-flaws';

it('every switch turns on something that is possible', () => {
  for (const preset of ['ideal', 'ficonn', 'silicon-thermo-optic', 'thin-film-lithium-niobate'] as const) {
    const hardware: Hardware = {
      ...ficonnVowels.hardware,
      ...usual.usualFlaws(preset),
      preset,
      crossingLoss: usual.USUAL_CROSSING_LOSS,
      propagationLoss: usual.USUAL_PROPAGATION_LOSS,
      drift: usual.USUAL_DRIFT,
      phaseNoise: usual.USUAL_NOISE,
      splitterNoise: usual.USUAL_NOISE,
      quantisation: usual.USUAL_QUANTISATION,
      crosstalk: usual.USUAL_CROSSTALK,
      detection: { ...usual.USUAL_DETECTION, rin: usual.USUAL_RIN, adc: usual.USUAL_ADC },
    };
    expect(validateExperiment({ ...ficonnVowels, hardware })).toMatchObject({ ok: true });
    expect(usual.usualFlaws(preset).splitterError).toBeGreaterThan(0);
  }
});
