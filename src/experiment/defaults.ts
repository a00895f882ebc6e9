import * as v from 'valibot';
import type { Experiment, Hardware, Layer } from './schema';
import { experimentSchema } from './schema';

/** Fills in every field that may be left out. Throws on anything that is no experiment: for documents we wrote. */
export function experimentOf(input: v.InferInput<typeof experimentSchema>): Experiment {
  return v.parse(experimentSchema, input);
}

/** What a layer is unless it says otherwise. */
export const PLAIN_LAYER = {
  form: 'u',
  mesh: 'rectangular',
  weights: 'complex',
  frozen: [],
  gain: 1,
  nonlinearity: { kind: 'none' },
} as const satisfies Layer;

/** A chip without flaws. */
export const IDEAL_HARDWARE = {
  preset: 'ideal',
  splitterError: 0,
  phaseError: 0,
  insertionLoss: 0,
  die: 1,
  crossingLoss: 0,
  propagationLoss: 0,
  quantisation: null,
  crosstalk: null,
  drift: 0,
  phaseNoise: 0,
  splitterNoise: 0,
  detection: null,
  components: {},
} as const satisfies Hardware;
