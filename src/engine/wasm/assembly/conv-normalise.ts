/**
 * Batch normalisation (Ioffe, Szegedy, ICML 2015) of one panel of one sample: `count` positions of 8 channels.
 * Statistics of a batch are gathered sample after sample in f64, so that their order is the samples' order.
 */

const scratch = memory.data(96, 16);

/**
 * Merges a panel into running moments (Chan, Golub, LeVeque 1983).
 * @param out f64: number of positions, 8 means, 8 sums of squared deviations
 */
export function mergeMoments(x: usize, count: i32, out: usize): void {
  const end = x + ((<usize>count) << 5);
  let low = f32x4.splat(0);
  let high = low;
  for (let at = x; at < end; at += 32) {
    low = f32x4.add(low, v128.load(at));
    high = f32x4.add(high, v128.load(at, 16));
  }
  const share = f32x4.splat(1 / <f32>count);
  const meanLow = f32x4.mul(low, share);
  const meanHigh = f32x4.mul(high, share);
  let squaresLow = f32x4.splat(0);
  let squaresHigh = squaresLow;
  for (let at = x; at < end; at += 32) {
    low = f32x4.sub(v128.load(at), meanLow);
    high = f32x4.sub(v128.load(at, 16), meanHigh);
    squaresLow = f32x4.add(squaresLow, f32x4.mul(low, low));
    squaresHigh = f32x4.add(squaresHigh, f32x4.mul(high, high));
  }
  v128.store(scratch, meanLow);
  v128.store(scratch, meanHigh, 16);
  v128.store(scratch, squaresLow, 32);
  v128.store(scratch, squaresHigh, 48);
  const before = load<f64>(out);
  const total = before + <f64>count;
  const weight = <f64>count / total;
  store<f64>(out, total);
  for (let lane: usize = 0; lane < 8; lane++) {
    const at = out + (lane << 3);
    const from = scratch + (lane << 2);
    const distance = <f64>load<f32>(from) - load<f64>(at, 8);
    store<f64>(at, load<f64>(at, 8) + distance * weight, 8);
    const squares = load<f64>(at, 72) + <f64>load<f32>(from, 32) + distance * distance * before * weight;
    store<f64>(at, squares, 72);
  }
}

/** y = x·scale + shift, per channel. */
export function affine(x: usize, count: i32, scale: usize, shift: usize, y: usize): void {
  const scaleLow = v128.load(scale);
  const scaleHigh = v128.load(scale, 16);
  const shiftLow = v128.load(shift);
  const shiftHigh = v128.load(shift, 16);
  const end = x + ((<usize>count) << 5);
  while (x < end) {
    v128.store(y, f32x4.add(f32x4.mul(v128.load(x), scaleLow), shiftLow));
    v128.store(y, f32x4.add(f32x4.mul(v128.load(x, 16), scaleHigh), shiftHigh), 16);
    x += 32;
    y += 32;
  }
}

/** Adds Σ g and Σ g·(x − mean) of a panel to 8 + 8 f64. */
export function slopeSums(x: usize, g: usize, count: i32, mean: usize, out: usize): void {
  const meanLow = v128.load(mean);
  const meanHigh = v128.load(mean, 16);
  let low = f32x4.splat(0);
  let high = low;
  let productLow = low;
  let productHigh = low;
  const end = x + ((<usize>count) << 5);
  while (x < end) {
    const gLow = v128.load(g);
    const gHigh = v128.load(g, 16);
    low = f32x4.add(low, gLow);
    high = f32x4.add(high, gHigh);
    productLow = f32x4.add(productLow, f32x4.mul(gLow, f32x4.sub(v128.load(x), meanLow)));
    productHigh = f32x4.add(productHigh, f32x4.mul(gHigh, f32x4.sub(v128.load(x, 16), meanHigh)));
    x += 32;
    g += 32;
  }
  v128.store(scratch, low);
  v128.store(scratch, high, 16);
  v128.store(scratch, productLow, 32);
  v128.store(scratch, productHigh, 48);
  for (let k: usize = 0; k < 16; k++) {
    const at = out + (k << 3);
    store<f64>(at, load<f64>(at) + <f64>load<f32>(scratch + (k << 2)));
  }
}

/**
 * g ← a·g + b·(x − mean) + c, per channel.
 * @param factors 4 × 8 floats: a, b, c, mean
 */
export function normaliseBackward(x: usize, g: usize, count: i32, factors: usize): void {
  for (let half: usize = 0; half < 32; half += 16) {
    const a = v128.load(factors + half);
    const b = v128.load(factors + half, 32);
    const c = v128.load(factors + half, 64);
    const mean = v128.load(factors + half, 96);
    let from = x + half;
    let at = g + half;
    const end = from + ((<usize>count) << 5);
    while (from < end) {
      const centred = f32x4.sub(v128.load(from), mean);
      const product = f32x4.add(f32x4.mul(a, v128.load(at)), f32x4.mul(b, centred));
      v128.store(at, f32x4.add(product, c));
      from += 32;
      at += 32;
    }
  }
}

/** Adds the sum over positions of a panel to 8 f64. */
export function sumPositions(g: usize, count: i32, out: usize): void {
  let low = f32x4.splat(0);
  let high = low;
  const end = g + ((<usize>count) << 5);
  while (g < end) {
    low = f32x4.add(low, v128.load(g));
    high = f32x4.add(high, v128.load(g, 16));
    g += 32;
  }
  v128.store(scratch, low);
  v128.store(scratch, high, 16);
  for (let k: usize = 0; k < 8; k++) {
    const at = out + (k << 3);
    store<f64>(at, load<f64>(at) + <f64>load<f32>(scratch + (k << 2)));
  }
}
