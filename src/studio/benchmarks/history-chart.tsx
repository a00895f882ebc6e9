import {
  CartesianGrid,
  ErrorBar,
  Line,
  LineChart,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts';
import { CATALOGUE, numberText } from '../../bench/page';
import { Choice } from '../parts/choice';
import { benchmarksWords as words } from '../words/benchmarks';
import type { Kept } from './store';
import { useBenchmarks } from './store';

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

interface Point {
  readonly date: string;
  readonly value: number;
  readonly error: readonly [number, number];
}

/** One row over all results of this device, with its quartiles. */
export function HistoryChart() {
  const { row, kept } = useBenchmarks();
  const bench = CATALOGUE.find(({ id }) => id === row);
  const points = pointsOf(kept, row);
  const label = words.historyChart(row, bench?.unit ?? '');
  return (
    <section className="bench-part" aria-label={words.history}>
      <div className="bench-part-head">
        <h2>{words.history}</h2>
        <Choice
          label={words.historyRow}
          hideLabel
          value={row}
          options={CATALOGUE.map(({ id, what }) => ({ id, name: id, note: what }))}
          onChange={(id) => useBenchmarks.setState({ row: id })}
        />
      </div>
      {points.length < 2 ? (
        <p className="muted bench-empty">{words.historyEmpty}</p>
      ) : (
        <figure className="bench-chart">
          <div className="bench-history" role="img" aria-label={label}>
            <ResponsiveContainer width="100%" height="100%">
              <LineChart
                data={[...points]}
                margin={{ top: 12, right: 24, bottom: 4, left: 8 }}
                accessibilityLayer={false}
              >
                <CartesianGrid stroke="var(--grid)" />
                <XAxis dataKey="date" stroke="var(--muted)" tick={{ fontSize: 11 }} />
                <YAxis
                  stroke="var(--muted)"
                  tick={{ fontSize: 11 }}
                  width={64}
                  domain={['auto', 'auto']}
                  tickFormatter={numberText}
                  label={{
                    value: bench?.unit ?? '',
                    angle: -90,
                    position: 'insideLeft',
                    fill: 'var(--muted)',
                    fontSize: 12,
                  }}
                />
                {bench?.goal && (
                  <ReferenceLine y={bench.goal.value} stroke="var(--text)" strokeDasharray="3 3" />
                )}
                <Line dataKey="value" stroke="var(--accent)" strokeWidth={1.5} isAnimationActive={false}>
                  <ErrorBar dataKey="error" width={5} stroke="var(--accent)" />
                </Line>
              </LineChart>
            </ResponsiveContainer>
          </div>
          <div className="visually-hidden">
            <table>
              <caption>{label}</caption>
              <tbody>
                {points.map(({ date, value }, at) => (
                  <tr key={at}>
                    <th scope="row">{date}</th>
                    <td>{numberText(value)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </figure>
      )}
    </section>
  );
}

function pointsOf(kept: readonly Kept[], id: string): readonly Point[] {
  return kept
    .filter(({ isOwn }) => isOwn)
    .toReversed()
    .flatMap(({ results }) => {
      const row = results.rows.find((each) => each.id === id);
      if (row?.value === undefined || row.value === null) return [];
      const [low, high] = row.quartiles ?? [row.value, row.value];
      const error = [Math.max(0, row.value - low), Math.max(0, high - row.value)] as const;
      return [{ date: DAY.format(new Date(results.date)), value: row.value, error }];
    });
}
