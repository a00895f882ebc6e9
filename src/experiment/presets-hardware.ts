import { ficonnVowels } from './presets';
import type { Experiment } from './schema';

/** The chip for vowels on hardware as it is made, and trained in ways that hardware asks for. */

/** A die whose couplers are off, trained on a model that does not know it. */
export const trainedOnTwin: Experiment = {
  ...ficonnVowels,
  name: 'Vowels: trained on a model, used on a die',
  training: { ...ficonnVowels.training, method: { kind: 'backprop', model: 'twin' } },
  hardware: { ...ficonnVowels.hardware, splitterError: 0.15, phaseError: 0.1, die: 5 },
};

/** The same die, trained through its flaws. */
export const trainedThroughFlaws: Experiment = {
  ...trainedOnTwin,
  name: 'Vowels: trained through the die’s flaws',
  training: { ...ficonnVowels.training, method: { kind: 'backprop', model: 'chip' } },
};

/** Phases that tremble while they learn: noise as a teacher of robustness. */
export const noisyPhases: Experiment = {
  ...ficonnVowels,
  name: 'Vowels through phase noise',
  hardware: { ...ficonnVowels.hardware, phaseNoise: 0.1, splitterNoise: 0.02 },
};

/** Gradients measured by interference on the chip itself, with noisy taps. */
export const inSituVowels: Experiment = {
  ...ficonnVowels,
  name: 'Vowels, gradients measured in situ',
  training: { ...ficonnVowels.training, method: { kind: 'in-situ', tapNoise: 0.01 } },
};

/** Converters of four bits between the computer and the heaters. */
export const fourBitPhases: Experiment = {
  ...ficonnVowels,
  name: 'Vowels with 4-bit phases',
  hardware: { ...ficonnVowels.hardware, quantisation: { of: 'phase', bits: 4 } },
};

/** Couplers of other dies are off by at most this much, radians. */
const LARGEST_COUPLER_ERROR = 0.05;

/**
 * Thetas that every such die can be set to, whichever it is: training for the maximally faulty chip (Vadlamani, Englund,
 * Hamerly, Science Advances 9 (2023)). Correcting the errors of a die then loses nothing.
 */
export const forEveryDie: Experiment = {
  ...ficonnVowels,
  name: 'Vowels for the maximally faulty chip',
  training: {
    ...ficonnVowels.training,
    range: {
      kind: 'clamp',
      phases: ['theta'],
      low: 4 * LARGEST_COUPLER_ERROR,
      high: Math.PI - 4 * LARGEST_COUPLER_ERROR,
    },
  },
};
