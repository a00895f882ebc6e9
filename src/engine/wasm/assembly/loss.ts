import { exp4 } from './elementary';
import { counters4, normal4, seedKey, streamLane } from './random';

/** Largest number of classes rounded up to 4; more than the ports of the largest mesh. */
const intensity = memory.data(2048, 16);
const slope = memory.data(2048, 16);

/** Streams of lib/rng.ts. */
const DETECTION: u32 = 10;
const RIN: u32 = 11;

/**
 * Power readout and loss of a batch (equations in learning/loss.ts, detection in learning/plan.ts).
 * @param dark least sum of intensities that a normalising readout divides by
 * @param detection f32: shot², thermal², rin, ADC levels, full scale; 0 for ideal detectors
 * @param seed, firstRow key of the detectors' noise, and number of the first row in it
 * @param re, im fields, rows of `ld` floats
 * @param gRe, gIm cotangents of the mean loss, every element is written; 0 where none are wanted
 * @param predictions one byte per row
 * @param losses f32 per row
 * @param out f64 sum of losses, then i32 number of correct answers
 */
export function loss(
  rows: i32,
  ld: usize,
  classes: i32,
  normalise: i32,
  scale: f32,
  squared: i32,
  dark: f32,
  detection: usize,
  seed: u32,
  firstRow: u32,
  re: usize,
  im: usize,
  labels: usize,
  gRe: usize,
  gIm: usize,
  predictions: usize,
  losses: usize,
  out: usize,
): void {
  let total: f64 = 0;
  let correct = 0;
  const end = (<usize>classes) << 2;
  const rowBytes = ld << 2;
  if (gRe) {
    memory.fill(gRe, 0, <usize>rows * rowBytes);
    memory.fill(gIm, 0, <usize>rows * rowBytes);
  }
  for (let row = 0; row < rows; row++) {
    const start = <usize>row * rowBytes;
    const label = <i32>load<u8>(labels + row);
    for (let c: usize = 0; c < end; c += 4) {
      const x = load<f32>(re + start + c);
      const y = load<f32>(im + start + c);
      store<f32>(intensity + c, x * x + y * y);
    }
    const gain: f32 = detection ? detect(classes, detection, seed, firstRow + row) : 1;
    let sum: f32 = 0;
    for (let c: usize = 0; c < end; c += 4) sum += load<f32>(intensity + c);
    const norm: f32 = normalise ? max(sum, dark) : 1;
    let best: usize = 0;
    for (let c: usize = 0; c < end; c += 4) {
      const value = load<f32>(intensity + c) / norm;
      store<f32>(intensity + c, value);
      if (value > load<f32>(intensity + best)) best = c;
    }
    const answer = <i32>(best >> 2);
    const own = squared ? meanSquares(classes, label, scale) : crossEntropy(classes, label, scale);
    total += own;
    store<f32>(losses + ((<usize>row) << 2), <f32>own);
    store<u8>(predictions + row, <u8>answer);
    if (answer == label) correct++;
    if (!gRe) continue;
    let mean: f32 = 0;
    if (normalise && sum >= dark) {
      for (let c: usize = 0; c < end; c += 4) mean += load<f32>(slope + c) * load<f32>(intensity + c);
    }
    const factor: f32 = (2 * gain) / (norm * <f32>rows);
    for (let c: usize = 0; c < end; c += 4) {
      const weight = factor * (load<f32>(slope + c) - mean);
      store<f32>(gRe + start + c, weight * load<f32>(re + start + c));
      store<f32>(gIm + start + c, weight * load<f32>(im + start + c));
    }
  }
  store<f64>(out, total);
  store<i32>(out, correct, 8);
}

/** Turns a row's intensities into what the detectors report; returns the slope dI'/dI = 1 + rin·n. */
function detect(classes: i32, detection: usize, seed: u32, row: u32): f32 {
  const key = seedKey(seed);
  const keys = i32x4.splat(key);
  const shot = v128.load_splat<f32>(detection);
  const thermal = v128.load_splat<f32>(detection, 4);
  const rin = load<f32>(detection, 8);
  const levels = load<f32>(detection, 12);
  const fullScale = load<f32>(detection, 16);
  let gain: f32 = 1;
  if (rin != 0) {
    const lane = i32x4.splat(streamLane(key, RIN));
    gain += rin * f32x4.extract_lane(normal4(keys, lane, i32x4.splat(row)), 0);
  }
  const lane = i32x4.splat(streamLane(key, DETECTION));
  const isNoisy = v128.any_true(f32x4.gt(f32x4.add(shot, thermal), f32x4.splat(0)));
  for (let c = 0; c < classes; c += 4) {
    const at = intensity + ((<usize>c) << 2);
    const power = v128.load(at);
    let seen = f32x4.mul(f32x4.splat(gain), power);
    if (isNoisy) {
      const deviation = f32x4.sqrt(f32x4.add(thermal, f32x4.mul(shot, power)));
      const noise = normal4(keys, lane, counters4(row * <u32>classes + c));
      seen = f32x4.add(seen, f32x4.mul(deviation, noise));
    }
    if (levels != 0) {
      const steps = f32x4.splat(levels);
      const full = f32x4.splat(fullScale);
      const level = f32x4.floor(f32x4.add(f32x4.mul(f32x4.div(seen, full), steps), f32x4.splat(0.5)));
      const bounded = f32x4.min(steps, f32x4.max(f32x4.splat(0), level));
      seen = f32x4.div(f32x4.mul(full, bounded), steps);
    }
    v128.store(at, seen);
  }
  return gain;
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
