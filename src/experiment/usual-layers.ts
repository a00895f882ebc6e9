import { ficonnVowels } from './presets';
import type { Encoder, Experiment, Nonlinearity } from './schema';

/** An encoder of a kind with its usual constants. */
export function encoderOf(kind: Encoder['kind']): Encoder {
  if (kind === 'columns') return ficonnVowels.encoder;
  return kind === 'image' ? { kind } : { kind, scale: 2 };
}

/** A nonlinearity of a kind with the constants of the work it comes from. */
export function nonlinearityOf(kind: Nonlinearity['kind']): Nonlinearity {
  switch (kind) {
    case 'electro-optic':
      // Pai et al., neurophox MNIST example.
      return { kind, alpha: 0.1, g: 0.05 * Math.PI, phiB: Math.PI };
    case 'nofu':
      return { kind, kappa: 5, r: 0.6, a: 0.97 };
    case 'mod-relu':
      return { kind, threshold: 0.1 };
    case 'kerr':
      return { kind, g: 1 };
    case 'saturable-absorber':
      return { kind, sigmaTau: 1, t0: 0.5 };
    case 'none':
    case 'modulus':
    case 'power':
    case 'modulus-softplus':
      return { kind };
  }
}

/** One more layer like the last hidden one, before the last. */
export function withAddedLayer(experiment: Experiment): Experiment {
  const { layers } = experiment;
  const model = layers.at(-2) ?? layers.at(-1);
  if (model === undefined) return experiment;
  return { ...experiment, layers: [...layers.slice(0, -1), model, ...layers.slice(-1)] };
}

export function withoutLayer(experiment: Experiment, index: number): Experiment {
  return { ...experiment, layers: experiment.layers.filter((_, i) => i !== index) };
}
