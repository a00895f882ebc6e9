/** Flat f32 vectors of parameters, lengths a multiple of 4. */

const TURN: f64 = 6.283185307179586;

/** Keeps the bits of each number that its mask sets: all (−1) or none (0). */
export function maskVector(count: i32, values: usize, mask: usize): void {
  for (let at: usize = 0; at < (<usize>count) << 2; at += 16) {
    v128.store(values + at, v128.and(v128.load(values + at), v128.load(mask + at)));
  }
}

/** Takes numbers whose mask is set modulo 2π. */
export function wrapVector(count: i32, values: usize, mask: usize): void {
  for (let at: usize = 0; at < (<usize>count) << 2; at += 4) {
    if (!load<i32>(mask + at)) continue;
    const value: f64 = load<f32>(values + at);
    const turns = Math.floor(value / TURN);
    if (turns != 0) store<f32>(values + at, <f32>(value - TURN * turns));
  }
}

/** Puts each number between its limits. */
export function clampVector(count: i32, values: usize, low: usize, high: usize): void {
  for (let at: usize = 0; at < (<usize>count) << 2; at += 16) {
    const atLeast = f32x4.max(v128.load(low + at), v128.load(values + at));
    v128.store(values + at, f32x4.min(v128.load(high + at), atLeast));
  }
}

/** Euclidean norm. */
export function norm(count: i32, values: usize): f64 {
  let sum: f64 = 0;
  for (let at: usize = 0; at < (<usize>count) << 2; at += 4) {
    const value: f64 = load<f32>(values + at);
    sum += value * value;
  }
  return Math.sqrt(sum);
}
