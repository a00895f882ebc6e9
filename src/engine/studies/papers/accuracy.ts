import type { Paper } from '../../../experiment/papers/paper';
import type { PaperFigure } from '../../study';
import type { PaperStudy } from './paper-study';
import { trainPaper } from './train-paper';

/** Trains a paper's experiment once per seed and compares the mean test accuracy with the goal. */
export function accuracyStudy(paper: Paper): PaperStudy {
  return async (parts, report, signal) => {
    const percent: number[] = [];
    let [seconds, provenance] = [0, ''];
    for (const [index, seed] of paper.seeds.entries()) {
      const figures = percent.length > 0 ? [figureOf(paper, percent, seconds, provenance)] : [];
      const trained = await trainPaper({ ...paper.experiment, seed }, parts, report, signal, {
        from: index / paper.seeds.length,
        to: (index + 1) / paper.seeds.length,
        text: paper.seeds.length > 1 ? `Seed ${seed} of ${paper.seeds.join(', ')}` : paper.title,
        partial: figures.length > 0 ? { kind: 'paper', figures, seconds } : undefined,
      });
      trained.session.dispose();
      percent.push(100 * trained.evaluation.accuracy);
      seconds += trained.seconds;
      provenance = trained.network.dataset.provenance.text;
    }
    return [figureOf(paper, percent, seconds, provenance)];
  };
}

function figureOf(
  paper: Paper,
  percent: readonly number[],
  seconds: number,
  provenance: string,
): PaperFigure {
  const mean = percent.reduce((sum, value) => sum + value, 0) / percent.length;
  const each = percent.map((value) => value.toFixed(2)).join(', ');
  const seeds = paper.seeds.slice(0, percent.length);
  return {
    name: seeds.length > 1 ? `Test accuracy, mean of ${seeds.length} seeds` : 'Test accuracy',
    target: `≥ ${paper.goal}`,
    obtained: mean,
    unit: '%',
    reached: mean >= paper.goal,
    detail: `seed ${seeds.join(', ')}: ${each}; ${seconds.toFixed(0)} s; ${provenance}`,
  };
}
