import { cosQuarter, sinQuarter } from './elementary';

/** Counter-based random numbers: the same integer steps as lib/rng.ts, bit for bit. */

const GOLDEN: u32 = 0x9e3779b9;

/** Full-avalanche 32-bit mixing. */
@inline
export function mix32(value: u32): u32 {
  let x = value;
  x ^= x >> 16;
  x *= 0x7feb352d;
  x ^= x >> 15;
  x *= 0x846ca68b;
  x ^= x >> 16;
  return x;
}

/** What a seed contributes to every word of its streams. */
@inline
export function seedKey(seed: u32): u32 {
  return mix32(seed ^ GOLDEN);
}

/** What a stream contributes to each of its words. */
@inline
export function streamLane(key: u32, stream: u32): u32 {
  return mix32(stream + key);
}

/** The `counter`-th 32-bit word of a stream. */
export function randomWord(seed: u32, stream: u32, counter: u32): u32 {
  const key = seedKey(seed);
  return mix32(mix32(counter ^ streamLane(key, stream)) + key);
}

/** Uniform in the open interval (0, 1), 32 bits of it. */
export function uniform(seed: u32, stream: u32, counter: u32): f64 {
  return (<f64>randomWord(seed, stream, counter) + 0.5) / 4294967296;
}

/** Standard normals number `first` … `first + count − 1` of a stream; `out` has room for a multiple of 4. */
export function normals(seed: u32, stream: u32, first: u32, count: i32, out: usize): void {
  const key = seedKey(seed);
  const lane = i32x4.splat(streamLane(key, stream));
  const keys = i32x4.splat(key);
  for (let k = 0; k < count; k += 4) {
    v128.store(out + ((<usize>k) << 2), normal4(keys, lane, counters4(first + k)));
  }
}

/** Four counters from one on. */
@inline
export function counters4(first: u32): v128 {
  return i32x4.add(i32x4.splat(first), i32x4(0, 1, 2, 3));
}

/**
 * Four standard normals by their counters (Box-Muller, one of the pair), within 1e-6 of the f64 ones.
 * @param key splat of {@link seedKey}
 * @param lane splat of {@link streamLane}
 */
export function normal4(key: v128, lane: v128, counters: v128): v128 {
  const even = i32x4.shl(counters, 1);
  const radius = f32x4.sqrt(f32x4.mul(f32x4.splat(-2), logUniform4(words4(key, lane, even))));
  return f32x4.mul(radius, cosTurns4(words4(key, lane, v128.or(even, i32x4.splat(1)))));
}

@inline
function words4(key: v128, lane: v128, counters: v128): v128 {
  return mix4(i32x4.add(mix4(v128.xor(counters, lane)), key));
}

@inline
function mix4(value: v128): v128 {
  let x = v128.xor(value, i32x4.shr_u(value, 16));
  x = i32x4.mul(x, i32x4.splat(0x7feb352d));
  x = v128.xor(x, i32x4.shr_u(x, 15));
  x = i32x4.mul(x, i32x4.splat(0x846ca68b));
  return v128.xor(x, i32x4.shr_u(x, 16));
}

/** √½ · 2³² and √½ */
const ROOT_HALF_WORD: u32 = 0xb504f334;
const ROOT_HALF: f32 = 0.707106781186547524;
const TWO_TO_MINUS_32: f32 = 2.3283064365386963e-10;

/**
 * ln((w + ½)/2³²). Near 1 the distance to 1 is taken from the integer, where it is exact; below, from the
 * rounded quotient. Polynomial of Cephes (S. L. Moshier, logf.c).
 */
@inline
function logUniform4(w: v128): v128 {
  const half = f32x4.splat(0.5);
  const one = f32x4.splat(1);
  const x = f32x4.add(f32x4.convert_i32x4_u(w), half);
  // x = m·2^e with m from √½ to √2
  const bits = v128.or(v128.and(x, i32x4.splat(0x007fffff)), i32x4.splat(0x3f000000));
  const isSmall = f32x4.lt(bits, f32x4.splat(ROOT_HALF));
  const m = f32x4.sub(f32x4.add(bits, v128.and(bits, isSmall)), one);
  const exponent = i32x4.add(i32x4.sub(i32x4.shr_u(x, 23), i32x4.splat(126 + 32)), isSmall);
  const short = f32x4.add(f32x4.convert_i32x4_u(v128.not(w)), half);
  const isNearOne = i32x4.ge_u(w, i32x4.splat(ROOT_HALF_WORD));
  const f = v128.bitselect(f32x4.mul(short, f32x4.splat(-TWO_TO_MINUS_32)), m, isNearOne);
  const e = f32x4.convert_i32x4_s(v128.andnot(exponent, isNearOne));
  const z = f32x4.mul(f, f);
  let p = f32x4.add(f32x4.mul(f, f32x4.splat(7.0376836292e-2)), f32x4.splat(-1.151461031e-1));
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(1.167699874e-1));
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(-1.2420140846e-1));
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(1.4249322787e-1));
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(-1.6668057665e-1));
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(2.0000714765e-1));
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(-2.4999993993e-1));
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(3.3333331174e-1));
  p = f32x4.mul(f32x4.mul(p, f), z);
  p = f32x4.add(p, f32x4.mul(e, f32x4.splat(-2.1219444e-4)));
  p = f32x4.sub(p, f32x4.mul(half, z));
  return f32x4.add(f32x4.add(f, p), f32x4.mul(e, f32x4.splat(0.693359375)));
}

/** 2π / 2³² */
const RADIANS_PER_WORD: f32 = 1.4629180792671596e-9;

/** cos(2π·(w + ½)/2³²), reduced to an eighth of a turn in integers. */
@inline
function cosTurns4(w: v128): v128 {
  const quarter = i32x4.shr_u(i32x4.add(w, i32x4.splat(1 << 29)), 30);
  const rest = f32x4.convert_i32x4_s(i32x4.sub(w, i32x4.shl(quarter, 30)));
  const r = f32x4.mul(f32x4.add(rest, f32x4.splat(0.5)), f32x4.splat(RADIANS_PER_WORD));
  const r2 = f32x4.mul(r, r);
  const odd = i32x4.eq(v128.and(quarter, i32x4.splat(1)), i32x4.splat(1));
  const sign = i32x4.shl(v128.and(i32x4.add(quarter, i32x4.splat(1)), i32x4.splat(2)), 30);
  return v128.xor(v128.bitselect(sinQuarter(r, r2), cosQuarter(r2), odd), sign);
}
