import type { StoredSweep } from '../../library/store/sweep-record';
import { formatPercent } from '../format/si';
import { Plot } from '../studies/plot/plot';
import { histogram, spreadOf } from '../studies/stats';
import { sweepsWords } from '../words/sweeps';

const { charts: words } = sweepsWords;
/** Of trainings the number of test samples is not known here: bars of a fifth of a point. */
const USUAL_STEPS = 500;

/** How often each accuracy was measured, with the mean, and what the ideal chip reaches. */
export function SpreadPlot(props: { readonly sweep: StoredSweep; readonly accuracies: readonly number[] }) {
  const { sweep, accuracies } = props;
  const isDies = sweep.work.kind === 'dies';
  const { edges, counts } = histogram([accuracies], stepsOf(accuracies));
  const bins = counts[0] ?? [];
  const spread = spreadOf(accuracies);
  if (spread === undefined) return null;
  const ideal = sweep.work.kind === 'dies' ? sweep.work.ideal : undefined;
  const most = Math.max(...bins);
  const [first, last] = [edges[0] ?? 0, edges.at(-1) ?? 1];
  const room = Math.max(0.01, (last - first) / 10);
  const low = Math.max(0, first - room);
  const high = Math.min(1.005, Math.max(last, ideal ?? 0) + room);
  const summary = words.summary(
    formatPercent(spread.mean),
    formatPercent(spread.deviation),
    formatPercent(spread.least),
    formatPercent(spread.most),
  );
  const marks = [
    { at: spread.mean, name: words.mean.toLowerCase(), row: 0 },
    ...(ideal === undefined ? [] : [{ at: ideal, name: words.ideal, row: 1 }]),
  ];
  return (
    <>
      <p className="sweep-summary small tabular">{summary}</p>
      <Plot
        summary={`${isDies ? words.histogramDies : words.histogram}: ${summary}`}
        x={{
          label: words.accuracy,
          domain: [low, high],
          format: (value) => String(Number((100 * value).toFixed(1))),
        }}
        y={{
          label: words.count,
          domain: [0, most * 1.15],
          ticks: wholeTicks(most),
          format: String,
        }}
      >
        {({ x, y, bottom, top }) => (
          <>
            <g className="sweep-bars">
              {bins.map((count, bar) => {
                const [left, right] = [x(edges[bar] ?? 0), x(edges[bar + 1] ?? 0)];
                return (
                  <rect
                    key={bar}
                    x={left + 0.5}
                    width={Math.max(1, right - left - 1)}
                    y={y(count)}
                    height={bottom - y(count)}
                  />
                );
              })}
            </g>
            <g className="plot-mark">
              {marks.map(({ at, name, row }) => (
                <g key={name}>
                  <line x1={x(at)} x2={x(at)} y1={bottom} y2={top} />
                  <text x={x(at) - 4} y={top + 4 + 13 * row} textAnchor="end">
                    {name}
                  </text>
                </g>
              ))}
            </g>
          </>
        )}
      </Plot>
    </>
  );
}

/** Samples of which all these accuracies could be shares. */
function stepsOf(accuracies: readonly number[]): number {
  for (let samples = 1; samples <= USUAL_STEPS; samples++) {
    const isShare = (value: number): boolean =>
      Math.abs(value * samples - Math.round(value * samples)) < 1e-6;
    if (accuracies.every(isShare) && samples >= 50) return samples;
  }
  return USUAL_STEPS;
}

function wholeTicks(most: number): readonly number[] {
  const step = Math.max(1, Math.ceil(most / 4));
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => index * step);
}
