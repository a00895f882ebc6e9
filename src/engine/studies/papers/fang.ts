import { FANG_TABLE, FANG_TRIALS, fftNet, gridNet, withFangNoise } from '../../../experiment/papers/fang';
import type { Experiment } from '../../../experiment/schema';
import type { PaperFigure } from '../../study';
import { DieSeries } from '../dies';
import type { PaperStudy } from './paper-study';
import type { OpenStudyParts, Report } from '../study-parts';
import { trainPaper } from './train-paper';

/** Mean test accuracy, percent, at each σ of the published table. */
type Curve = readonly number[];

/** Both networks are trained without noise and then measured on noisy dies. */
export const fangStudy: PaperStudy = async (parts, report, signal) => {
  const grid = await noiseCurve(gridNet, parts, report, signal, 0);
  const fft = await noiseCurve(fftNet, parts, report, signal, 0.5);
  return fangFigures(grid, fft);
};

async function noiseCurve(
  experiment: Experiment,
  parts: OpenStudyParts,
  report: Report,
  signal: AbortSignal,
  from: number,
): Promise<Curve> {
  const share = { from, to: from + 0.25, text: experiment.name };
  const { network, session, evaluation } = await trainPaper(experiment, parts, report, signal, share);
  try {
    const curve: number[] = [];
    for (const [index, { sigma }] of FANG_TABLE.entries()) {
      if (sigma === 0) {
        curve.push(100 * evaluation.accuracy);
        continue;
      }
      const { hardware } = withFangNoise(experiment, sigma);
      const dies = new DieSeries(network.plan, hardware, { kind: 'all' });
      let sum = 0;
      for (let trial = 0; trial < FANG_TRIALS; trial++) {
        await dies.set(session, trial);
        sum += (await session.evaluate('test', signal)).accuracy;
        const done = (index - 1 + (trial + 1) / FANG_TRIALS) / (FANG_TABLE.length - 1);
        report({
          done: from + 0.25 + 0.25 * done,
          text: `${experiment.name}: die ${trial + 1} of ${FANG_TRIALS} at σ = ${sigma}`,
          partial: undefined,
        });
        await parts.clock.breathe();
        signal.throwIfAborted();
      }
      curve.push((100 * sum) / FANG_TRIALS);
    }
    return curve;
  } finally {
    session.dispose();
  }
}

/** Percentage points that the networks without noise may differ from the published ones. */
const TOLERANCE = 1;
/** What noise must do: ruin the grid at σ = 0.01, and spare the FFT mesh at 0.02. */
const GRID_RUINED = { sigma: 0.01, below: 90 };
const FFT_SPARED = { sigma: 0.02, above: 93 };

/** Every published number against ours. */
export function fangFigures(grid: Curve, fft: Curve): readonly PaperFigure[] {
  return FANG_TABLE.flatMap((published, index) => {
    const { sigma } = published;
    const ours = { grid: grid[index] ?? Number.NaN, fft: fft[index] ?? Number.NaN };
    // Which of the two is ahead, and so where they cross.
    const sameOrder = ours.grid > ours.fft === published.grid > published.fft;
    return (['grid', 'fft'] as const).map((which): PaperFigure => {
      const obtained = ours[which];
      const isBelow = which === 'grid' && sigma === GRID_RUINED.sigma;
      const isAbove = which === 'fft' && sigma === FFT_SPARED.sigma;
      const target = targetOf(published[which], sigma, isBelow, isAbove);
      const near = sigma > 0 || Math.abs(obtained - published[which]) <= TOLERANCE;
      const holds = (!isBelow || obtained < GRID_RUINED.below) && (!isAbove || obtained > FFT_SPARED.above);
      return {
        name: `${which === 'grid' ? 'GridNet' : 'FFTNet'}, σ = ${sigma}`,
        target,
        obtained,
        unit: '%',
        reached: sameOrder && near && holds,
        detail:
          `published ${published[which]} %; ` +
          (sigma === 0 ? 'the trained network' : `mean of ${FANG_TRIALS} dies`) +
          (sameOrder ? ', order as published' : ', order not as published'),
      };
    });
  });
}

function targetOf(published: number, sigma: number, isBelow: boolean, isAbove: boolean): string {
  if (isBelow) return `< ${GRID_RUINED.below}`;
  if (isAbove) return `> ${FFT_SPARED.above}`;
  return sigma === 0 ? `${published} ± ${TOLERANCE}` : 'same order';
}
