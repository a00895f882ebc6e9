import type { Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';
import { distance, nonUnitarity } from '../complex-matrix';
import type { MeshPhases } from '../haar';
import { mziCount } from '../mesh';
import { triangularMesh } from '../meshes/triangular';
import type { ComplexPlanes, MeshFlaws } from '../propagate';
import { meshMatrix } from '../propagate';
import { PROBES, bestAngle, bestSetting } from './best-setting';
import { foreignFlaws, requestFault } from './request-faults';
import type { Step } from './schedule';
import { scheduleOf } from './schedule';
import type { ReadingNoise } from './simulated-chip';
import { SimulatedChip } from './simulated-chip';

/** A unitary matrix to be set on a triangular chip that is known by its power readings only. */
export interface SelfConfiguration {
  readonly size: number;
  /** Row-major size × size, unitary. */
  readonly target: ComplexPlanes;
  /** The chip's flaws. Only the simulated chip sees them. */
  readonly flaws: MeshFlaws | undefined;
  readonly noise: ReadingNoise | undefined;
  /** Readings that are averaged for each setting. */
  readonly repeats: number;
}

export interface SelfConfigured {
  readonly phases: MeshPhases;
  /** Power readings taken: repeats · (9 per interferometer and 3 per output). */
  readonly measurements: number;
  /** |U' − U|_F / √N of what the chip then does. */
  readonly residual: number;
}

/** Below this, a target has no light for an interferometer, and any setting does. */
const DARK = 1e-9;

/** A target must be unitary at least so far: its rows are sent in as beams. */
const UNITARY = 1e-6;

/**
 * Sets a triangular mesh by measured powers alone, without knowing its couplers or phase errors (Miller, Photon. Res.
 * 1, 1 (2013)). Its lines are set one after the other, each to collect one row of the target: light in the conjugate
 * of that row shall leave at that row's port and nowhere else.
 *
 * Within a line, interferometer t collects what is in the first inputs. It is set with light in those inputs only,
 * less what the lines before have collected there already: then the power at the line's end depends on this
 * interferometer alone, as a function of theta and phi that nine readings determine. The interferometers behind it
 * cross meanwhile. Output phases leave no trace in powers, so each is set by letting the light interfere with a
 * reference from the same laser.
 *
 * Faults: `programming/…` at `matrix`, `flaws` or `repeats`.
 */
export function selfConfigure(request: SelfConfiguration): Result<SelfConfigured> {
  const { size, target, flaws, noise, repeats } = request;
  const fault = targetFault(request);
  if (fault) return fail(fault);
  const mesh = triangularMesh(size);
  if (flaws && flaws.a.length !== mziCount(mesh)) return fail(foreignFlaws(mziCount(mesh), flaws.a.length));
  const chip = new SimulatedChip(mesh, flaws, noise);
  const beams = new Beams(target, size);
  for (const step of scheduleOf(mesh)?.steps ?? []) configureDevice(chip, beams, step, repeats);
  for (let port = 0; port < size; port++) configureOutput(chip, beams.row(port), port, repeats);
  const { phases } = chip;
  const residual = distance(meshMatrix(mesh, phases, flaws), target) / Math.sqrt(size);
  return ok({ phases, measurements: chip.readings, residual });
}

function targetFault({ size, target, repeats }: SelfConfiguration) {
  const fault = requestFault({
    rows: size,
    columns: size,
    matrix: target,
    mesh: 'triangular',
    form: 'u',
    flaws: undefined,
  });
  if (fault) return fault;
  if (nonUnitarity(target, size) > UNITARY) {
    return {
      code: 'programming/not-unitary',
      message: 'A chip configures itself to a unitary matrix, and this one is none.',
      fix: 'Take the nearest unitary, or program the matrix as U·Σ·V.',
      where: 'matrix',
    };
  }
  if (!Number.isInteger(repeats) || repeats < 1) {
    return {
      code: 'programming/repeats',
      message: `Each setting cannot be read ${repeats} times.`,
      fix: 'Use a whole number from 1 on.',
      where: 'repeats',
    };
  }
  return undefined;
}

function configureDevice(chip: SimulatedChip, beams: Beams, step: Step, repeats: number): void {
  const { mesh } = chip;
  const row = step.line;
  const line = mesh.modes - 1 - row;
  const lit = (mesh.pairs[2 * step.device] ?? 0) + 2 + line;
  const beam = beams.beside(row, lit);
  if (!beam) return;
  const readings = PROBES.flatMap((theta) =>
    PROBES.map((phi) => {
      chip.set(step.device, theta, phi);
      return mean(repeats, () => chip.power(beam, row));
    }),
  );
  const { theta, phi } = bestSetting(readings);
  chip.set(step.device, theta, phi);
}

function configureOutput(chip: SimulatedChip, beam: ComplexPlanes, port: number, repeats: number): void {
  const readings = PROBES.map((gamma) => {
    chip.setOutput(port, gamma);
    return mean(repeats, () => chip.interference(beam, port));
  });
  chip.setOutput(port, bestAngle(readings));
}

function mean(count: number, read: () => number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += read();
  return sum / count;
}

/** Input beams that belong to the rows of a unitary matrix. */
class Beams {
  readonly #target: ComplexPlanes;
  readonly #size: number;

  constructor(target: ComplexPlanes, size: number) {
    this.#target = target;
    this.#size = size;
  }

  /** The conjugate of a row: the beam that leaves at this row's port with phase 0. */
  row(row: number): ComplexPlanes {
    const { re, im } = this.#target;
    const from = row * this.#size;
    return {
      re: re.slice(from, from + this.#size),
      im: im.slice(from, from + this.#size).map((x) => -x),
    };
  }

  /**
   * The first `lit` fields of a row's beam, less the parts along those of all rows below it, as a beam of power 1;
   * undefined where nothing is left.
   */
  beside(row: number, lit: number): ComplexPlanes | undefined {
    const done: ComplexPlanes[] = [];
    for (let other = this.#size - 1; other >= row; other--) {
      const beam = cut(this.row(other), lit);
      // Projected out twice, because once leaves rounding where little is left.
      for (let pass = 0; pass < 2; pass++) for (const before of done) subtract(beam, before, lit);
      const length = Math.hypot(...beam.re, ...beam.im);
      if (length < DARK) {
        if (other === row) return undefined;
        continue;
      }
      for (let i = 0; i < lit; i++) {
        beam.re[i] = beam.re[i]! / length;
        beam.im[i] = beam.im[i]! / length;
      }
      done.push(beam);
    }
    return done.at(-1);
  }
}

function cut(beam: ComplexPlanes, lit: number): ComplexPlanes {
  beam.re.fill(0, lit);
  beam.im.fill(0, lit);
  return beam;
}

/** beam ← beam − ⟨unit, beam⟩·unit */
function subtract(beam: ComplexPlanes, unit: ComplexPlanes, lit: number): void {
  let re = 0;
  let im = 0;
  for (let i = 0; i < lit; i++) {
    re += unit.re[i]! * beam.re[i]! + unit.im[i]! * beam.im[i]!;
    im += unit.re[i]! * beam.im[i]! - unit.im[i]! * beam.re[i]!;
  }
  for (let i = 0; i < lit; i++) {
    beam.re[i] = beam.re[i]! - re * unit.re[i]! + im * unit.im[i]!;
    beam.im[i] = beam.im[i]! - re * unit.im[i]! - im * unit.re[i]!;
  }
}
