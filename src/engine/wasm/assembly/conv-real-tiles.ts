import { sinCos4 } from './elementary';

/**
 * Tiles of real weights without flaws: with push-pull shifters, and phi and gamma 0 or π, an interferometer is a
 * rotation of two real rows with signs,
 *
 *     T = [[p·s, c], [p·c, −s]],   s, c = sin, cos(theta/2),   p = cos phi = ±1
 *
 * so a tile needs a quarter of the complex kernels' arithmetic and half their memory.
 */

/** What all tiles of a network have in common. */
@unmanaged
export class TileShape {
  /** Modes, and floats of a row: modes rounded up to 4. */
  modes: i32;
  ld: i32;
  /** Interferometers of a mesh, and their ports: 2 i32 each. */
  count: i32;
  pairs: usize;
  /** Scratch: 3 arrays of `count` rounded up to 4 floats; two matrices of `modes` rows. */
  coefficients: usize;
  state: usize;
  cotangent: usize;
}

/** One tile; offsets are floats in the vector of phases, and in the dense vector. */
@unmanaged
export class RealTile {
  beforeTheta: i32;
  beforePhi: i32;
  beforeGamma: i32;
  alpha: i32;
  theta: i32;
  phi: i32;
  gamma: i32;
  /** First entry in the dense vector, its row length, and what of the tile lies in the matrix. */
  at: i32;
  width: i32;
  rows: i32;
  columns: i32;
  gain: f32;
  /** V and U·diag(t)·V of the last {@link compileTiles}, `modes` rows each. */
  inner: usize;
  whole: usize;
}

const PI: f32 = 3.14159265358979;
const scratch = memory.data(32, 16);

/** Whether `count` phases are exactly 0 or ±π. */
@inline
function areSigns(phases: usize, count: i32): bool {
  for (let at = phases; at < phases + ((<usize>count) << 2); at += 4) {
    const phase = load<f32>(at);
    if (phase != 0 && phase != PI && phase != -PI) return false;
  }
  return true;
}

/** Whether all tiles' signs are signs, so that the other kernels here apply. */
export function tilesAreReal(shape: TileShape, tiles: usize, count: i32, phases: usize): i32 {
  for (let k = 0; k < count; k++) {
    const tile = changetype<RealTile>(tiles + <usize>k * offsetof<RealTile>());
    if (!areSigns(phases + ((<usize>tile.beforePhi) << 2), shape.count)) return 0;
    if (!areSigns(phases + ((<usize>tile.beforeGamma) << 2), shape.modes)) return 0;
    if (!areSigns(phases + ((<usize>tile.phi) << 2), shape.count)) return 0;
    if (!areSigns(phases + ((<usize>tile.gamma) << 2), shape.modes)) return 0;
  }
  return 1;
}

/** Writes gain · U·diag(t)·V of all tiles into the dense vector. */
export function compileTiles(shape: TileShape, tiles: usize, count: i32, phases: usize, dense: usize): void {
  const rowBytes = (<usize>shape.ld) << 2;
  for (let k = 0; k < count; k++) {
    const tile = changetype<RealTile>(tiles + <usize>k * offsetof<RealTile>());
    const inner = tile.inner;
    memory.fill(inner, 0, <usize>shape.modes * rowBytes);
    for (let row: usize = 0; row < <usize>shape.modes; row++) store<f32>(inner + row * (rowBytes + 4), 1);
    rotate(shape, phases, tile.beforeTheta, tile.beforePhi, inner);
    signRows(shape, phases, tile.beforeGamma, inner);
    const whole = tile.whole;
    for (let row = 0; row < shape.modes; row++) {
      const at = <usize>row * rowBytes;
      const t = attenuation(phases + ((<usize>(tile.alpha + row)) << 2), 0);
      for (let lane: usize = 0; lane < rowBytes; lane += 16)
        v128.store(whole + at + lane, f32x4.mul(t, v128.load(inner + at + lane)));
    }
    rotate(shape, phases, tile.theta, tile.phi, whole);
    signRows(shape, phases, tile.gamma, whole);
    for (let row = 0; row < tile.rows; row++) {
      const from = whole + <usize>row * rowBytes;
      const to = dense + ((<usize>(tile.at + row * tile.width)) << 2);
      for (let lane: usize = 0; lane < (<usize>tile.columns) << 2; lane += 4)
        store<f32>(to + lane, tile.gain * load<f32>(from + lane));
    }
  }
}

