import { haarStatistics } from '../photonics/experiments/haar-statistics';
import { distance } from '../photonics/complex-matrix';
import { rectangularMesh } from '../photonics/mesh';
import { haarMatrix } from '../photonics/programming/matrix-sources';
import { decomposeUnitary } from '../photonics/programming/nulling';
import { scheduleOf } from '../photonics/programming/schedule';
import { meshMatrix } from '../photonics/propagate';
import { convert } from './measure';
import type { Bench } from './row';

const LARGEST = 256;
const SEED = 7;

function programmable(modes: number) {
  const mesh = rectangularMesh(modes);
  const schedule = scheduleOf(mesh);
  if (!schedule) throw new Error('A rectangular mesh can be programmed.');
  return { mesh, schedule };
}

/** Setting a random matrix and reading it back, at every size. */
export const clementsParity: Bench = {
  id: 'parity.clements',
  what: `programming Haar-random matrices, N = 2 … ${LARGEST}: worst |U − U′|_F over 1e-12·N; with known splitter errors at most √(2/3)·N·σ²`,
  unit: 'of 1e-12·N',
  goal: { kind: 'at-most', value: 1 },
  async run() {
    let worst = 0;
    let worstModes = 0;
    for (let modes = 2; modes <= LARGEST; modes++) {
      const { mesh, schedule } = programmable(modes);
      const target = haarMatrix(modes, SEED + modes);
      const error = distance(meshMatrix(mesh, decomposeUnitary(mesh, schedule, target).phases), target);
      if (error / (1e-12 * modes) > worst) {
        worst = error / (1e-12 * modes);
        worstModes = modes;
      }
      // The page answers between two sizes.
      await new Promise((go) => setTimeout(go));
    }
    const settings = { modes: [8, 32, 64], sigma: 0.02, draws: 40, seed: SEED };
    const flawed = [...haarStatistics(settings)].at(-1) ?? [];
    const parts = flawed.map(
      ({ modes, programmed, correctedLaw }) =>
        `N = ${modes}: ${programmed.toExponential(1)} of ${correctedLaw.toExponential(1)}`,
    );
    return {
      value: worst,
      detail: `worst at N = ${worstModes}; splitter errors of ${settings.sigma} rad, mean of ${settings.draws} dies: ${parts.join(', ')}`,
      holds:
        flawed.length === 3 && flawed.every(({ programmed, correctedLaw }) => programmed <= correctedLaw),
    };
  },
};

/** One thread, plain TypeScript. */
export const clementsSpeed: Bench = {
  id: `speed.clements.n${LARGEST}`,
  what: `programming a Haar-random matrix of N = ${LARGEST} on a rectangular mesh, one thread`,
  unit: 's',
  goal: { kind: 'at-most', value: 2 },
  async run(measure) {
    const target = haarMatrix(LARGEST, SEED);
    let outOfReach = 0;
    const [timing] = await measure(
      [
        () => {
          const { mesh, schedule } = programmable(LARGEST);
          outOfReach += decomposeUnitary(mesh, schedule, target).outOfReach;
        },
      ],
      7,
    );
    if (!timing) throw new Error('Nothing was measured.');
    const spread = convert(timing, (time) => time / 1000);
    return {
      value: spread.median,
      spread,
      relative: timing.relative,
      detail: `median of ${timing.calls} calls, one thread`,
      holds: outOfReach === 0,
    };
  },
};
