import type { ComplexPlanes } from '../photonics/propagate';
import { activate, activateBackward } from './activate';
import { detectedOf } from './detect';
import type { Moment } from './effects';
import { QUIET, effectiveLayers, effectivePhases, pullBack } from './effects';
import type { LayerMatrix } from './layer-matrix';
import { layerGradient, layerMatrix } from './layer-matrix';
import type { BatchLoss } from './loss';
import { batchLoss } from './loss';
import type { Plan } from './plan';

/** The f64 oracle: every backend must agree with these functions. Fields are [mode][lane] planes. */

/** Fields of all modes after the last layer, at the chip as it is at `moment`. */
export function networkForward(
  plan: Plan,
  parameters: Float64Array,
  input: ComplexPlanes,
  lanes: number,
  moment: Moment = QUIET,
): ComplexPlanes {
  const phases = effectivePhases(plan, parameters, moment);
  let fields = input;
  for (const layer of effectiveLayers(plan, moment)) {
    const { matrix } = layerMatrix(layer, phases);
    fields = activate(layer, phases, multiply(matrix, fields, plan.modes, lanes), lanes);
  }
  return fields;
}

export interface NetworkGradient extends BatchLoss {
  readonly gradient: Float64Array;
}

/** Mean loss of a batch and its exact gradient by all parameters; noise is a constant for it. */
export function networkGradient(
  plan: Plan,
  parameters: Float64Array,
  input: ComplexPlanes,
  labels: ArrayLike<number>,
  lanes: number,
  moment: Moment = QUIET,
): NetworkGradient {
  const phases = effectivePhases(plan, parameters, moment);
  const layers = effectiveLayers(plan, moment);
  const trace: { compiled: LayerMatrix; input: ComplexPlanes; linear: ComplexPlanes }[] = [];
  let fields = input;
  for (const layer of layers) {
    const compiled = layerMatrix(layer, phases);
    const linear = multiply(compiled.matrix, fields, plan.modes, lanes);
    trace.push({ compiled, input: fields, linear });
    fields = activate(layer, phases, linear, lanes);
  }
  const loss = batchLoss(plan.readout, plan.classes, fields, labels, lanes, detectedOf(plan, moment.key));
  const gradient = new Float64Array(plan.parameterCount);
  let cotangent = loss.cotangent;
  for (let index = layers.length - 1; index >= 0; index--) {
    const layer = layers[index];
    const step = trace[index];
    if (!layer || !step) continue;
    activateBackward(layer, phases, step.linear, cotangent, lanes, gradient);
    const before = multiplyAdjoint(step.compiled.matrix, cotangent, plan.modes, lanes);
    layerGradient(layer, step.compiled, phases, outer(cotangent, step.input, plan.modes, lanes), gradient);
    cotangent = before;
  }
  pullBack(plan, gradient);
  return { ...loss, gradient };
}

/** M·X of an N×N matrix and N rows of lanes. */
export function multiply(m: ComplexPlanes, x: ComplexPlanes, modes: number, lanes: number): ComplexPlanes {
  const y = { re: new Float64Array(modes * lanes), im: new Float64Array(modes * lanes) };
  for (let i = 0; i < modes; i++) {
    for (let k = 0; k < modes; k++)
      accumulate(y, i, m.re[i * modes + k] ?? 0, m.im[i * modes + k] ?? 0, x, k, lanes);
  }
  return y;
}

/** Mᴴ·G, likewise. */
export function multiplyAdjoint(
  m: ComplexPlanes,
  g: ComplexPlanes,
  modes: number,
  lanes: number,
): ComplexPlanes {
  const y = { re: new Float64Array(modes * lanes), im: new Float64Array(modes * lanes) };
  for (let i = 0; i < modes; i++) {
    for (let k = 0; k < modes; k++)
      accumulate(y, k, m.re[i * modes + k] ?? 0, -(m.im[i * modes + k] ?? 0), g, i, lanes);
  }
  return y;
}

/** Row `to` of y += (aRe + i·aIm) · row `from` of x. */
function accumulate(
  y: ComplexPlanes,
  to: number,
  aRe: number,
  aIm: number,
  x: ComplexPlanes,
  from: number,
  lanes: number,
): void {
  const target = to * lanes;
  const source = from * lanes;
  for (let lane = 0; lane < lanes; lane++) {
    const re = x.re[source + lane] ?? 0;
    const im = x.im[source + lane] ?? 0;
    y.re[target + lane] = (y.re[target + lane] ?? 0) + aRe * re - aIm * im;
    y.im[target + lane] = (y.im[target + lane] ?? 0) + aRe * im + aIm * re;
  }
}

/** G·Xᴴ: the cotangent of the matrix. */
function outer(g: ComplexPlanes, x: ComplexPlanes, modes: number, lanes: number): ComplexPlanes {
  const out = { re: new Float64Array(modes * modes), im: new Float64Array(modes * modes) };
  for (let i = 0; i < modes; i++) {
    for (let j = 0; j < modes; j++) {
      let re = 0;
      let im = 0;
      for (let lane = 0; lane < lanes; lane++) {
        const gRe = g.re[i * lanes + lane] ?? 0;
        const gIm = g.im[i * lanes + lane] ?? 0;
        const xRe = x.re[j * lanes + lane] ?? 0;
        const xIm = x.im[j * lanes + lane] ?? 0;
        re += gRe * xRe + gIm * xIm;
        im += gIm * xRe - gRe * xIm;
      }
      out.re[i * modes + j] = re;
      out.im[i * modes + j] = im;
    }
  }
  return out;
}
