import { useState } from 'react';
import type { Method } from '../../../experiment/schema';
import type { MethodCurve } from '../../../engine/study';
import { METHODS } from '../../design/training/methods';
import { formatCount, formatPercent, formatSi, significant } from '../../format/si';
import { Segmented } from '../../parts/segmented';
import { DataTable } from '../plot/data-table';
import type { Frame } from '../plot/plot';
import { Plot } from '../plot/plot';
import type { ScaleKind } from '../plot/scale';
import { apart, roomFor } from '../plot/scale';
import type { StudyRecord } from '../records';
import { StudyView } from './study-view';
import { studiesWords } from '../../words/studies';

const words = studiesWords.methodsView;

type Value = 'accuracy' | 'loss';
type Cost = 'passes' | 'seconds';

interface Line {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

/** Training methods side by side, against what they cost. */
export function MethodsView({ record }: { readonly record: StudyRecord }) {
  const [value, setValue] = useState<Value>('accuracy');
  const [cost, setCost] = useState<Cost>('passes');
  const result = record.parts[0]?.result;
  if (result?.kind !== 'methods' || result.curves.length === 0) return null;
  const { curves } = result;
  const names = namesOf(curves);
  const lines = curves.map((curve, i) => ({ name: names[i] ?? '', points: pointsOf(curve, value, cost) }));
  const summary = summaryOf(curves, names);
  return (
    <StudyView
      record={record}
      summary={summary}
      controls={
        <>
          <Segmented
            label={words.value}
            value={value}
            options={[
              { id: 'accuracy', name: words.accuracy },
              { id: 'loss', name: words.loss },
            ]}
            onChange={setValue}
          />
          <Segmented
            label={words.against}
            value={cost}
            options={[
              { id: 'passes', name: words.passes },
              { id: 'seconds', name: words.time },
            ]}
            onChange={setCost}
          />
        </>
      }
      chart={<Chart lines={lines} value={value} cost={cost} summary={summary} />}
      table={
        <DataTable
          caption={words.methodsByChipForwardPasses}
          columns={[words.method, words.passes, words.wallTime, words.trainingLoss, words.testAccuracy]}
          rows={curves.flatMap((curve, i) =>
            curve.passes.map((passes, at) => [
              names[i] ?? '',
              formatCount(passes),
              formatSi(curve.seconds[at], 's'),
              significant(curve.loss[at] ?? NaN),
              formatPercent(curve.accuracy[at]),
            ]),
          )}
        />
      }
    />
  );
}

/** Names that tell the lines apart, with a number where one method is compared with itself. */
export function namesOf(curves: readonly { readonly method: Method }[]): readonly string[] {
  const names = curves.map(({ method }) => METHODS.find(({ id }) => id === method.kind)?.name ?? method.kind);
  return names.map((name, i) =>
    names.filter((other) => other === name).length > 1
      ? `${name} ${names.slice(0, i + 1).filter((other) => other === name).length}`
      : name,
  );
}

function pointsOf(curve: MethodCurve, value: Value, cost: Cost): Line['points'] {
  // A logarithmic axis has no place for the start, where nothing was spent.
  return curve[cost].flatMap((x, i): Line['points'] => {
    const y = curve[value][i];
    return x > 0 && y !== undefined ? [[x, y]] : [];
  });
}

function summaryOf(curves: readonly MethodCurve[], names: readonly string[]): string {
  const ends = curves.map((curve, i) => ({
    name: names[i] ?? '',
    accuracy: curve.accuracy.at(-1) ?? NaN,
    passes: curve.passes.at(-1) ?? 0,
    seconds: curve.seconds.at(-1) ?? 0,
  }));
  return ends
    .toSorted((a, b) => b.accuracy - a.accuracy)
    .map(({ name, accuracy, passes, seconds }) =>
      words.afterPassesIn(name, formatPercent(accuracy), formatSi(passes, ''), formatSi(seconds, 's')),
    )
    .join(' ');
}

function Chart(props: {
  readonly lines: readonly Line[];
  readonly value: Value;
  readonly cost: Cost;
  readonly summary: string;
}) {
  const { lines, value, cost } = props;
  const all = lines.flatMap(({ points }) => points);
  if (all.length === 0) return <p className="muted">{words.theFirstPointsComeIn}</p>;
  const xs = all.map(([x]) => x);
  const ys = all.map(([, y]) => y);
  const domain = widened(Math.min(...xs), Math.max(...xs));
  const kind: ScaleKind = 'log';
  return (
    <Plot
      summary={props.summary}
      room={roomFor(lines.map((line) => nameAtEnd(line, value)))}
      x={{
        label: cost === 'passes' ? words.chipForwardPasses : words.wallTimeOfTheSimulator,
        kind,
        domain,
        format: (tick) => (cost === 'passes' ? formatSi(tick, '', 1) : String(tick)),
      }}
      y={
        value === 'accuracy'
          ? { label: words.testAccuracy, domain: [0, 1], format: (tick) => `${Math.round(100 * tick)} %` }
          : {
              label: words.trainingLoss,
              domain: [0, 1.05 * Math.max(...ys)],
              format: (tick) => significant(tick, 2),
            }
      }
    >
      {(frame) => <Lines frame={frame} lines={lines} value={value} />}
    </Plot>
  );
}

function Lines({
  frame,
  lines,
  value,
}: {
  readonly frame: Frame;
  readonly lines: readonly Line[];
  readonly value: Value;
}) {
  const ends = lines.map(({ points }) => points.at(-1));
  const places = apart(
    ends.map((end) => (end ? frame.y(end[1]) : frame.bottom)),
    13,
    frame.top,
    frame.bottom,
  );
  return (
    <>
      {lines.map(({ name, points }, i) => (
        <g key={name} className={`series series-${i % SERIES}`}>
          <path
            className="curve"
            d={points.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${frame.x(x)} ${frame.y(y)}`).join('')}
          />
          {points.map(([x, y]) => (
            <circle key={x} cx={frame.x(x)} cy={frame.y(y)} r={2}>
              <title>{`${name}: ${valueText(y, value)}`}</title>
            </circle>
          ))}
          {ends[i] && (
            <text x={frame.x(ends[i][0]) + 8} y={places[i]} dominantBaseline="central">
              {nameAtEnd({ name, points }, value)}
            </text>
          )}
        </g>
      ))}
    </>
  );
}

function nameAtEnd({ name, points }: Line, value: Value): string {
  const end = points.at(-1);
  return end ? `${name} ${valueText(end[1], value)}` : name;
}

function valueText(y: number, value: Value): string {
  return value === 'accuracy' ? formatPercent(y) : significant(y);
}

/** Colours of lines, each with a dash of its own. */
const SERIES = 5;

/** At least a factor of two, so that an axis has a length. */
function widened(low: number, high: number): readonly [number, number] {
  return high < 2 * low ? [low / 1.5, high * 1.5] : [low, high];
}
