import type { MeshPhases } from '../haar';
import { idealFlaws } from '../ideal-flaws';
import type { Mesh } from '../mesh';
import { mziCount } from '../mesh';
import { fixedBefore } from '../meshes/fixed-before';
import { mzi } from '../mzi';
import type { MziSetting } from '../mzi-inverse';
import { emptySetting, setForRow, wrapped } from '../mzi-inverse';
import type { ComplexPlanes, MeshFlaws } from '../propagate';
import type { Schedule } from './schedule';

/** Phases that set a unitary matrix, and how many interferometers could not be set as they should. */
export interface Decomposed {
  readonly phases: MeshPhases;
  readonly outOfReach: number;
}

/**
 * Programs a unitary matrix by nulling: one interferometer after the other is divided off, so that it clears one
 * entry, until a diagonal of phases is left. Interferometers are chosen with the couplers they really have, so that
 * known flaws leave no error as long as all settings can be reached.
 *
 * Those next to the inputs are divided off as they are, U ← U·Tᴴ with the upper row of T orthogonal to the row to
 * be cleared. Those next to the outputs are at first Givens rotations, U ← G·U; at the end each Gᴴ·D is turned into
 * D'·T, from the inside out.
 *
 * @param matrix unitary, size × size of the schedule, row-major
 * @param flaws known flaws of the whole mesh, nominal couplers included; ideal if undefined
 */
export function decomposeUnitary(
  mesh: Mesh,
  schedule: Schedule,
  matrix: ComplexPlanes,
  flaws: MeshFlaws | undefined = idealFlaws(mesh),
): Decomposed {
  return new Nulling(mesh, schedule, matrix, flaws).run();
}

/** Scalars of one 2×2 unitary in use: [re00, im00, re01, im01, re10, im10, re11, im11]. */
type Cell = Float64Array;

class Nulling {
  readonly #mesh: Mesh;
  readonly #schedule: Schedule;
  readonly #re: Float64Array;
  readonly #im: Float64Array;
  readonly #flaws: MeshFlaws | undefined;
  readonly #couplers: Int32Array;
  readonly #theta: Float64Array;
  readonly #phi: Float64Array;
  readonly #cell: Cell = new Float64Array(8);
  readonly #setting: MziSetting = emptySetting();
  /** cos and sin of the fixed coupler before the interferometer in hand: 1 and 0 where there is none. */
  #couplerCos = 1;
  #couplerSin = 0;
  #outOfReach = 0;

  constructor(mesh: Mesh, schedule: Schedule, matrix: ComplexPlanes, flaws: MeshFlaws | undefined) {
    this.#mesh = mesh;
    this.#schedule = schedule;
    this.#re = matrix.re.slice();
    this.#im = matrix.im.slice();
    this.#flaws = flaws;
    this.#couplers = fixedBefore(mesh);
    this.#theta = new Float64Array(mziCount(mesh));
    this.#phi = new Float64Array(mziCount(mesh));
  }

