import { exp4 } from './elementary';
import { log4, log1p4 } from './logarithm';

/**
 * Nonlinearities of signed fields, element by element (equations in learning/convolution/activation.ts).
 * kind: 0 relu, 1 softplus, 2 power, 3 saturable absorber with constants sigmaTau, t0.
 * Lengths are multiples of 4 floats.
 */

/** Newton steps of the absorber's transmission, from below: see photonics/nonlinearity/saturable-absorber.ts. */
const NEWTON_STEPS: i32 = 12;

export function realActivate(kind: i32, constants: usize, x: usize, count: i32, y: usize): void {
  const end = x + ((<usize>count) << 2);
  const zero = f32x4.splat(0);
  if (kind == 0) {
    for (; x < end; x += 16, y += 16) v128.store(y, f32x4.max(v128.load(x), zero));
  } else if (kind == 1) {
    for (; x < end; x += 16, y += 16) {
      const value = v128.load(x);
      const decay = log1p4(exp4(f32x4.neg(f32x4.abs(value))));
      v128.store(y, f32x4.add(f32x4.max(value, zero), decay));
    }
  } else if (kind == 2) {
    for (; x < end; x += 16, y += 16) {
      const value = v128.load(x);
      v128.store(y, f32x4.mul(value, value));
    }
  } else {
    for (; x < end; x += 16, y += 16) {
      const value = v128.load(x);
      v128.store(y, f32x4.mul(value, f32x4.sqrt(transmission(value, constants))));
    }
  }
}

/** g ← g·f'(x), in place. */
export function realActivateBackward(kind: i32, constants: usize, x: usize, count: i32, g: usize): void {
  const end = x + ((<usize>count) << 2);
  const zero = f32x4.splat(0);
  const one = f32x4.splat(1);
  if (kind == 0) {
    for (; x < end; x += 16, g += 16) v128.store(g, v128.and(v128.load(g), f32x4.gt(v128.load(x), zero)));
  } else if (kind == 1) {
    for (; x < end; x += 16, g += 16) {
      // 1/(1 + e^{−x}) from e^{−|x|}, which cannot overflow
      const value = v128.load(x);
      const e = exp4(f32x4.neg(f32x4.abs(value)));
      const numerator = v128.bitselect(one, e, f32x4.ge(value, zero));
      v128.store(g, f32x4.mul(v128.load(g), f32x4.div(numerator, f32x4.add(one, e))));
    }
  } else if (kind == 2) {
    for (; x < end; x += 16, g += 16) {
      const value = v128.load(x);
      v128.store(g, f32x4.mul(v128.load(g), f32x4.add(value, value)));
    }
  } else {
    const sigmaTau = v128.load_splat<f32>(constants);
    for (; x < end; x += 16, g += 16) {
      // With h = √T, x' = sigmaTau·x²: d(x·h)/dx = h + x'·(1 − T) / ((½/T + x')·h)
      const value = v128.load(x);
      const t = transmission(value, constants);
      const h = f32x4.sqrt(t);
      const power = f32x4.mul(sigmaTau, f32x4.mul(value, value));
      const steepness = f32x4.add(f32x4.div(f32x4.splat(0.5), t), power);
      const rise = f32x4.mul(power, f32x4.sub(one, t));
      const slope = f32x4.add(h, f32x4.div(rise, f32x4.mul(steepness, h)));
      v128.store(g, f32x4.mul(v128.load(g), slope));
    }
  }
}

/** Power transmission T of fields x: the root of ½ ln(T/t0) = sigmaTau·x²·(1 − T). */
function transmission(x: v128, constants: usize): v128 {
  const half = f32x4.splat(0.5);
  const power = f32x4.mul(v128.load_splat<f32>(constants), f32x4.mul(x, x));
  const t0 = v128.load_splat<f32>(constants, 4);
  let t = t0;
  for (let step = 0; step < NEWTON_STEPS; step++) {
    const value = f32x4.sub(
      f32x4.mul(half, log4(f32x4.div(t, t0))),
      f32x4.mul(power, f32x4.sub(f32x4.splat(1), t)),
    );
    t = f32x4.sub(t, f32x4.div(value, f32x4.add(f32x4.div(half, t), power)));
  }
  return t;
}
