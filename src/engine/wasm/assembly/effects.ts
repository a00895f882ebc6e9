import { counters4, normal4, seedKey, streamLane } from './random';

/**
 * From the phases that are set to those that light meets (PlanEffects in learning/plan.ts). Flat f32 vectors of
 * `count` numbers, readable and writable up to a multiple of 4. A mask has an i32 per number, −1 where it is a
 * phase and else 0.
 */

const TURN: f64 = 6.283185307179586;
/** Rounds a phase half-way between two levels up in every arithmetic (learning/plan.ts). */
const ROUNDING: f64 = 0.5 + 1.0 / 64.0;

/**
 * Phases as their converters hold them: psi + (r' − r). In f64, so that the level is the one the reference chooses.
 * @param steps levels − 1 of the converter, or 0 for an ideal one
 * @param isVoltage whether the converter's levels are even in √r instead of r
 * @param heat set to r' of each phase, 0 elsewhere
 */
export function holdPhases(
  count: i32,
  parameters: usize,
  mask: usize,
  steps: i32,
  isVoltage: i32,
  heat: usize,
  out: usize,
): void {
  const range = isVoltage ? Math.sqrt(TURN) : TURN;
  const most: f64 = steps;
  for (let at: usize = 0; at < (<usize>count) << 2; at += 4) {
    const set: f64 = load<f32>(parameters + at);
    if (!load<i32>(mask + at)) {
      store<f32>(heat + at, 0);
      store<f32>(out + at, <f32>set);
      continue;
    }
    const within = set - TURN * Math.floor(set / TURN);
    let held = within;
    if (steps) {
      const wanted = isVoltage ? Math.sqrt(within) : within;
      held = (range * Math.floor((wanted / range) * most + ROUNDING)) / most;
      if (isVoltage) held *= held;
    }
    store<f32>(heat + at, <f32>held);
    store<f32>(out + at, <f32>(set + (held - within)));
  }
}

/** out_i += Σ_j values_ij · heat_j over compressed rows. */
export function crosstalk(count: i32, rowStart: usize, columns: usize, values: usize, heat: usize, out: usize): void {
  let entry: usize = 0;
  for (let at: usize = 0; at < (<usize>count) << 2; at += 4) {
    const end = (<usize>load<i32>(rowStart + at, 4)) << 2;
    let sum: f64 = load<f32>(out + at);
    for (; entry < end; entry += 4) {
      const column = (<usize>load<i32>(columns + entry)) << 2;
      sum += <f64>(load<f32>(values + entry) * load<f32>(heat + column));
    }
    store<f32>(out + at, <f32>sum);
  }
}

/** out_j += Σ_i values_ij · cotangent_i. */
export function crosstalkAdjoint(
  count: i32,
  rowStart: usize,
  columns: usize,
  values: usize,
  cotangent: usize,
  out: usize,
): void {
  let entry: usize = 0;
  for (let at: usize = 0; at < (<usize>count) << 2; at += 4) {
    const end = (<usize>load<i32>(rowStart + at, 4)) << 2;
    const g = load<f32>(cotangent + at);
    for (; entry < end; entry += 4) {
      const to = out + ((<usize>load<i32>(columns + entry)) << 2);
      store<f32>(to, load<f32>(to) + load<f32>(values + entry) * g);
    }
  }
}

/** out_i += Σ_r loadings_ir · walk_r, 4 loadings per number, 4 walks. */
export function drift(count: i32, loadings: usize, walks: usize, out: usize): void {
  const walk = v128.load(walks);
  for (let k: usize = 0; k < <usize>count; k++) {
    const product = f32x4.mul(walk, v128.load(loadings + (k << 4)));
    const pairs = f32x4.add(product, v128.shuffle<f32>(product, product, 2, 3, 0, 1));
    const to = out + (k << 2);
    store<f32>(to, load<f32>(to) + f32x4.extract_lane(pairs, 0) + f32x4.extract_lane(pairs, 1));
  }
}

/** out_i += sigma·n_i where the mask is set, n_i the i-th normal of the stream. */
export function addNormals(count: i32, mask: usize, sigma: f32, seed: u32, stream: u32, out: usize): void {
  const key = seedKey(seed);
  const keys = i32x4.splat(key);
  const lane = i32x4.splat(streamLane(key, stream));
  const scale = f32x4.splat(sigma);
  for (let k = 0; k < count; k += 4) {
    const at = (<usize>k) << 2;
    const isPhase = v128.load(mask + at);
    if (!v128.any_true(isPhase)) continue;
    const noise = v128.and(f32x4.mul(scale, normal4(keys, lane, counters4(k))), isPhase);
    v128.store(out + at, f32x4.add(v128.load(out + at), noise));
  }
}
