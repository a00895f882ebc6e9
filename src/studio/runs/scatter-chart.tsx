import {
  CartesianGrid,
  ResponsiveContainer,
  Scatter,
  ScatterChart as Chart,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { RunRecord } from '../../library/store/records';
import { formatPercent, plainNumber } from '../format/si';
import { Choice } from '../parts/choice';
import { Toggle } from '../parts/toggle';
import { runsWords } from '../words/runs';
import { settingName } from '../words/settings';
import { useChart } from './chart-store';
import { settingsOfRun } from './columns';
import { goToRun, useRunList } from './list-store';
import { useRunHue } from './run-palette';
import { runTitle, useRuns } from './runs-store';
import type { SettingsComparison } from './settings';
import { listedRuns } from './shown';

/** The library is slow above that. */
const MOST = 500;

interface Point {
  readonly id: string;
  readonly title: string;
  readonly x: number;
  readonly y: number;
  readonly fill: string;
}

/** Final test accuracy against any setting that is a number and differs; every shown run is a point. */
export function ScatterChart({ comparison }: { readonly comparison: SettingsComparison }) {
  const { filter, sort, selected } = useRunList();
  const all = useRuns(({ runs }) => runs);
  const { setting, isLogX } = useChart();
  const hue = useRunHue();
  const shown = listedRuns(all, filter, sort);
  const runs = selected.size > 1 ? shown.filter(({ id }) => selected.has(id)) : shown;
  const paths = comparison.differing.filter((path) =>
    runs.some((run) => typeof valueOf(run, path) === 'number'),
  );
  const path = setting !== undefined && paths.includes(setting) ? setting : paths[0];
  if (path === undefined) return <p className="muted runs-none">{runsWords.scatterNone}</p>;
  const points = runs.flatMap((run): Point[] => {
    const x = valueOf(run, path);
    const y = run.figures.testAccuracy;
    if (typeof x !== 'number' || y === undefined || (isLogX && x <= 0)) return [];
    return [{ id: run.id, title: runTitle(run), x, y, fill: hue(run.colour) }];
  });
  const { name, unit } = settingName(path);
  const label = unit === undefined ? name : `${name} (${unit})`;
  return (
    <figure className="curve-overlay scatter">
      <div className="runs-chart-bar">
        <Choice
          label={runsWords.scatterX}
          hideLabel
          value={path}
          options={paths.map((each) => ({ id: each, name: settingName(each).name }))}
          onChange={(id) => useChart.setState({ setting: id })}
        />
        <Toggle
          label={runsWords.logX}
          isOn={isLogX}
          onChange={(isOn) => useChart.setState({ isLogX: isOn })}
        />
        {points.length > MOST && <span className="muted small">{runsWords.scatterMany(MOST)}</span>}
      </div>
      <div className="overlay-frame" role="img" aria-label={runsWords.chart(runsWords.scatterY, label)}>
        <ResponsiveContainer width="100%" height="100%">
          <Chart margin={{ top: 12, right: 24, bottom: 20, left: 8 }} accessibilityLayer={false}>
            <CartesianGrid stroke="var(--grid)" />
            <XAxis
              type="number"
              dataKey="x"
              scale={isLogX ? 'log' : 'linear'}
              domain={isLogX ? ['dataMin', 'dataMax'] : ['auto', 'auto']}
              padding={{ left: 16, right: 16 }}
              stroke="var(--muted)"
              tick={{ fontSize: 11 }}
              tickFormatter={plainNumber}
              label={{
                value: label,
                position: 'insideBottom',
                offset: -10,
                fill: 'var(--muted)',
                fontSize: 12,
              }}
            />
            <YAxis
              type="number"
              dataKey="y"
              domain={[(low: number) => Math.floor(20 * low) / 20, 1]}
              stroke="var(--muted)"
              tick={{ fontSize: 11 }}
              width={52}
              tickFormatter={(value: number) => formatPercent(value, 0)}
            />
            <Tooltip cursor={false} isAnimationActive={false} content={<PointFacts label={label} />} />
            <Scatter
              data={points.slice(0, MOST)}
              isAnimationActive={false}
              onClick={({ payload }: { payload?: unknown }) => isPoint(payload) && goToRun(payload.id)}
            />
          </Chart>
        </ResponsiveContainer>
      </div>
      <ScatterTable points={points.slice(0, MOST)} label={label} />
    </figure>
  );
}

function valueOf(run: RunRecord, path: string): unknown {
  return settingsOfRun(run).get(path);
}

function isPoint(value: unknown): value is Point {
  return typeof value === 'object' && value !== null && 'id' in value && 'title' in value;
}

function PointFacts(props: { readonly label: string; readonly payload?: readonly { payload?: unknown }[] }) {
  const point = props.payload?.[0]?.payload;
  if (!isPoint(point)) return null;
  return (
    <div className="reading small">
      <div>{point.title}</div>
      <div className="tabular">{`${props.label} ${plainNumber(point.x)}`}</div>
      <div className="tabular">{`${formatPercent(point.y)} ${runsWords.measured}`}</div>
    </div>
  );
}

function ScatterTable({ points, label }: { readonly points: readonly Point[]; readonly label: string }) {
  return (
    <div className="visually-hidden">
      <table>
        <caption>{runsWords.chart(runsWords.scatterY, label)}</caption>
        <tbody>
          {points.map(({ id, title, x, y }) => (
            <tr key={id}>
              <th scope="row">{title}</th>
              <td>{plainNumber(x)}</td>
              <td>{formatPercent(y)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
