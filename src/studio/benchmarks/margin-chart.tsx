import {
  CartesianGrid,
  ErrorBar,
  ReferenceLine,
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  XAxis,
  YAxis,
} from 'recharts';
import type { ResultRow } from '../../bench/page';
import { numberText } from '../../bench/page';
import { benchmarksWords as words } from '../words/benchmarks';
import { marginsOf } from './margins';

const ROW_PX = 26;
const FRAME_PX = 58;

/** Every row as a point against its goal, on one axis whatever its unit; those it is compared with as rings. */
export function MarginChart(props: {
  readonly rows: readonly ResultRow[];
  readonly before: readonly ResultRow[];
}) {
  const margins = marginsOf(props.rows);
  const before = marginsOf(props.before).filter(({ id }) => margins.some((each) => each.id === id));
  if (margins.length === 0) return null;
  const all = [...margins, ...before].flatMap(({ margin, error: [down, up] }) => [
    margin - down,
    margin + up,
  ]);
  const domain: readonly [number, number] = [Math.min(0.5, ...all) / 1.2, Math.max(2, ...all) * 1.2];
  return (
    <figure className="bench-chart">
      <div role="img" aria-label={words.marginChart} style={{ height: FRAME_PX + ROW_PX * margins.length }}>
        <ResponsiveContainer width="100%" height="100%">
          <ScatterChart margin={{ top: 18, right: 24, bottom: 20, left: 8 }} accessibilityLayer={false}>
            <CartesianGrid stroke="var(--grid)" />
            <XAxis
              type="number"
              dataKey="margin"
              scale="log"
              domain={domain}
              ticks={ticksIn(domain)}
              allowDataOverflow
              stroke="var(--muted)"
              tick={{ fontSize: 11 }}
              tickFormatter={numberText}
              label={{
                value: words.marginAxis,
                position: 'insideBottom',
                offset: -10,
                fill: 'var(--muted)',
                fontSize: 12,
              }}
            />
            <YAxis
              type="category"
              dataKey="id"
              allowDuplicatedCategory={false}
              reversed
              width={190}
              stroke="var(--muted)"
              tick={{ fontSize: 11 }}
              interval={0}
            />
            <ReferenceLine
              x={1}
              stroke="var(--text)"
              strokeDasharray="3 3"
              label={{ value: words.goalLine, position: 'top', fill: 'var(--muted)', fontSize: 11 }}
            />
            <Scatter data={[...margins]} fill="var(--accent)" isAnimationActive={false}>
              <ErrorBar dataKey="error" direction="x" width={5} stroke="var(--accent)" />
            </Scatter>
            {before.length > 0 && (
              <Scatter
                data={[...before]}
                fill="none"
                stroke="var(--muted)"
                strokeWidth={2}
                isAnimationActive={false}
              />
            )}
          </ScatterChart>
        </ResponsiveContainer>
      </div>
      {before.length > 0 && (
        <figcaption className="muted small">{`● ${words.now}, ○ ${words.earlier}`}</figcaption>
      )}
    </figure>
  );
}

/** 1, 2 and 5 of every decade; 1 and 10 where that would be too many. */
function ticksIn([low, high]: readonly [number, number]): number[] {
  const steps = high / low > 300 ? [1] : [1, 2, 5];
  const ticks: number[] = [];
  for (let decade = -4; decade <= 4; decade++)
    for (const step of steps) ticks.push(Number((step * 10 ** decade).toPrecision(1)));
  return ticks.filter((tick) => tick >= low && tick <= high);
}
