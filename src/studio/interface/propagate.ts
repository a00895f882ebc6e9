import type { FieldBatch } from '../../data/fields';
import { convLight, convLogits } from '../../learning/convolution/conv-network';
import { networkForward } from '../../learning/network';
import { DriftWalk } from '../../learning/noise';
import type { NetworkPlan } from '../../learning/plan';

/** A network at trained parameters. */
export interface Lit {
  readonly plan: NetworkPlan;
  readonly parameters: Float64Array;
  /** Step of training, which drift depends on. */
  readonly step: number;
}

/** Sends samples through, without noise: fields of all modes, or the logits of a convolution. */
export function propagate({ plan, parameters, step }: Lit, fields: FieldBatch): FieldBatch {
  const { count, modes, re, im } = fields;
  const drift = plan.effects?.drift;
  const moment = { key: undefined, walks: drift && new DriftWalk(drift, plan.seed).at(step) };
  if (plan.kind === 'convolutional') {
    const logits = convLogits(convLight(plan, parameters, moment), Float64Array.from(re), count);
    return {
      count,
      modes: plan.classes,
      re: Float32Array.from(logits),
      im: new Float32Array(logits.length),
    };
  }
  const lanes = { re: turned(re, count, modes), im: turned(im, count, modes) };
  const out = networkForward(plan, parameters, lanes, count, moment);
  return {
    count,
    modes,
    re: Float32Array.from(turned(out.re, modes, count)),
    im: Float32Array.from(turned(out.im, modes, count)),
  };
}

/** Rows become columns. */
function turned(values: ArrayLike<number>, rows: number, columns: number): Float64Array {
  const out = new Float64Array(rows * columns);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      out[column * rows + row] = values[row * columns + column] ?? 0;
  return out;
}
