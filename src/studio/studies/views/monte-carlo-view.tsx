import { formatCount, formatPercent } from '../../format/si';
import { DataTable } from '../plot/data-table';
import type { Frame } from '../plot/plot';
import { Plot } from '../plot/plot';
import type { StudyRecord } from '../records';
import type { Histogram, Spread } from '../stats';
import { histogram, spreadOf } from '../stats';
import { StudyView } from './study-view';
import { studiesWords } from '../../words/studies';

const words = studiesWords.monteCarloView;

export interface Dies {
  readonly label: string;
  readonly accuracy: Float64Array;
  readonly spread: Spread;
}

/** Accuracies of many dies: how often each was measured, and what an ideal chip reaches. */
export function MonteCarloView({ record }: { readonly record: StudyRecord }) {
  const sets = diesOf(record);
  const first = record.parts[0]?.result;
  if (first?.kind !== 'monte-carlo' || sets.length === 0) return null;
  const { ideal } = first;
  const bars = histogram(
    sets.map(({ accuracy }) => accuracy),
    record.samples,
  );
  const summary = summaryOf(sets, ideal);
  return (
    <StudyView
      record={record}
      summary={summary}
      chart={
        <div className="dies">
          <Chart bars={bars} sets={sets} ideal={ideal} summary={summary} />
          <SpreadTable sets={sets} ideal={ideal} />
        </div>
      }
      table={
        <DataTable
          caption={words.diesByAccuracy}
          columns={[words.accuracy, ...sets.map(({ label }) => words.dies(label))]}
          rows={rowsOf(bars)}
        />
      }
    />
  );
}

export function diesOf(record: StudyRecord): readonly Dies[] {
  return record.parts.flatMap(({ label, result }) => {
    const spread = result.kind === 'monte-carlo' ? spreadOf(result.accuracy) : undefined;
    return result.kind === 'monte-carlo' && spread ? [{ label, accuracy: result.accuracy, spread }] : [];
  });
}

/** "100 dies reach 95.6 % on average as made, 96.3 % corrected; without flaws 96.3 %." */
function summaryOf(sets: readonly Dies[], ideal: number): string {
  const reached = sets.map(
    ({ label, spread }, index) =>
      `${formatPercent(spread.mean)}${index === 0 ? words.onAverage : ''} ${label.toLowerCase()}`,
  );
  const dies = formatCount(Math.max(...sets.map(({ accuracy }) => accuracy.length)));
  return words.diesReachWithoutFlaws(dies, reached.join(', '), formatPercent(ideal));
}

function rowsOf({ edges, counts }: Histogram): readonly (readonly string[])[] {
  return Array.from({ length: edges.length - 1 }, (_, bar) => [
    `${formatPercent(Math.max(0, edges[bar] ?? 0))} to ${formatPercent(Math.min(1, edges[bar + 1] ?? 0))}`,
    ...counts.map((bins) => formatCount(bins[bar] ?? 0)),
  ]);
}

