import type { ConvLight } from './conv-network';
import { convLight, convLogits } from './conv-network';
import type { ConvPlan } from './plan';
import { sizeOf } from './stage-shapes';

/**
 * Answers single images in f64, without noise or drift, by the running statistics. Meshes are multiplied once per
 * parameter vector, which must not be changed in place.
 */
export class ConvPredictor {
  readonly #plan: ConvPlan;
  #parameters: Float64Array | undefined;
  #light: ConvLight | undefined;

  constructor(plan: ConvPlan) {
    this.#plan = plan;
  }

  /** @param pixels standardised, [channel][row][column]; @returns one logit per class */
  logits(parameters: Float64Array, pixels: ArrayLike<number>): Float64Array {
    if (pixels.length !== sizeOf(this.#plan.input)) {
      throw new RangeError(
        `An image of ${sizeOf(this.#plan.input)} numbers was expected, not ${pixels.length}.`,
      );
    }
    if (this.#light === undefined || this.#parameters !== parameters) {
      this.#light = convLight(this.#plan, parameters);
      this.#parameters = parameters;
    }
    return convLogits(this.#light, Float64Array.from(pixels), 1);
  }
}

/** Softmax: what share of belief each class gets. */
export function probabilities(logits: Float64Array): Float64Array {
  const top = Math.max(...logits);
  const weights = logits.map((logit) => Math.exp(logit - top));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
