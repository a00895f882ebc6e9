import { describe, expect, it } from 'vitest';
import { PLAIN_LAYER } from '../../experiment/defaults';
import { ficonnVowels } from '../../experiment/presets';
import type { Experiment } from '../../experiment/schema';
import { compilePlan } from '../../learning/compile-plan';
import { effectivePhases, QUIET } from '../../learning/effects';
import { networkForward } from '../../learning/network';
import type { Plan } from '../../learning/plan';
import { uniform } from '../../lib/rng';
import { MESH_KINDS } from '../../photonics/mesh';
import { changesExposure, chipLayout } from './layout';
import { traceLight } from './light';

function planOf(experiment: Experiment): Plan {
  const plan = compilePlan(experiment, { trainSamples: 540, classes: 6 });
  if (!plan.ok) throw new Error(plan.fault.message);
  return plan.value;
}

function sample(modes: number): { re: Float64Array; im: Float64Array } {
  return {
    re: Float64Array.from({ length: modes }, (_, k) => uniform(3, 90, k) - 0.5),
    im: Float64Array.from({ length: modes }, (_, k) => uniform(3, 91, k) - 0.5),
  };
}

const usvWithFlaws: Experiment = {
  ...ficonnVowels,
  modes: 7,
  layers: [
    { ...PLAIN_LAYER, form: 'usv', gain: 1.7, nonlinearity: { kind: 'power' } },
    { ...PLAIN_LAYER, form: 'u-diag', gain: 0.8, nonlinearity: { kind: 'mod-relu', threshold: 0.02 } },
  ],
  hardware: { ...ficonnVowels.hardware, splitterError: 0.05, phaseError: 0.1, insertionLoss: 0.4 },
};

/** Everything that lies between the phases that are set and the light, in every mesh. */
const everythingOn = MESH_KINDS.map((mesh): [string, Experiment] => [
  `all flaws, ${mesh}`,
  {
    ...usvWithFlaws,
    modes: 8,
    layers: usvWithFlaws.layers.map((layer, index) => ({
      ...layer,
      mesh,
      weights: index === 0 ? 'complex' : 'real',
    })),
    hardware: {
      ...usvWithFlaws.hardware,
      crossingLoss: 0.2,
      propagationLoss: 3,
      quantisation: { of: 'voltage', bits: 5 },
      crosstalk: { strength: 1, columnPitch: 24, rowPitch: 40, armPitch: 10 },
    },
  },
]);

describe('traceLight', () => {
  it.each([
    ['the vowel preset', ficonnVowels],
    ['flawed, lossy U·Σ·V layers', usvWithFlaws],
    ...everythingOn,
  ])('ends with the fields of the reference network: %s', (_, experiment) => {
    const plan = planOf(experiment);
    const fields = sample(plan.modes);
    const met = effectivePhases(plan, plan.initial, QUIET);
    const light = traceLight(plan, chipLayout(plan), met, fields);
    const expected = networkForward(plan, plan.initial, fields, 1);
    for (let p = 0; p < plan.modes; p++) {
      expect(light.out.re[p]).toBeCloseTo(expected.re[p] ?? Number.NaN, 12);
      expect(light.out.im[p]).toBeCloseTo(expected.im[p] ?? Number.NaN, 12);
    }
  });

  it('conserves power in every column and on the arms of a lossless mesh', () => {
    const plan = planOf(ficonnVowels);
    const fields = sample(plan.modes);
    const layout = chipLayout(plan);
    const light = traceLight(plan, layout, plan.initial, fields);
    const index = layout.sections.findIndex((section) => section.kind === 'mesh');
    const mesh = light.sections[index];
    const total = fields.re.reduce((sum, re, p) => sum + re * re + (fields.im[p] ?? 0) ** 2, 0);
    for (const planes of [mesh?.power, mesh?.arms]) {
      expect(planes?.length).toBeGreaterThan(0);
      for (let at = 0; at < (planes?.length ?? 0); at += plan.modes) {
        const sum = planes?.subarray(at, at + plan.modes).reduce((a, b) => a + b, 0);
        expect(sum).toBeCloseTo(total, 12);
      }
    }
  });

  it('reports the brightest power of each exposure as its full scale', () => {
    const plan = planOf(usvWithFlaws);
    const layout = chipLayout(plan);
    const light = traceLight(plan, layout, plan.initial, sample(plan.modes));
    const exposures = 1 + (layout.sections.at(-1)?.exposure ?? 0);
    // Two layers with attenuators and nonlinearities: each but the last begins another scale.
    expect(exposures).toBe(4);
    for (let exposure = 0; exposure < exposures; exposure++) {
      const powers = layout.sections.flatMap((section, i) => {
        const power = light.sections[i]?.power ?? new Float64Array(0);
        if (section.exposure !== exposure) return [];
        return [...(changesExposure(section.kind) ? power.subarray(0, plan.modes) : power)];
      });
      expect(light.peaks[exposure]).toBe(Math.max(...powers));
    }
    expect(Math.min(...light.peaks)).toBeGreaterThan(0);
  });
});
