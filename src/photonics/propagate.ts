import type { MeshPhases } from './haar';
import { idealFlaws } from './ideal-flaws';
import type { Mesh } from './mesh';
import { columnCount, mziCount } from './mesh';
import { mzi } from './mzi';

/** Complex matrix or fields in row-major planes. */
export interface ComplexPlanes {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/** Static flaws of one fabricated mesh; every array has one number per interferometer, radians. */
export interface MeshFlaws {
  /** Angle error of the first coupler light meets. */
  readonly a: Float64Array;
  /** Angle error of the second coupler. */
  readonly b: Float64Array;
  /** Error added to theta. */
  readonly theta: Float64Array;
  /** Error added to phi. */
  readonly phi: Float64Array;
}

/** Amplitude transmissions of one fabricated mesh, 0 … 1. */
export interface MeshLosses {
  /** What light loses from the interferometer before to the upper output of this one, one per interferometer. */
  readonly top: Float64Array;
  /** The same on its lower port. */
  readonly bottom: Float64Array;
  /** What is lost after the last interferometer of each port: one per port. */
  readonly output: Float64Array;
}

/**
 * How the internal shifter is driven. `single`: the upper arm alone, T of mzi.ts. `push-pull`: both arms by
 * ±theta/2 and a quarter wave less on both, T·(−i)·e^{−i·theta/2}: real and orthogonal for phi of 0 or π.
 */
export type Drive = 'single' | 'push-pull';

/**
 * The 2×2 entries of every interferometer, 8 numbers each (see {@link mzi}).
 * @param flaws all of the die's, nominal couplers of fixed splitters included; ideal ones if undefined
 */
export function mziCoefficients(
  mesh: Mesh,
  phases: MeshPhases,
  flaws?: MeshFlaws,
  losses?: MeshLosses,
  drive: Drive = 'single',
): Float64Array {
  const count = mziCount(mesh);
  const out = new Float64Array(8 * count);
  const actual = flaws ?? idealFlaws(mesh);
  for (let k = 0; k < count; k++) {
    const theta = (phases.theta[k] ?? 0) + (actual?.theta[k] ?? 0);
    const phi = (phases.phi[k] ?? 0) + (actual?.phi[k] ?? 0);
    mzi(theta, phi, actual?.a[k] ?? 0, actual?.b[k] ?? 0, 1, out, 8 * k);
    if (drive === 'push-pull') turn(out, 8 * k, -Math.sin(theta / 2), -Math.cos(theta / 2));
    if (losses) scaleColumns(out, 8 * k, losses.top[k] ?? 1, losses.bottom[k] ?? 1);
  }
  return out;
}

/** Multiplies one interferometer's entries by (re + i·im). */
function turn(t: Float64Array, offset: number, re: number, im: number): void {
  for (let at = offset; at < offset + 8; at += 2) {
    const [x = 0, y = 0] = t.subarray(at, at + 2);
    t[at] = re * x - im * y;
    t[at + 1] = re * y + im * x;
  }
}

/** T·diag(top, bottom) */
function scaleColumns(t: Float64Array, offset: number, top: number, bottom: number): void {
  for (const at of [offset, offset + 1, offset + 4, offset + 5]) t[at] = (t[at] ?? 0) * top;
  for (const at of [offset + 2, offset + 3, offset + 6, offset + 7]) t[at] = (t[at] ?? 0) * bottom;
}

/**
 * Sends fields through the columns in place. Row p of the planes holds port p; a row has `lanes` entries
 * (samples, or columns of a matrix).
 */
export function propagateColumns(
  mesh: Mesh,
  coefficients: Float64Array,
  fields: ComplexPlanes,
  lanes: number,
  fromColumn = 0,
  toColumn = columnCount(mesh),
): void {
  const { pairs, columnStart } = mesh;
  const { re, im } = fields;
  for (let k = columnStart[fromColumn] ?? 0; k < (columnStart[toColumn] ?? 0); k++) {
    const [t00 = 0, u00 = 0, t01 = 0, u01 = 0, t10 = 0, u10 = 0, t11 = 0, u11 = 0] = coefficients.subarray(
      8 * k,
      8 * k + 8,
    );
    const top = (pairs[2 * k] ?? 0) * lanes;
    const bottom = (pairs[2 * k + 1] ?? 0) * lanes;
    for (let lane = 0; lane < lanes; lane++) {
      const xRe = re[top + lane] ?? 0;
      const xIm = im[top + lane] ?? 0;
      const yRe = re[bottom + lane] ?? 0;
      const yIm = im[bottom + lane] ?? 0;
      re[top + lane] = t00 * xRe - u00 * xIm + t01 * yRe - u01 * yIm;
      im[top + lane] = t00 * xIm + u00 * xRe + t01 * yIm + u01 * yRe;
      re[bottom + lane] = t10 * xRe - u10 * xIm + t11 * yRe - u11 * yIm;
      im[bottom + lane] = t10 * xIm + u10 * xRe + t11 * yIm + u11 * yRe;
    }
  }
}

/** Multiplies row p by e^{i·phase_p}, in place. */
export function shiftRows(
  fields: ComplexPlanes,
  phases: ArrayLike<number>,
  lanes: number,
  sign: 1 | -1 = 1,
): void {
  for (let port = 0; port < phases.length; port++) {
    const c = Math.cos(phases[port] ?? 0);
    const s = sign * Math.sin(phases[port] ?? 0);
    for (let at = port * lanes; at < (port + 1) * lanes; at++) {
      const re = fields.re[at] ?? 0;
      const im = fields.im[at] ?? 0;
      fields.re[at] = c * re - s * im;
      fields.im[at] = c * im + s * re;
    }
  }
}

/** Multiplies row p by factor_p, in place. */
export function scaleRows(fields: ComplexPlanes, factors: ArrayLike<number>, lanes: number): void {
  for (let port = 0; port < factors.length; port++) {
    for (let at = port * lanes; at < (port + 1) * lanes; at++) {
      fields.re[at] = (fields.re[at] ?? 0) * (factors[port] ?? 1);
      fields.im[at] = (fields.im[at] ?? 0) * (factors[port] ?? 1);
    }
  }
}

/** N×N identity. */
export function identity(modes: number): ComplexPlanes {
  const re = new Float64Array(modes * modes);
  for (let i = 0; i < modes; i++) re[i * modes + i] = 1;
  return { re, im: new Float64Array(modes * modes) };
}

/** The transfer matrix of a mesh: U = diag(loss·e^{i gamma}) · C_{K−1} · … · C_0, row-major N×N. */
export function meshMatrix(
  mesh: Mesh,
  phases: MeshPhases,
  flaws?: MeshFlaws,
  losses?: MeshLosses,
  drive: Drive = 'single',
): ComplexPlanes {
  const matrix = identity(mesh.modes);
  propagateColumns(mesh, mziCoefficients(mesh, phases, flaws, losses, drive), matrix, mesh.modes);
  shiftRows(matrix, phases.gamma, mesh.modes);
  if (losses) scaleRows(matrix, losses.output, mesh.modes);
  return matrix;
}
