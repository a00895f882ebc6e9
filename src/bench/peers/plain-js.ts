import type { EncodedSplit } from '../../data/fields';
import { phasesOf } from '../../learning/mesh-phases';
import type { Plan } from '../../learning/plan';
import { mziCount } from '../../photonics/mesh';
import { mziCoefficients } from '../../photonics/propagate';
import type { Work } from '../measure';
import { columnsBackward, columnsForward, shiftRows } from './plain-js-columns';
import type { Floats } from './plain-js-products';
import { outerProduct, product } from './plain-js-products';

/**
 * The benchmark's opponent: the same algorithm as the WASM kernels (compile the mesh to a matrix, multiply
 * the batch, outer product, walk the mesh backward) in plain JavaScript over typed arrays: contiguous inner
 * loops, operands kept in locals, two outputs at a time. One page must use one number format only, or the
 * loops are compiled for both and lose speed.
 * @param FloatArray f32 as the kernels have it, or f64, which JavaScript reads without conversions
 */
export function plainJsMesh(
  plan: Plan,
  split: EncodedSplit,
  batch: number,
  FloatArray: Float32ArrayConstructor | Float64ArrayConstructor,
): Work {
  const { modes, initial } = plan;
  const layer = plan.layers[0];
  if (!layer) throw new RangeError('The plan has no layer.');
  const { topology } = layer.mesh;
  const phases = phasesOf(layer.mesh, initial);
  const planes = (length: number): { re: Floats; im: Floats } => ({
    re: new FloatArray(length),
    im: new FloatArray(length),
  });
  const xRe = FloatArray.from(split.re.subarray(0, batch * modes));
  const xIm = FloatArray.from(split.im.subarray(0, batch * modes));
  const y = planes(batch * modes);
  const m = planes(modes * modes);
  const transposed = planes(modes * modes);
  const g = planes(modes * modes);
  const sums = new FloatArray(4 * mziCount(topology));
  return () => {
    const coefficients = FloatArray.from(mziCoefficients(topology, phases));
    m.re.fill(0);
    m.im.fill(0);
    for (let i = 0; i < modes; i++) m.re[i * modes + i] = 1;
    columnsForward(topology.pairs, coefficients, m.re, m.im, modes);
    shiftRows(m.re, m.im, phases.gamma, 1, modes);
    for (let i = 0; i < modes; i++) {
      for (let j = 0; j < modes; j++) {
        transposed.re[j * modes + i] = m.re[i * modes + j] as number;
        transposed.im[j * modes + i] = m.im[i * modes + j] as number;
      }
    }
    product(xRe, xIm, transposed.re, transposed.im, y.re, y.im, batch, modes);
    // Any dense cotangent costs the same; the fields with their parts exchanged serve as one.
    outerProduct(xIm, xRe, xRe, xIm, g.re, g.im, batch, modes);
    shiftRows(m.re, m.im, phases.gamma, -1, modes);
    shiftRows(g.re, g.im, phases.gamma, -1, modes);
    columnsBackward(topology.pairs, coefficients, m.re, m.im, g.re, g.im, modes, sums);
  };
}
