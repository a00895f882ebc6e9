import type { CSSProperties } from 'react';
import type { StoredSweep } from '../../library/store/sweep-record';
import { UNKNOWN } from '../format/si';
import { sweepsWords } from '../words/sweeps';
import { heatOf, valueText } from './results';
import { settingWords } from './sweepable';
import type { TrialRow } from './trial-rows';

/** The strongest tint that text still reads on, per cent. */
const STRONGEST = 55;

/** Mean accuracy by two settings: a table whose cells are tinted by their numbers. */
export function HeatTable(props: {
  readonly sweep: StoredSweep;
  readonly rows: readonly TrialRow[];
  readonly across: number;
  readonly down: number;
}) {
  const { sweep, rows, across, down } = props;
  const [x, y] = [sweep.axes[across], sweep.axes[down]];
  if (x === undefined || y === undefined) return null;
  const heat = heatOf(sweep, [across, down], rows);
  const known = heat.flat().filter((mean) => mean !== undefined);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const tint = (mean: number): number =>
    high > low ? (STRONGEST * (mean - low)) / (high - low) : STRONGEST / 2;
  const [xName, yName] = [settingWords(x.path).name, settingWords(y.path).name];
  return (
    <div className="sweep-heat" tabIndex={0} role="region" aria-label={sweepsWords.charts.heat(xName, yName)}>
      <table className="tabular">
        <caption className="visually-hidden">{sweepsWords.charts.heat(xName, yName)}</caption>
        <thead>
          <tr>
            <td className="muted small">{`${yName} ↓  ${xName} →`}</td>
            {x.values.map((value) => (
              <th key={String(value)} scope="col">
                {valueText(x.path, value)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {y.values.map((value, row) => (
            <tr key={String(value)}>
              <th scope="row">{valueText(y.path, value)}</th>
              {x.values.map((across, column) => {
                const mean = heat[row]?.[column];
                return (
                  <td
                    key={String(across)}
                    className={mean === undefined ? 'muted' : 'sweep-heat-cell'}
                    style={mean === undefined ? undefined : ({ '--tint': `${tint(mean)}%` } as CSSProperties)}
                  >
                    {mean === undefined ? UNKNOWN : (100 * mean).toFixed(1)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
