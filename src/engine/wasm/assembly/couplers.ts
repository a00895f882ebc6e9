import { sinCos4 } from './elementary';
import { normal4, seedKey, streamLane } from './random';

const scratch = memory.data(32, 16);

/**
 * The tables that {@link coefficients} and {@link phaseGradient} read, for coupler errors a + sigma·n_2K and
 * b + sigma·n_2K+1, K = `first` + k, from the stream's normals. cos², sin² and cos·sin of π/4 + b are
 * ½(1 − sin 2b), ½(1 + sin 2b) and ½ cos 2b.
 * @param a, b `count` angles each, readable up to a multiple of 4
 * @param flaws, weights 4 and 3 arrays of `stride` floats
 */
export function noisyCouplers(
  count: i32,
  a: usize,
  b: usize,
  sigma: f32,
  seed: u32,
  stream: u32,
  first: u32,
  flaws: usize,
  weights: usize,
  stride: usize,
): void {
  const key = seedKey(seed);
  const keys = i32x4.splat(key);
  const lane = i32x4.splat(streamLane(key, stream));
  const scale = f32x4.splat(sigma);
  const half = f32x4.splat(0.5);
  for (let k = 0; k < count; k += 4) {
    const at = (<usize>k) << 2;
    const even = i32x4.add(i32x4.splat(2 * (first + k)), i32x4(0, 2, 4, 6));
    let x = v128.load(a + at);
    let y = v128.load(b + at);
    if (sigma != 0) {
      x = f32x4.add(x, f32x4.mul(scale, normal4(keys, lane, even)));
      y = f32x4.add(y, f32x4.mul(scale, normal4(keys, lane, i32x4.add(even, i32x4.splat(1)))));
    }
    sinCos4(f32x4.add(x, y), scratch);
    v128.store(flaws + at, v128.load(scratch, 16));
    v128.store(flaws + at + (stride << 2), v128.load(scratch));
    sinCos4(f32x4.sub(x, y), scratch);
    v128.store(flaws + at + (stride << 3), v128.load(scratch, 16));
    v128.store(flaws + at + stride * 12, v128.load(scratch));
    sinCos4(f32x4.add(y, y), scratch);
    const sin = f32x4.mul(half, v128.load(scratch));
    v128.store(weights + at, f32x4.sub(half, sin));
    v128.store(weights + at + (stride << 2), f32x4.add(half, sin));
    v128.store(weights + at + (stride << 3), f32x4.mul(half, v128.load(scratch, 16)));
  }
}