/** Writes the gradient of all tiles' theta and alpha from the cotangents of their matrices. */
export function tilesGradient(
  shape: TileShape,
  tiles: usize,
  count: i32,
  phases: usize,
  dense: usize,
  gradient: usize,
): void {
  const rowBytes = (<usize>shape.ld) << 2;
  const bytes = <usize>shape.modes * rowBytes;
  const g = shape.cotangent;
  for (let k = 0; k < count; k++) {
    const tile = changetype<RealTile>(tiles + <usize>k * offsetof<RealTile>());
    memory.fill(g, 0, bytes);
    for (let row = 0; row < tile.rows; row++) {
      const from = dense + ((<usize>(tile.at + row * tile.width)) << 2);
      const to = g + <usize>row * rowBytes;
      for (let lane: usize = 0; lane < (<usize>tile.columns) << 2; lane += 4)
        store<f32>(to + lane, tile.gain * load<f32>(from + lane));
    }
    memory.copy(shape.state, tile.whole, bytes);
    signRows(shape, phases, tile.gamma, shape.state);
    signRows(shape, phases, tile.gamma, g);
    unrotate(shape, phases, tile.theta, tile.phi, gradient);
    for (let row = 0; row < shape.modes; row++) {
      const alpha = phases + ((<usize>(tile.alpha + row)) << 2);
      const t = attenuation(alpha, 0);
      const slope = attenuation(alpha, 16);
      let sum = f32x4.splat(0);
      const at = <usize>row * rowBytes;
      for (let lane: usize = 0; lane < rowBytes; lane += 16) {
        const value = v128.load(g + at + lane);
        sum = f32x4.add(sum, f32x4.mul(value, v128.load(tile.inner + at + lane)));
        v128.store(g + at + lane, f32x4.mul(t, value));
      }
      const half: f32 = 0.5;
      store<f32>(gradient + ((<usize>(tile.alpha + row)) << 2), half * f32x4.extract_lane(slope, 0) * lanes(sum));
    }
    memory.copy(shape.state, tile.inner, bytes);
    signRows(shape, phases, tile.beforeGamma, shape.state);
    signRows(shape, phases, tile.beforeGamma, g);
    unrotate(shape, phases, tile.beforeTheta, tile.beforePhi, gradient);
  }
}

/** sin(alpha/2) in all lanes, or with `part` 16 cos(alpha/2). */
@inline
function attenuation(alpha: usize, part: usize): v128 {
  sinCos4(f32x4.splat(<f32>0.5 * load<f32>(alpha)), scratch);
  return v128.load(scratch + part);
}

@inline
function lanes(x: v128): f32 {
  return (
    f32x4.extract_lane(x, 0) + f32x4.extract_lane(x, 1) + (f32x4.extract_lane(x, 2) + f32x4.extract_lane(x, 3))
  );
}

/** Rows of sin and cos of theta/2 and of p into the scratch. */
function tabulate(shape: TileShape, phases: usize, theta: i32, phi: i32): void {
  const stride = (<usize>((shape.count + 3) & ~3)) << 2;
  const s = shape.coefficients;
  for (let at: usize = 0; at < stride; at += 16) {
    const angle = v128.load(phases + ((<usize>theta) << 2) + at);
    sinCos4(f32x4.mul(f32x4.splat(0.5), angle), scratch);
    v128.store(s + at, v128.load(scratch));
    v128.store(s + stride + at, v128.load(scratch, 16));
    const isCross = f32x4.eq(v128.load(phases + ((<usize>phi) << 2) + at), f32x4.splat(0));
    v128.store(s + 2 * stride + at, v128.bitselect(f32x4.splat(1), f32x4.splat(-1), isCross));
  }
}

