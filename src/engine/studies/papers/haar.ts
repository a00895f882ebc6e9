import { HAAR_TOLERANCE } from '../../../experiment/papers/haar';
import type { HaarPoint, HaarSettings } from '../../../photonics/experiments/haar-statistics';
import { haarStatistics } from '../../../photonics/experiments/haar-statistics';
import type { PaperFigure } from '../../study';
import { Progress } from '../progress';
import type { PaperStudy } from './paper-study';

/** The errors of random matrices at every size, before and after correction: two figures each. */
export function haarStudy(settings: HaarSettings): PaperStudy {
  const { modes, draws, sigma } = settings;
  // The effort of a draw grows with the third power of its size.
  const effort = (size: number): number => size ** 3;
  const total = modes.reduce((sum, size) => sum + draws * effort(size), 0);
  return async ({ clock }, report, signal) => {
    const progress = new Progress(report, clock, signal, total);
    const start = clock.now();
    let figures: readonly PaperFigure[] = [];
    for (const points of haarStatistics(settings)) {
      figures = points.flatMap((point) => figuresOf(point, sigma));
      const last = points.at(-1);
      await progress.advance(
        effort(last?.modes ?? 0),
        () => `${last?.modes ?? 0} modes, matrix ${last?.draws ?? 0} of ${draws}`,
        () => ({ kind: 'paper', figures, seconds: (clock.now() - start) / 1000 }),
      );
    }
    return figures;
  };
}

function figuresOf(point: HaarPoint, sigma: number): readonly PaperFigure[] {
  const { modes, uncorrected, uncorrectedLaw, corrected, correctedLaw, programmed } = point;
  const off = 100 * (uncorrected / uncorrectedLaw - 1);
  const seeds = `mean of ${point.draws} matrices and dies, σ = ${sigma} rad`;
  return [
    {
      name: `${modes} modes: error off the law √(2N)·σ`,
      target: `within ±${HAAR_TOLERANCE}`,
      obtained: off,
      unit: '%',
      reached: Math.abs(off) <= HAAR_TOLERANCE,
      detail: `${uncorrected.toFixed(4)} against ${uncorrectedLaw.toFixed(4)}; ${seeds}`,
    },
    {
      name: `${modes} modes: corrected error over √(2/3)·N·σ²`,
      target: '≤ 1',
      obtained: corrected / correctedLaw,
      unit: '',
      reached: corrected <= correctedLaw,
      detail: `${corrected.toExponential(2)} corrected locally, ${programmed.toExponential(2)} programmed anew, against ${correctedLaw.toExponential(2)}; ${point.outOfReach.toFixed(1)} interferometers out of reach; ${seeds}`,
    },
  ];
}
