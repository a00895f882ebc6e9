import { STREAM, normal } from '../../lib/rng';
import { distance } from '../complex-matrix';
import { haarPhases } from '../haar';
import type { Mesh } from '../mesh';
import { mziCount, rectangularMesh } from '../mesh';
import { correctErrors } from '../programming/correct-errors';
import { decomposeUnitary } from '../programming/nulling';
import { scheduleOf } from '../programming/schedule';
import type { MeshFlaws } from '../propagate';
import { meshMatrix } from '../propagate';

/** Haar-random rectangular meshes on dies with splitter errors. */
export interface HaarSettings {
  /** Sizes N, one after the other. */
  readonly modes: readonly number[];
  /** Standard deviation of the coupler errors, radians. */
  readonly sigma: number;
  /** Matrices per size, each on a die of its own. */
  readonly draws: number;
  readonly seed: number;
}

/** Mean errors |U − U₀|_F/√N of one size, and the laws for them. */
export interface HaarPoint {
  readonly modes: number;
  readonly draws: number;
  /** Phases as for ideal couplers. */
  readonly uncorrected: number;
  /** √(2N)·σ: every coupler contributes 2σ² to the squared error, and there are two in N(N−1)/2 interferometers. */
  readonly uncorrectedLaw: number;
  /** Each interferometer corrected locally (correct-errors.ts). */
  readonly corrected: number;
  /** The matrix programmed anew with the die's couplers (nulling.ts). */
  readonly programmed: number;
  /** √(2/3)·N·σ²: the root mean square of what interferometers out of reach leave. */
  readonly correctedLaw: number;
  /** Interferometers per mesh that local correction could not set. */
  readonly outOfReach: number;
}

/**
 * Measures how coupler errors disturb random matrices and what correction leaves (Bandyopadhyay, Hamerly, Englund,
 * Optica 8, 1247 (2021)). Yields after every draw the points so far, the last one unfinished, so that a caller can
 * show and stop it; the last points yielded are the result.
 */
export function* haarStatistics(settings: HaarSettings): Generator<readonly HaarPoint[], void> {
  const { sigma, seed, draws } = settings;
  const finished: HaarPoint[] = [];
  for (const modes of settings.modes) {
    const mesh = rectangularMesh(modes);
    const schedule = scheduleOf(mesh);
    if (!schedule) throw new Error('A rectangular mesh can be programmed.');
    const sums = { uncorrected: 0, corrected: 0, programmed: 0, outOfReach: 0 };
    let point: HaarPoint | undefined;
    for (let draw = 0; draw < draws; draw++) {
      const ideal = haarPhases(mesh, seed + draw);
      const target = meshMatrix(mesh, ideal);
      const flaws = splitterErrors(mesh, seed + draw, sigma);
      const error = (phases: typeof ideal): number =>
        distance(meshMatrix(mesh, phases, flaws), target) / Math.sqrt(modes);
      const local = correctErrors(mesh, ideal, flaws);
      sums.uncorrected += error(ideal);
      sums.corrected += error(local.phases);
      sums.programmed += error(decomposeUnitary(mesh, schedule, target, flaws).phases);
      sums.outOfReach += local.outOfReach;
      const count = draw + 1;
      point = {
        modes,
        draws: count,
        uncorrected: sums.uncorrected / count,
        uncorrectedLaw: Math.sqrt(2 * modes) * sigma,
        corrected: sums.corrected / count,
        programmed: sums.programmed / count,
        correctedLaw: Math.sqrt(2 / 3) * modes * sigma ** 2,
        outOfReach: sums.outOfReach / count,
      };
      yield [...finished, point];
    }
    if (point) finished.push(point);
  }
}

function splitterErrors(mesh: Mesh, seed: number, sigma: number): MeshFlaws {
  const count = mziCount(mesh);
  const draw = (part: number): Float64Array =>
    Float64Array.from({ length: count }, (_, k) => sigma * normal(seed, STREAM.splitterError, 2 * k + part));
  return { a: draw(0), b: draw(1), theta: new Float64Array(count), phi: new Float64Array(count) };
}
