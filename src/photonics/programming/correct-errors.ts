import type { MeshPhases } from '../haar';
import { idealFlaws } from '../ideal-flaws';
import type { Mesh } from '../mesh';
import { mziCount } from '../mesh';
import { fixedBefore } from '../meshes/fixed-before';
import { mzi } from '../mzi';
import type { MziSetting } from '../mzi-inverse';
import { emptySetting, setForRow, wrapped } from '../mzi-inverse';
import type { Drive, MeshFlaws } from '../propagate';
import { mziCoefficients } from '../propagate';
import type { Decomposed } from './nulling';

/**
 * Corrects known flaws locally: phases that were meant for an ideal mesh become phases that do the same on a given
 * die (Bandyopadhyay, Hamerly, Englund, Optica 8, 1247 (2021)). No matrix is formed; the effort grows with the number
 * of interferometers only, and any topology will do.
 *
 * Light passes the corrected interferometer as it passed the ideal one but for a phase on each port, e^{iψ}. These
 * phases travel with their waveguides to the next interferometer: there T', the real one, shall satisfy
 *
 *     T'·diag(e^{iψ}) = diag(e^{iψ'})·T         T the ideal one, ψ' what is left on its outputs
 *
 * so the upper row of T' is set parallel to that of T·diag(e^{−iψ}). Only the difference of the two ψ enters phi; what
 * they have in common passes on, on the lower port as well. After the last column gamma takes what is left. A fixed
 * coupler belongs to the interferometer behind it: T'·F' and T·F take the places of T' and T.
 *
 * Interferometers out of reach are set as near as they come.
 *
 * @param phases meant for the mesh without flaws
 * @param flaws known flaws, nominal couplers included
 */
export function correctErrors(
  mesh: Mesh,
  phases: MeshPhases,
  flaws: MeshFlaws,
  drive: Drive = 'single',
): Decomposed {
  return new Correction(mesh, phases, flaws, drive).run();
}

/** A 2×2 matrix: [re00, im00, re01, im01, re10, im10, re11, im11]. */
type Cell = Float64Array;

class Correction {
  readonly #mesh: Mesh;
  readonly #phases: MeshPhases;
  readonly #flaws: MeshFlaws;
  readonly #drive: Drive;
  /** Entries of the ideal elements, and of the real fixed couplers. */
  readonly #ideal: Float64Array;
  readonly #real: Float64Array;
  readonly #couplers: Int32Array;
  /** Phases that light carries beyond the ideal mesh's, per port. */
  readonly #extra: Float64Array;
  readonly #setting: MziSetting = emptySetting();
  readonly #target: Cell = new Float64Array(8);
  readonly #cell: Cell = new Float64Array(8);

  constructor(mesh: Mesh, phases: MeshPhases, flaws: MeshFlaws, drive: Drive) {
    this.#mesh = mesh;
    this.#phases = phases;
    this.#flaws = flaws;
    this.#drive = drive;
    this.#ideal = mziCoefficients(mesh, phases, idealFlaws(mesh), undefined, drive);
    this.#real = mesh.fixed ? mziCoefficients(mesh, phases, flaws, undefined, drive) : this.#ideal;
    this.#couplers = fixedBefore(mesh);
    this.#extra = new Float64Array(mesh.modes);
  }

  run(): Decomposed {
    const { fixed, modes } = this.#mesh;
    const count = mziCount(this.#mesh);
    const theta = new Float64Array(count);
    const phi = new Float64Array(count);
    let outOfReach = 0;
    for (let k = 0; k < count; k++) {
      if (fixed?.[k] === 1) continue;
      this.#correct(k);
      theta[k] = this.#setting.theta - this.#flaws.theta[k]!;
      phi[k] = wrapped(this.#setting.phi - this.#flaws.phi[k]!);
      if (!this.#setting.reached) outOfReach++;
    }
    const gamma = new Float64Array(modes);
    for (let port = 0; port < modes; port++)
      gamma[port] = wrapped(this.#phases.gamma[port]! - this.#extra[port]!);
    return { phases: { theta, phi, gamma }, outOfReach };
  }

  #correct(k: number): void {
    const top = this.#mesh.pairs[2 * k]!;
    const bottom = this.#mesh.pairs[2 * k + 1]!;
    const a = this.#flaws.a[k]!;
    const b = this.#flaws.b[k]!;
    const coupler = this.#couplers[k]!;
    const target = this.#target;
    const cell = this.#cell;
    // target = T·F·diag(e^{−iψ}); then the row for T' alone is that of target·F'ᴴ.
    target.set(this.#ideal.subarray(8 * k, 8 * k + 8));
    if (coupler >= 0) timesRight(target, this.#ideal, 8 * coupler, 1);
    turnColumn(target, 0, -this.#extra[top]!);
    turnColumn(target, 2, -this.#extra[bottom]!);
    cell.set(target);
    if (coupler >= 0) timesRight(cell, this.#real, 8 * coupler, -1);
    setForRow(cell[0]!, cell[1]!, cell[2]!, cell[3]!, a, b, this.#setting);
    const { theta, phi } = this.#setting;
    mzi(theta, phi, a, b, 1, cell);
    if (coupler >= 0) timesRight(cell, this.#real, 8 * coupler, 1);
    // Both arms driven: T·(−i)·e^{−iθ/2}, a phase common to both ports.
    const common = this.#drive === 'push-pull' ? -(Math.PI + theta) / 2 : 0;
    this.#extra[top] = common + phaseBetween(cell, target, 0);
    this.#extra[bottom] = common + phaseBetween(cell, target, 4);
  }
}

/** cell ← cell·M, or cell·Mᴴ for sign −1; M is symmetric, as every coupler is. */
function timesRight(cell: Cell, m: Float64Array, at: number, sign: 1 | -1): void {
  const c00 = m[at]!;
  const d00 = sign * m[at + 1]!;
  const c01 = m[at + 2]!;
  const d01 = sign * m[at + 3]!;
  const c11 = m[at + 6]!;
  const d11 = sign * m[at + 7]!;
  for (let row = 0; row < 8; row += 4) {
    const xRe = cell[row]!;
    const xIm = cell[row + 1]!;
    const yRe = cell[row + 2]!;
    const yIm = cell[row + 3]!;
    cell[row] = xRe * c00 - xIm * d00 + yRe * c01 - yIm * d01;
    cell[row + 1] = xRe * d00 + xIm * c00 + yRe * d01 + yIm * c01;
    cell[row + 2] = xRe * c01 - xIm * d01 + yRe * c11 - yIm * d11;
    cell[row + 3] = xRe * d01 + xIm * c01 + yRe * d11 + yIm * c11;
  }
}

/** Multiplies the entries at `column` and below by e^{i·phase}. */
function turnColumn(cell: Cell, column: 0 | 2, phase: number): void {
  const c = Math.cos(phase);
  const s = Math.sin(phase);
  for (let at = column; at < 8; at += 4) {
    const re = cell[at]!;
    const im = cell[at + 1]!;
    cell[at] = c * re - s * im;
    cell[at + 1] = c * im + s * re;
  }
}

/** The phase by which a row of `cell` is ahead of that of `target`: arg Σ cell·target̄. */
function phaseBetween(cell: Cell, target: Cell, row: 0 | 4): number {
  let re = 0;
  let im = 0;
  for (let at = row; at < row + 4; at += 2) {
    re += cell[at]! * target[at]! + cell[at + 1]! * target[at + 1]!;
    im += cell[at + 1]! * target[at]! - cell[at]! * target[at + 1]!;
  }
  return Math.atan2(im, re);
}
