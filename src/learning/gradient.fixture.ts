import { PLAIN_LAYER } from '../experiment/defaults';
import { ficonnVowels } from '../experiment/presets';
import type { Experiment, Layer } from '../experiment/schema';
import { normal, uniform } from '../lib/rng';
import type { ComplexPlanes } from '../photonics/propagate';
import { compilePlan } from './compile-plan';
import type { Moment } from './effects';
import { QUIET } from './effects';
import { networkGradient } from './network';
import type { Plan } from './plan';
import { ROLE } from './plan';

const LANES = 5;
const LABELS = [0, 1, 2, 0, 1];

/** Two equal layers on four modes with three classes. */
export function planOf(layer: Partial<Layer>, change: Partial<Experiment> = {}): Plan {
  const whole = { ...PLAIN_LAYER, gain: 1.3, ...layer };
  const experiment = { ...ficonnVowels, modes: 4, layers: [whole, whole], ...change };
  const result = compilePlan(experiment, { trainSamples: 9, classes: 3 });
  if (!result.ok) throw new Error(result.fault.message);
  return result.value;
}

/** A batch of normally distributed fields. */
export function randomBatch(modes: number, lanes = LANES): ComplexPlanes {
  const draw = (stream: number): Float64Array =>
    Float64Array.from({ length: modes * lanes }, (_, i) => normal(3, stream, i));
  return { re: draw(90), im: draw(91) };
}

/** Largest gap between the gradient and finite differences over all trainable parameters, by the largest slope. */
export function worstGradientError(plan: Plan, moment: Moment = QUIET): number {
  const input = randomBatch(plan.modes);
  const parameters = plan.initial.map((value, i) => value + 0.1 * uniform(5, 92, i));
  const at = (values: Float64Array) => networkGradient(plan, values, input, LABELS, LANES, moment);
  const { gradient } = at(parameters);
  const lossAt = (i: number, delta: number): number => {
    const moved = parameters.slice();
    moved[i] = (moved[i] ?? 0) + delta;
    return at(moved).loss;
  };
  const h = 1e-5;
  let worst = 0;
  let largest = 0;
  for (let i = 0; i < plan.parameterCount; i++) {
    if (((plan.roles[i] ?? 0) & ROLE.trainable) === 0) continue;
    // Five-point stencil: error O(h⁴), far below the tolerance.
    const slope = (8 * (lossAt(i, h) - lossAt(i, -h)) - (lossAt(i, 2 * h) - lossAt(i, -2 * h))) / (12 * h);
    worst = Math.max(worst, Math.abs(slope - (gradient[i] ?? 0)));
    largest = Math.max(largest, Math.abs(slope));
  }
  return worst / largest;
}
