import { phasesOf } from '../../learning/layer-matrix';
import type { Plan } from '../../learning/plan';
import { mziCount } from '../../photonics/mesh';
import { mziCoefficients } from '../../photonics/propagate';
import type { EncodedSplit } from '../../data/fields';
import type { Work } from '../measure';
import { outerProduct, product } from './plain-js-products';
import { columnsBackward, columnsForward } from './plain-js-columns';

/**
 * The benchmark's opponent: the same algorithm as the WASM kernels (compile the mesh to a matrix, multiply
 * the batch, outer product, walk the mesh backward) in plain JavaScript over f64 typed arrays, which it
 * reads without conversions; contiguous inner loops, operands kept in locals.
 */
export function plainJsMesh(plan: Plan, split: EncodedSplit, batch: number): Work {
  const { modes, initial, classes } = plan;
  const layer = plan.layers[0];
  if (!layer) throw new RangeError('The plan has no layer.');
  const { topology } = layer.mesh;
  const phases = phasesOf(layer.mesh, initial);
  const xRe = Float64Array.from(split.re.subarray(0, batch * modes));
  const xIm = Float64Array.from(split.im.subarray(0, batch * modes));
  const y = planes(batch * modes);
  const m = planes(modes * modes);
  const transposed = planes(modes * modes);
  const g = planes(modes * modes);
  const sums = new Float64Array(4 * mziCount(topology));
  return () => {
    const coefficients = mziCoefficients(topology, phases);
    m.re.fill(0);
    m.im.fill(0);
    for (let i = 0; i < modes; i++) m.re[i * modes + i] = 1;
    columnsForward(topology.pairs, coefficients, m.re, m.im, modes);
    for (let i = 0; i < modes; i++) {
      for (let j = 0; j < modes; j++) {
        transposed.re[j * modes + i] = m.re[i * modes + j] as number;
        transposed.im[j * modes + i] = m.im[i * modes + j] as number;
      }
    }
    product(xRe, xIm, transposed.re, transposed.im, y.re, y.im, batch, modes);
    // Cotangent of the power on the label's port, so that the outer product has real work to do.
    for (let row = 0; row < batch; row++) {
      const at = row * modes + ((split.labels[row] as number) % classes);
      y.re[at] = 2 * (y.re[at] as number);
      y.im[at] = 2 * (y.im[at] as number);
    }
    outerProduct(y.re, y.im, xRe, xIm, g.re, g.im, batch, modes);
    columnsBackward(topology.pairs, coefficients, m.re, m.im, g.re, g.im, modes, sums);
  };
}

function planes(length: number): { re: Float64Array; im: Float64Array } {
  return { re: new Float64Array(length), im: new Float64Array(length) };
}
