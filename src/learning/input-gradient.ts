import type { ComplexPlanes } from '../photonics/propagate';
import { activate, activateBackward } from './activate';
import { layerMatrix } from './layer-matrix';
import { DARK } from './dark';
import { multiply, multiplyAdjoint } from './network';
import type { Plan } from './plan';

/**
 * How the score of one class changes with the fields that enter the chip: dz = Re Σ conj(g)·dx for z the logit
 * before the softmax, read without noise and without the steps of converters.
 * @param parameters as light meets them: see `effectivePhases`
 * @param fields of one sample, one per mode
 * @returns g, one per mode
 */
export function inputGradient(
  plan: Plan,
  parameters: Float64Array,
  fields: ComplexPlanes,
  answer: number,
): ComplexPlanes {
  const { modes, classes, readout } = plan;
  let state = fields;
  const trace = plan.layers.map((layer) => {
    const { matrix } = layerMatrix(layer, parameters);
    const linear = multiply(matrix, state, modes, 1);
    state = activate(layer, parameters, linear, 1);
    return { layer, matrix, linear };
  });
  const power = (c: number): number => (state.re[c] ?? 0) ** 2 + (state.im[c] ?? 0) ** 2;
  let total = 0;
  for (let c = 0; c < classes; c++) total += power(c);
  const norm = readout.normalise ? Math.max(total, plan.detection?.dark ?? DARK) : 1;
  const share = readout.normalise ? power(answer) / norm : 0;
  let cotangent: ComplexPlanes = { re: new Float64Array(modes), im: new Float64Array(modes) };
  for (let c = 0; c < classes; c++) {
    const slope = (2 * readout.scale * ((c === answer ? 1 : 0) - share)) / norm;
    cotangent.re[c] = slope * (state.re[c] ?? 0);
    cotangent.im[c] = slope * (state.im[c] ?? 0);
  }
  // The nonlinearities' own parameters are not asked for.
  const unused = new Float64Array(plan.parameterCount);
  for (const { layer, matrix, linear } of trace.reverse()) {
    activateBackward(layer, parameters, linear, cotangent, 1, unused);
    cotangent = multiplyAdjoint(matrix, cotangent, modes, 1);
  }
  return cotangent;
}
