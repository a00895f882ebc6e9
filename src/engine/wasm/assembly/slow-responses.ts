/** Responses that are rare enough to be computed one element at a time, in f64. */

/** Below this power a modulus has no direction (photonics/nonlinearity/simple.ts). */
const DARK: f64 = 1e-30;
const NEWTON_STEPS: i32 = 12;

/** Writes hRe, hIm, dRe, dIm of four elements; kinds as in activate.ts. */
export function slowResponse(kind: i32, u: v128, constants: usize, out: usize): void {
  v128.store(out, f32x4.splat(0), 16);
  v128.store(out, f32x4.splat(0), 48);
  v128.store(out, u);
  for (let lane: usize = 0; lane < 16; lane += 4) {
    const at = out + lane;
    const power: f64 = load<f32>(at);
    const modulus = Math.sqrt(power);
    let h: f64 = 1;
    let d: f64 = 0;
    if (kind == 3) {
      const threshold: f64 = load<f32>(constants);
      if (modulus <= threshold || power < DARK) {
        h = threshold == 0 ? 1 : 0;
      } else {
        h = 1 - threshold / modulus;
        d = threshold / (2 * power * modulus);
      }
    } else if (kind == 5) {
      h = modulus;
      d = power < DARK ? 0 : 0.5 / modulus;
    } else if (kind == 6) {
      h = power;
      d = 1;
    } else if (kind == 7) {
      const decay = Math.exp(-modulus);
      h = modulus + Math.log1p(decay);
      d = power < DARK ? 0 : 0.5 / ((1 + decay) * modulus);
    } else if (kind == 8) {
      const sigmaTau: f64 = load<f32>(constants);
      const x = sigmaTau * power;
      const t0: f64 = load<f32>(constants, 4);
      let t = t0;
      for (let step = 0; step < NEWTON_STEPS; step++) {
        t -= (0.5 * Math.log(t / t0) - x * (1 - t)) / (0.5 / t + x);
      }
      h = Math.sqrt(t);
      d = (0.5 * sigmaTau * (1 - t)) / ((0.5 / t + x) * h);
    }
    store<f32>(at, <f32>h);
    store<f32>(at, <f32>d, 32);
  }
}
