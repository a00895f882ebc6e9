import type { StudyResult } from '../../../engine/study';
import { formatCount, formatPercent, plainNumber } from '../../format/si';
import type { FlawInfo } from '../flaws';
import { FLAWS, flawText } from '../flaws';
import { DataTable } from '../plot/data-table';
import type { Frame } from '../plot/plot';
import { Plot } from '../plot/plot';
import { apart } from '../plot/scale';
import type { StudyRecord } from '../records';
import { spreadOf } from '../stats';
import { StudyView } from './study-view';
import { studiesWords } from '../../words/studies';

const words = studiesWords.yieldView;

type Point = Extract<StudyResult, { kind: 'yield' }>['points'][number];

interface Size {
  readonly value: number;
  readonly dies: number;
  readonly yield: number;
  readonly mean: number;
  readonly low: number;
  readonly most: number;
}

/** How many dies are good enough, for each size of a flaw. */
export function YieldView({ record }: { readonly record: StudyRecord }) {
  const { settings } = record;
  const result = record.parts[0]?.result;
  if (settings.kind !== 'yield' || result?.kind !== 'yield' || result.points.length === 0) return null;
  const { flaw, threshold } = settings;
  const { name, unit, isWhole } = FLAWS[flaw];
  const sizes = result.points.map(sizeOf);
  const summary = summaryOf(sizes, (value) => flawText(flaw, value), threshold, FLAWS[flaw]);
  return (
    <StudyView
      record={record}
      summary={summary}
      chart={
        <Plot
          summary={summary}
          room={104}
          x={{
            label: `${name}${flaw === 'phaseBits' ? '' : `, ${unit}`}`,
            domain: [settings.from, Math.max(settings.to, settings.from + (isWhole ? 1 : 1e-9))],
            format: plainNumber,
            ...(isWhole ? { ticks: sizes.map(({ value }) => value) } : {}),
          }}
          y={{ label: words.share, domain: [0, 1], format: (value) => `${Math.round(100 * value)} %` }}
        >
          {(frame) => (
            <Curves frame={frame} sizes={sizes} threshold={threshold} nameOf={(v) => flawText(flaw, v)} />
          )}
        </Plot>
      }
      table={
        <DataTable
          caption={words.yieldAgainst(name.toLowerCase())}
          columns={[
            `${name}, ${unit}`,
            words.yield,
            words.meanAccuracy,
            words.quantile,
            words.bestDie,
            words.dies,
          ]}
          rows={sizes.map((size) => [
            plainNumber(size.value),
            formatPercent(size.yield),
            formatPercent(size.mean),
            formatPercent(size.low),
            formatPercent(size.most),
            formatCount(size.dies),
          ])}
        />
      }
    />
  );
}

function sizeOf({ value, accuracy, passed }: Point): Size {
  const spread = spreadOf(accuracy);
  return {
    value,
    dies: accuracy.length,
    yield: passed / Math.max(1, accuracy.length),
    mean: spread?.mean ?? NaN,
    low: spread?.low ?? NaN,
    most: spread?.most ?? NaN,
  };
}

function summaryOf(
  sizes: readonly Size[],
  text: (value: number) => string,
  threshold: number,
  { name, isWhole }: FlawInfo,
): string {
  const good = longestRun(sizes, (size) => size.yield >= GOOD_SHARE).map(({ value }) => value);
  const best = sizes.reduce(
    (a, b) => (b.yield > a.yield ? b : a),
    sizes[0] ?? sizeOf({ value: 0, accuracy: new Float64Array(), passed: 0 }),
  );
  const reached = words.accuracy(formatPercent(threshold, 0));
  if (good.length === 0)
    return words.atNoSizeMeasuredDo(reached, formatPercent(best.yield, 0), text(best.value));
  const [least, most] = [Math.min(...good), Math.max(...good)];
  if (least === most)
    return words.onlyWithDoOfDies(isWhole ? text(least) : `${name.toLowerCase()} of ${text(least)}`, reached);
  const span = `${plainNumber(least)} to ${text(most)}`;
  const flaw = isWhole ? words.perPhase(span) : words.from(name.toLowerCase(), span);
  return words.withAtLeastOfDies(flaw, reached);
}

/** Share of dies that the summary asks for. */
const GOOD_SHARE = 0.9;

/** The most neighbours in a row that are all accepted. */
export function longestRun<T>(all: readonly T[], accepts: (each: T) => boolean): readonly T[] {
  let best: readonly T[] = [];
  let run: readonly T[] = [];
  for (const each of all) {
    run = accepts(each) ? [...run, each] : [];
    if (run.length > best.length) best = run;
  }
  return best;
}

function Curves(props: {
  readonly frame: Frame;
  readonly sizes: readonly Size[];
  readonly threshold: number;
  readonly nameOf: (value: number) => string;
}) {
  const { frame, sizes, threshold, nameOf } = props;
  const line = (of: (size: Size) => number): string =>
    sizes.map((size, i) => `${i === 0 ? 'M' : 'L'}${frame.x(size.value)} ${frame.y(of(size))}`).join('');
  const band = [
    ...sizes.map((size) => `${frame.x(size.value)} ${frame.y(size.most)}`),
    ...sizes.toReversed().map((size) => `${frame.x(size.value)} ${frame.y(size.low)}`),
  ];
  const last = sizes.at(-1);
  // The curves begin above the threshold or below it: its name goes to the other side.
  const isBelow = (sizes[0]?.yield ?? 0) > 0.5 && threshold > 0.2;
  const ends = last ? apart([frame.y(last.yield), frame.y(last.mean)], 13, frame.top, frame.bottom) : [];
  return (
    <>
      <path className="curve-band" d={`M${band.join('L')}Z`} />
      <g className="plot-mark">
        <line x1={frame.left} x2={frame.right} y1={frame.y(threshold)} y2={frame.y(threshold)} />
        <text x={frame.left + 4} y={frame.y(threshold) + (isBelow ? 13 : -5)}>
          {words.goodFrom}
          {formatPercent(threshold, 0)}
        </text>
      </g>
      <path className="curve curve-second" d={line((size) => size.mean)} />
      <path className="curve" d={line((size) => size.yield)} />
      {sizes.map((size) => (
        <g key={size.value}>
          <circle className="curve-point" cx={frame.x(size.value)} cy={frame.y(size.yield)} r={3}>
            <title>{words.yieldOf(nameOf(size.value), formatPercent(size.yield))}</title>
          </circle>
          <circle
            className="curve-point curve-point-second"
            cx={frame.x(size.value)}
            cy={frame.y(size.mean)}
            r={2.5}
          >
            <title>{words.meanAccuracyOf(nameOf(size.value), formatPercent(size.mean))}</title>
          </circle>
        </g>
      ))}
      {last && (
        <g className="curve-names" dominantBaseline="central">
          <text x={frame.x(last.value) + 8} y={ends[0]} className="curve-name">
            {words.yieldKey}
            {formatPercent(last.yield, 0)}
          </text>
          <text x={frame.x(last.value) + 8} y={ends[1]} className="curve-name curve-name-second">
            {words.accuracyKey}
            {formatPercent(last.mean, 0)}
          </text>
        </g>
      )}
    </>
  );
}
