/** Optimiser steps on flat f32 vectors, lengths a multiple of 4. */

/** Adam with the bias corrections folded into rate and epsilon (learning/optimiser.ts). */
export function adam(
  count: i32,
  parameters: usize,
  gradient: usize,
  momentum: usize,
  variance: usize,
  beta1: f32,
  beta2: f32,
  rate: f32,
  epsilon: f32,
): void {
  const b1 = f32x4.splat(beta1);
  const b2 = f32x4.splat(beta2);
  const c1 = f32x4.splat(1 - beta1);
  const c2 = f32x4.splat(1 - beta2);
  const r = f32x4.splat(rate);
  const e = f32x4.splat(epsilon);
  for (let at: usize = 0; at < (<usize>count) << 2; at += 16) {
    const g = v128.load(gradient + at);
    const m = f32x4.add(f32x4.mul(b1, v128.load(momentum + at)), f32x4.mul(c1, g));
    const v = f32x4.add(f32x4.mul(b2, v128.load(variance + at)), f32x4.mul(c2, f32x4.mul(g, g)));
    v128.store(momentum + at, m);
    v128.store(variance + at, v);
    const step = f32x4.div(f32x4.mul(r, m), f32x4.add(f32x4.sqrt(v), e));
    v128.store(parameters + at, f32x4.sub(v128.load(parameters + at), step));
  }
}

/** Stochastic gradient descent with momentum. */
export function sgd(
  count: i32,
  parameters: usize,
  gradient: usize,
  velocity: usize,
  momentum: f32,
  rate: f32,
): void {
  const mu = f32x4.splat(momentum);
  const r = f32x4.splat(rate);
  for (let at: usize = 0; at < (<usize>count) << 2; at += 16) {
    const v = f32x4.add(f32x4.mul(mu, v128.load(velocity + at)), v128.load(gradient + at));
    v128.store(velocity + at, v);
    v128.store(parameters + at, f32x4.sub(v128.load(parameters + at), f32x4.mul(r, v)));
  }
}

/**
 * Peak of independent multiply-adds of this thread, for benchmarks: 12 chains of `count` f32x4 steps.
 * Arithmetic operations done: 12 · 4 · 2 · count. Returns a number that depends on all of them.
 */
export function multiplyAddPeak(count: i32): f32 {
  const x = f32x4.splat(0.999999);
  const y = f32x4.splat(1e-7);
  let a = f32x4.splat(1);
  let b = f32x4.splat(2);
  let c = f32x4.splat(3);
  let d = f32x4.splat(4);
  let e = f32x4.splat(5);
  let f = f32x4.splat(6);
  let g = f32x4.splat(7);
  let h = f32x4.splat(8);
  let i = f32x4.splat(9);
  let j = f32x4.splat(10);
  let k = f32x4.splat(11);
  let l = f32x4.splat(12);
  for (let n = 0; n < count; n++) {
    a = f32x4.add(f32x4.mul(a, x), y);
    b = f32x4.add(f32x4.mul(b, x), y);
    c = f32x4.add(f32x4.mul(c, x), y);
    d = f32x4.add(f32x4.mul(d, x), y);
    e = f32x4.add(f32x4.mul(e, x), y);
    f = f32x4.add(f32x4.mul(f, x), y);
    g = f32x4.add(f32x4.mul(g, x), y);
    h = f32x4.add(f32x4.mul(h, x), y);
    i = f32x4.add(f32x4.mul(i, x), y);
    j = f32x4.add(f32x4.mul(j, x), y);
    k = f32x4.add(f32x4.mul(k, x), y);
    l = f32x4.add(f32x4.mul(l, x), y);
  }
  const s = f32x4.add(
    f32x4.add(f32x4.add(a, b), f32x4.add(c, d)),
    f32x4.add(f32x4.add(e, f), f32x4.add(g, h)),
  );
  return f32x4.extract_lane(f32x4.add(s, f32x4.add(f32x4.add(i, j), f32x4.add(k, l))), 0);
}