  run(): Decomposed {
    const { first, size, steps } = this.#schedule;
    const rotations = new Float64Array(4 * steps.length);
    steps.forEach(({ device, side, line }, i) => {
      if (side === 'input') this.#clearFromInput(device, line);
      else this.#clearFromOutput(device, line, rotations, 4 * i);
    });
    const diagonal = this.#diagonal();
    for (let i = steps.length - 1; i >= 0; i--) {
      const { device, side } = steps[i]!;
      if (side === 'output') this.#settleOutput(device, rotations, 4 * i, diagonal);
    }
    this.#passOutside();
    const gamma = new Float64Array(this.#mesh.modes);
    for (let port = 0; port < size; port++)
      gamma[first + port] = Math.atan2(diagonal[2 * port + 1]!, diagonal[2 * port]!);
    return { phases: { theta: this.#theta, phi: this.#phi, gamma }, outOfReach: this.#outOfReach };
  }

  /** Upper port of an interferometer, counted from the first of the block. */
  #top(k: number): number {
    return this.#mesh.pairs[2 * k]! - this.#schedule.first;
  }

  /**
   * Sets interferometer k so that the upper row of what light meets there, T·F with the fixed coupler F, is parallel
   * to x, and leaves T·F in the cell.
   */
  #set(k: number, x0Re: number, x0Im: number, x1Re: number, x1Im: number): void {
    const flaws = this.#flaws;
    const a = flaws?.a[k] ?? 0;
    const b = flaws?.b[k] ?? 0;
    this.#useCoupler(this.#couplers[k]!);
    const c = this.#couplerCos;
    const s = this.#couplerSin;
    // x·Fᴴ
    setForRow(
      c * x0Re + s * x1Im,
      c * x0Im - s * x1Re,
      c * x1Re + s * x0Im,
      c * x1Im - s * x0Re,
      a,
      b,
      this.#setting,
    );
    const { theta, phi, reached } = this.#setting;
    if (!reached) this.#outOfReach++;
    this.#theta[k] = theta - (flaws?.theta[k] ?? 0);
    this.#phi[k] = wrapped(phi - (flaws?.phi[k] ?? 0));
    mzi(theta, phi, a, b, 1, this.#cell);
    if (s !== 0) this.#timesCoupler();
  }

  #useCoupler(coupler: number): void {
    if (coupler < 0) {
      this.#couplerCos = 1;
      this.#couplerSin = 0;
      return;
    }
    const angle = Math.PI / 2 + (this.#flaws?.a[coupler] ?? 0) + (this.#flaws?.b[coupler] ?? 0);
    this.#couplerCos = Math.cos(angle);
    this.#couplerSin = Math.sin(angle);
  }

  /** cell ← cell·F, F = [[c, is], [is, c]]. */
  #timesCoupler(): void {
    const cell = this.#cell;
    const c = this.#couplerCos;
    const s = this.#couplerSin;
    for (let row = 0; row < 8; row += 4) {
      const x0Re = cell[row]!;
      const x0Im = cell[row + 1]!;
      const x1Re = cell[row + 2]!;
      const x1Im = cell[row + 3]!;
      cell[row] = c * x0Re - s * x1Im;
      cell[row + 1] = c * x0Im + s * x1Re;
      cell[row + 2] = c * x1Re - s * x0Im;
      cell[row + 3] = c * x1Im + s * x0Re;
    }
  }

  /** U ← U·cellᴴ on two columns; rows below `row` are clear there already. */
  #clearFromInput(k: number, row: number): void {
    const re = this.#re;
    const im = this.#im;
    const { size } = this.#schedule;
    const column = this.#top(k);
    const at = row * size + column;
    this.#set(k, re[at + 1]!, -im[at + 1]!, -re[at]!, im[at]!);
    const cell = this.#cell;
    const c00 = cell[0]!;
    const d00 = cell[1]!;
    const c01 = cell[2]!;
    const d01 = cell[3]!;
    const c10 = cell[4]!;
    const d10 = cell[5]!;
    const c11 = cell[6]!;
    const d11 = cell[7]!;
    for (let i = column; i <= at; i += size) {
      const xRe = re[i]!;
      const xIm = im[i]!;
      const yRe = re[i + 1]!;
      const yIm = im[i + 1]!;
      re[i] = c00 * xRe + d00 * xIm + c01 * yRe + d01 * yIm;
      im[i] = c00 * xIm - d00 * xRe + c01 * yIm - d01 * yRe;
      re[i + 1] = c10 * xRe + d10 * xIm + c11 * yRe + d11 * yIm;
      im[i + 1] = c10 * xIm - d10 * xRe + c11 * yIm - d11 * yRe;
    }
  }

