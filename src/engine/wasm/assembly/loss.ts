import { exp4 } from './elementary';

/** Largest number of classes rounded up to 4; more than the ports of the largest mesh. */
const intensity = memory.data(2048, 16);
const slope = memory.data(2048, 16);
const DARK: f32 = 1e-20;

/**
 * Power readout and loss of a batch (equations in learning/loss.ts).
 * @param re, im fields, rows of `ld` floats
 * @param gRe, gIm cotangents of the mean loss; every element is written
 * @param predictions one byte per row
 * @param out f64 sum of losses, then i32 number of correct answers
 */
export function loss(
  rows: i32,
  ld: usize,
  classes: i32,
  normalise: i32,
  scale: f32,
  squared: i32,
  re: usize,
  im: usize,
  labels: usize,
  gRe: usize,
  gIm: usize,
  predictions: usize,
  out: usize,
): void {
  let total: f64 = 0;
  let correct = 0;
  const rowBytes = ld << 2;
  memory.fill(gRe, 0, <usize>rows * rowBytes);
  memory.fill(gIm, 0, <usize>rows * rowBytes);
  for (let row = 0; row < rows; row++) {
    const start = <usize>row * rowBytes;
    const label = <i32>load<u8>(labels + row);
    let sum: f32 = 0;
    for (let c = 0; c < classes; c++) {
      const at = (<usize>c) << 2;
      const x = load<f32>(re + start + at);
      const y = load<f32>(im + start + at);
      const power = x * x + y * y;
      store<f32>(intensity + at, power);
      sum += power;
    }
    const norm: f32 = normalise ? max(sum, DARK) : 1;
    let best = 0;
    for (let c = 0; c < classes; c++) {
      const at = intensity + ((<usize>c) << 2);
      store<f32>(at, load<f32>(at) / norm);
      if (load<f32>(at) > load<f32>(intensity + ((<usize>best) << 2))) best = c;
    }
    total += squared ? meanSquares(classes, label, scale) : crossEntropy(classes, label, scale);
    store<u8>(predictions + row, <u8>best);
    if (best == label) correct++;
    let mean: f32 = 0;
    if (normalise) {
      for (let c: usize = 0; c < (<usize>classes) << 2; c += 4)
        mean += load<f32>(slope + c) * load<f32>(intensity + c);
    }
    const factor: f32 = 2 / (norm * <f32>rows);
    for (let c: usize = 0; c < (<usize>classes) << 2; c += 4) {
      const weight = factor * (load<f32>(slope + c) - mean);
      store<f32>(gRe + start + c, weight * load<f32>(re + start + c));
      store<f32>(gIm + start + c, weight * load<f32>(im + start + c));
    }
  }
  store<f64>(out, total);
  store<i32>(out, correct, 8);
}

function crossEntropy(classes: i32, label: i32, scale: f32): f64 {
  const end = (<usize>classes) << 2;
  let largest: f32 = load<f32>(intensity);
  for (let c: usize = 4; c < end; c += 4) largest = max(largest, load<f32>(intensity + c));
  // Lanes beyond the classes get e^{−∞}: pad the intensities so that they vanish.
  for (let c = end; c & 15; c += 4) store<f32>(intensity + c, -Infinity);
  const weight = f32x4.splat(scale);
  const offset = f32x4.splat(largest);
  for (let c: usize = 0; c < end; c += 16) {
    v128.store(slope + c, exp4(f32x4.mul(weight, f32x4.sub(v128.load(intensity + c), offset))));
  }
  let sum: f32 = 0;
  for (let c: usize = 0; c < end; c += 4) sum += load<f32>(slope + c);
  for (let c: usize = 0; c < end; c += 4) {
    const hit: f32 = c == (<usize>label) << 2 ? 1 : 0;
    store<f32>(slope + c, scale * (load<f32>(slope + c) / sum - hit));
  }
  const gap: f32 = scale * (largest - load<f32>(intensity + ((<usize>label) << 2)));
  return <f64>gap + Math.log(<f64>sum);
}

function meanSquares(classes: i32, label: i32, scale: f32): f64 {
  let sum: f64 = 0;
  const share: f32 = 1 / <f32>classes;
  for (let c = 0; c < classes; c++) {
    const at = (<usize>c) << 2;
    const error: f32 = scale * load<f32>(intensity + at) - <f32>(c == label ? 1 : 0);
    sum += error * error * share;
    store<f32>(slope + at, 2 * scale * error * share);
  }
  return sum;
}