/** Sends the rows of a matrix through a mesh, in place. */
function rotate(shape: TileShape, phases: usize, theta: i32, phi: i32, matrix: usize): void {
  tabulate(shape, phases, theta, phi);
  const stride = (<usize>((shape.count + 3) & ~3)) << 2;
  const rowBytes = (<usize>shape.ld) << 2;
  for (let k = 0; k < shape.count; k++) {
    const at = shape.coefficients + ((<usize>k) << 2);
    const s = v128.load_splat<f32>(at);
    const c = v128.load_splat<f32>(at + stride);
    const p = v128.load_splat<f32>(at + 2 * stride);
    const pair = shape.pairs + ((<usize>k) << 3);
    let top = matrix + <usize>load<i32>(pair) * rowBytes;
    let bottom = matrix + <usize>load<i32>(pair, 4) * rowBytes;
    const end = top + rowBytes;
    while (top < end) {
      const x = f32x4.mul(p, v128.load(top));
      const y = v128.load(bottom);
      v128.store(top, f32x4.add(f32x4.mul(s, x), f32x4.mul(c, y)));
      v128.store(bottom, f32x4.sub(f32x4.mul(c, x), f32x4.mul(s, y)));
      top += 16;
      bottom += 16;
    }
  }
}

/**
 * Walks matrix and cotangent of the scratch back through a mesh, in place, and writes dL/dtheta: with outputs y and
 * their cotangents g, ½·Σ (g₀·y₁ − g₁·y₀).
 */
function unrotate(shape: TileShape, phases: usize, theta: i32, phi: i32, gradient: usize): void {
  tabulate(shape, phases, theta, phi);
  const stride = (<usize>((shape.count + 3) & ~3)) << 2;
  const rowBytes = (<usize>shape.ld) << 2;
  const toCotangent = shape.cotangent - shape.state;
  const half: f32 = 0.5;
  for (let k = shape.count - 1; k >= 0; k--) {
    const at = shape.coefficients + ((<usize>k) << 2);
    const s = v128.load_splat<f32>(at);
    const c = v128.load_splat<f32>(at + stride);
    const p = v128.load_splat<f32>(at + 2 * stride);
    const pair = shape.pairs + ((<usize>k) << 3);
    let top = shape.state + <usize>load<i32>(pair) * rowBytes;
    let bottom = shape.state + <usize>load<i32>(pair, 4) * rowBytes;
    const end = top + rowBytes;
    let sum = f32x4.splat(0);
    while (top < end) {
      const y0 = v128.load(top);
      const y1 = v128.load(bottom);
      const g0 = v128.load(top + toCotangent);
      const g1 = v128.load(bottom + toCotangent);
      sum = f32x4.add(sum, f32x4.sub(f32x4.mul(g0, y1), f32x4.mul(g1, y0)));
      v128.store(top, f32x4.mul(p, f32x4.add(f32x4.mul(s, y0), f32x4.mul(c, y1))));
      v128.store(bottom, f32x4.sub(f32x4.mul(c, y0), f32x4.mul(s, y1)));
      v128.store(top + toCotangent, f32x4.mul(p, f32x4.add(f32x4.mul(s, g0), f32x4.mul(c, g1))));
      v128.store(bottom + toCotangent, f32x4.sub(f32x4.mul(c, g0), f32x4.mul(s, g1)));
      top += 16;
      bottom += 16;
    }
    store<f32>(gradient + ((<usize>(theta + k)) << 2), half * lanes(sum));
  }
}

/** Turns the rows round whose gamma is π. */
function signRows(shape: TileShape, phases: usize, gamma: i32, matrix: usize): void {
  const rowBytes = (<usize>shape.ld) << 2;
  for (let row = 0; row < shape.modes; row++) {
    if (load<f32>(phases + ((<usize>(gamma + row)) << 2)) == 0) continue;
    const from = matrix + <usize>row * rowBytes;
    for (let at = from; at < from + rowBytes; at += 16) v128.store(at, f32x4.neg(v128.load(at)));
  }
}
