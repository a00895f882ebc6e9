import { DARK } from './dark';
import type { Readout } from '../experiment/schema';
import type { ComplexPlanes } from '../photonics/propagate';
import type { Detected } from './detect';
import { detect } from './detect';

/** Loss of a batch, with what training and reports need. */
export interface BatchLoss {
  /** Mean over samples. */
  readonly loss: number;
  /** Of each sample. */
  readonly losses: Float64Array;
  readonly correct: number;
  /** Answer of each sample: the class whose port is brightest. */
  readonly predictions: Uint8Array;
  /** Cotangent of the fields, mean over samples; zero beyond the class ports. */
  readonly cotangent: ComplexPlanes;
}

/**
 * Power readout: I_c = |y_c|² on the first `classes` ports, as `detected` reads them if given, divided by their sum
 * if `normalise`; logits are scale·I. `cross-entropy`: −log softmax. `mse`: mean over classes of
 * (scale·I_c − [c = label])².
 * @param fields [mode][lane]
 */
export function batchLoss(
  readout: Readout,
  classes: number,
  fields: ComplexPlanes,
  labels: ArrayLike<number>,
  lanes: number,
  detected?: Detected,
): BatchLoss {
  const cotangent = { re: new Float64Array(fields.re.length), im: new Float64Array(fields.im.length) };
  const predictions = new Uint8Array(lanes);
  const losses = new Float64Array(lanes);
  const intensity = new Float64Array(classes);
  const slope = new Float64Array(classes);
  let loss = 0;
  let correct = 0;
  for (let lane = 0; lane < lanes; lane++) {
    const label = labels[lane] ?? 0;
    for (let c = 0; c < classes; c++) {
      const at = c * lanes + lane;
      intensity[c] = (fields.re[at] ?? 0) ** 2 + (fields.im[at] ?? 0) ** 2;
    }
    const gain = detected ? detect(detected, lane, intensity) : 1;
    let total = 0;
    for (const power of intensity) total += power;
    const dark = detected?.detection.dark ?? DARK;
    const norm = readout.normalise ? Math.max(total, dark) : 1;
    let best = 0;
    for (let c = 0; c < classes; c++) {
      intensity[c] = (intensity[c] ?? 0) / norm;
      if ((intensity[c] ?? 0) > (intensity[best] ?? 0)) best = c;
    }
    const own =
      readout.loss === 'mse'
        ? mse(intensity, label, readout.scale, slope)
        : crossEntropy(intensity, label, readout.scale, slope);
    losses[lane] = own;
    loss += own;
    predictions[lane] = best;
    if (best === label) correct++;
    // Through the division by the sum: dI_c/dP_d = ([c = d] − I_c) / total, unless the sum is too dark to divide by.
    let mean = 0;
    if (readout.normalise && total >= dark)
      for (let c = 0; c < classes; c++) mean += (slope[c] ?? 0) * (intensity[c] ?? 0);
    for (let c = 0; c < classes; c++) {
      const at = c * lanes + lane;
      const factor = (2 * gain * ((slope[c] ?? 0) - mean)) / norm / lanes;
      cotangent.re[at] = factor * (fields.re[at] ?? 0);
      cotangent.im[at] = factor * (fields.im[at] ?? 0);
    }
  }
  return { loss: loss / lanes, losses, correct, predictions, cotangent };
}

function crossEntropy(intensity: Float64Array, label: number, scale: number, slope: Float64Array): number {
  let largest = -Infinity;
  for (const value of intensity) largest = Math.max(largest, scale * value);
  let total = 0;
  for (let c = 0; c < intensity.length; c++) {
    slope[c] = Math.exp(scale * (intensity[c] ?? 0) - largest);
    total += slope[c] ?? 0;
  }
  for (let c = 0; c < intensity.length; c++)
    slope[c] = scale * ((slope[c] ?? 0) / total - (c === label ? 1 : 0));
  return largest + Math.log(total) - scale * (intensity[label] ?? 0);
}

function mse(intensity: Float64Array, label: number, scale: number, slope: Float64Array): number {
  const classes = intensity.length;
  let loss = 0;
  for (let c = 0; c < classes; c++) {
    const error = scale * (intensity[c] ?? 0) - (c === label ? 1 : 0);
    loss += (error * error) / classes;
    slope[c] = (2 * scale * error) / classes;
  }
  return loss;
}