function SpreadTable({ sets, ideal }: { readonly sets: readonly Dies[]; readonly ideal: number }) {
  const rows: readonly (readonly [string, (spread: Spread) => string])[] = [
    [words.mean, ({ mean }) => formatPercent(mean)],
    [words.deviation, ({ deviation }) => words.points((100 * deviation).toFixed(2))],
    [words.quantile, ({ low }) => formatPercent(low)],
    [words.worstDie, ({ least }) => formatPercent(least)],
    [words.bestDie, ({ most }) => formatPercent(most)],
  ];
  return (
    <table className="table tabular dies-table">
      <caption className="visually-hidden">{words.spreadOfTheDies}</caption>
      <thead>
        <tr>
          <td />
          {sets.map(({ label }, index) => (
            <th key={label} scope="col">
              <span className={`dies-key dies-key-${index}`} aria-hidden />
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, value]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {sets.map(({ label, spread }) => (
              <td key={label}>{value(spread)}</td>
            ))}
          </tr>
        ))}
        <tr>
          <th scope="row">{words.idealChip}</th>
          {sets.map(({ label }) => (
            <td key={label}>{formatPercent(ideal)}</td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

function Chart(props: {
  readonly bars: Histogram;
  readonly sets: readonly Dies[];
  readonly ideal: number;
  readonly summary: string;
}) {
  const { bars, sets, ideal } = props;
  const { edges, counts } = bars;
  const [low, high] = [Math.min(edges[0] ?? 0, ideal), Math.max(edges.at(-1) ?? 1, ideal)];
  const pad = Math.max(0.005, 0.04 * (high - low));
  const most = Math.max(1, ...counts.flat());
  return (
    <Plot
      summary={props.summary}
      x={{
        label: words.testAccuracy,
        domain: [Math.max(0, low - pad), Math.min(1, high + pad)],
        format: (value) => percentTick(value, high - low + 2 * pad),
      }}
      y={{
        label: words.diesAxis,
        domain: [0, 1.08 * most],
        format: (value) => (Number.isInteger(value) ? String(value) : ''),
      }}
    >
      {(frame) => (
        <>
          {counts.map((bins, set) => (
            <Bars key={set} set={set} bins={bins} edges={edges} frame={frame} />
          ))}
          {sets.map(({ label, spread }, set) => (
            <g key={label} className={`dies-mark dies-mark-${set}`}>
              <path d={triangle(frame.x(spread.mean), frame.bottom)}>
                <title>{words.meanOf(label, formatPercent(spread.mean))}</title>
              </path>
              <line
                x1={frame.x(spread.low)}
                x2={frame.x(spread.low)}
                y1={frame.bottom - 14}
                y2={frame.bottom}
              />
            </g>
          ))}
          <IdealLine frame={frame} ideal={ideal} />
        </>
      )}
    </Plot>
  );
}

/** The first set filled, the second as an outline over it, so that both are read without colour. */
function Bars(props: {
  readonly set: number;
  readonly bins: readonly number[];
  readonly edges: readonly number[];
  readonly frame: Frame;
}) {
  const { bins, edges, frame } = props;
  if (props.set > 0) {
    const d = bins
      .map((count, bar) => `L${frame.x(edges[bar] ?? 0)} ${frame.y(count)}H${frame.x(edges[bar + 1] ?? 0)}`)
      .join('');
    return (
      <path className="dies-outline" d={`M${frame.x(edges[0] ?? 0)} ${frame.bottom}${d}V${frame.bottom}`} />
    );
  }
  return (
    <g className="dies-bars">
      {bins.map((count, bar) => {
        const [from, to] = [frame.x(edges[bar] ?? 0), frame.x(edges[bar + 1] ?? 0)];
        return (
          <rect
            key={bar}
            x={from + 0.5}
            width={Math.max(1, to - from - 1)}
            y={frame.y(count)}
            height={frame.bottom - frame.y(count)}
          >
            <title>
              {words.diesFromTo(formatCount(count), formatPercent(edges[bar]), formatPercent(edges[bar + 1]))}
            </title>
          </rect>
        );
      })}
    </g>
  );
}

function IdealLine({ frame, ideal }: { readonly frame: Frame; readonly ideal: number }) {
  const x = frame.x(ideal);
  const isRight = x > (frame.left + frame.right) / 2;
  return (
    <g className="plot-mark">
      <line x1={x} x2={x} y1={frame.top - 6} y2={frame.bottom} />
      <text x={isRight ? x - 5 : x + 5} y={frame.top - 2} textAnchor={isRight ? 'end' : 'start'}>
        {words.ideal}
        {formatPercent(ideal)}
      </text>
    </g>
  );
}

/** Points up to the axis from below. */
function triangle(x: number, bottom: number): string {
  return `M${x} ${bottom}l-4 6.5h8z`;
}

function percentTick(value: number, span: number): string {
  return `${(100 * value).toFixed(span < 0.03 ? 1 : 0)} %`;
}
