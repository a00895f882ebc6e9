import type { RunSummary } from '../../library/formats/run-summary';
import { formatCount, significant } from '../format/si';
import { modelsWords as words } from '../words/models';

const WIDTH = 240;
const HEIGHT = 72;

/** The loss of a run in one stroke, first and last value in words. */
export function RunCurve({ curve }: { readonly curve: NonNullable<RunSummary['curve']> }) {
  const points = curve.step.flatMap((step, k) => {
    const loss = curve.loss[k];
    return loss === null || loss === undefined ? [] : [{ step, loss }];
  });
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || points.length < 2) return null;
  const most = Math.max(...points.map(({ loss }) => loss));
  const least = Math.min(...points.map(({ loss }) => loss));
  const x = (step: number): number => (WIDTH * (step - first.step)) / Math.max(1, last.step - first.step);
  const y = (loss: number): number => 3 + ((HEIGHT - 6) * (most - loss)) / Math.max(1e-9, most - least);
  const path = points.map(({ step, loss }) => `${x(step).toFixed(1)} ${y(loss).toFixed(1)}`).join('L');
  return (
    <figure className="model-curve">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden>
        <path d={`M${path}`} />
      </svg>
      <figcaption className="muted small tabular">
        {`${words.curve}: ${significant(first.loss)} → ${significant(last.loss)}, ${words.trained(formatCount(last.step))}`}
      </figcaption>
    </figure>
  );
}