  /** U ← G·U on two rows with G = [[x̄, ȳ], [−y, x]]; columns before are clear there already. */
  #clearFromOutput(k: number, column: number, rotations: Float64Array, slot: number): void {
    const re = this.#re;
    const im = this.#im;
    const { size } = this.#schedule;
    const upper = this.#top(k) * size;
    let xRe = re[upper + column]!;
    let xIm = im[upper + column]!;
    let yRe = re[upper + size + column]!;
    let yIm = im[upper + size + column]!;
    const norm = Math.sqrt(xRe * xRe + xIm * xIm + yRe * yRe + yIm * yIm);
    if (norm === 0) xRe = 1;
    else {
      xRe /= norm;
      xIm /= norm;
      yRe /= norm;
      yIm /= norm;
    }
    rotations[slot] = xRe;
    rotations[slot + 1] = xIm;
    rotations[slot + 2] = yRe;
    rotations[slot + 3] = yIm;
    for (let i = upper + column; i < upper + size; i++) {
      const pRe = re[i]!;
      const pIm = im[i]!;
      const qRe = re[i + size]!;
      const qIm = im[i + size]!;
      re[i] = xRe * pRe + xIm * pIm + yRe * qRe + yIm * qIm;
      im[i] = xRe * pIm - xIm * pRe + yRe * qIm - yIm * qRe;
      re[i + size] = xRe * qRe - xIm * qIm - yRe * pRe + yIm * pIm;
      im[i + size] = xRe * qIm + xIm * qRe - yRe * pIm - yIm * pRe;
    }
  }

  /** The phases that are left, as unit complex numbers: [re, im] per port. */
  #diagonal(): Float64Array {
    const { size } = this.#schedule;
    const diagonal = new Float64Array(2 * size);
    for (let port = 0; port < size; port++) {
      diagonal[2 * port] = this.#re[port * size + port]!;
      diagonal[2 * port + 1] = this.#im[port * size + port]!;
      normalise(diagonal, 2 * port);
    }
    return diagonal;
  }

  /** Gᴴ·D = D'·(T·F): sets T for the upper row of the left side and replaces D by D'. */
  #settleOutput(k: number, rotations: Float64Array, slot: number, diagonal: Float64Array): void {
    const at = 2 * this.#top(k);
    const xRe = rotations[slot]!;
    const xIm = rotations[slot + 1]!;
    const yRe = rotations[slot + 2]!;
    const yIm = rotations[slot + 3]!;
    const dRe = diagonal[at]!;
    const dIm = diagonal[at + 1]!;
    const eRe = diagonal[at + 2]!;
    const eIm = diagonal[at + 3]!;
    // Gᴴ·D = [[x·d, −ȳ·e], [y·d, x̄·e]]
    const v00 = xRe * dRe - xIm * dIm;
    const w00 = xRe * dIm + xIm * dRe;
    const v01 = -yRe * eRe - yIm * eIm;
    const w01 = -yRe * eIm + yIm * eRe;
    const v10 = yRe * dRe - yIm * dIm;
    const w10 = yRe * dIm + yIm * dRe;
    const v11 = xRe * eRe + xIm * eIm;
    const w11 = xRe * eIm - xIm * eRe;
    this.#set(k, v00, w00, v01, w01);
    const cell = this.#cell;
    diagonal[at] = v00 * cell[0]! + w00 * cell[1]! + v01 * cell[2]! + w01 * cell[3]!;
    diagonal[at + 1] = w00 * cell[0]! - v00 * cell[1]! + w01 * cell[2]! - v01 * cell[3]!;
    diagonal[at + 2] = v10 * cell[4]! + w10 * cell[5]! + v11 * cell[6]! + w11 * cell[7]!;
    diagonal[at + 3] = w10 * cell[4]! - v10 * cell[5]! + w11 * cell[6]! - v11 * cell[7]!;
    normalise(diagonal, at);
    normalise(diagonal, at + 2);
  }

  /** Interferometers outside the block pass light straight on. */
  #passOutside(): void {
    const { first, size } = this.#schedule;
    const { pairs, modes } = this.#mesh;
    if (size === modes) return;
    for (let k = 0; k < this.#theta.length; k++) {
      if (pairs[2 * k]! < first) this.#set(k, 1, 0, 0, 0);
    }
  }
}

/** Gives a complex number the modulus 1; 0 becomes 1. */
function normalise(values: Float64Array, at: number): void {
  const modulus = Math.hypot(values[at]!, values[at + 1]!);
  values[at] = modulus === 0 ? 1 : values[at]! / modulus;
  values[at + 1] = modulus === 0 ? 0 : values[at + 1]! / modulus;
}
