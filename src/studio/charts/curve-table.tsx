import { useSyncExternalStore } from 'react';
import type { NumberLog } from '../../lib/number-log';
import { formatCount, significant } from '../format/si';
import { trainingLog } from '../state/training-log';

/** Steps the table names, evenly spread and always with the last: enough to hear the curve's course. */
const ROWS = 9;
/** Enough figures to tell two runs apart by their curves. */
const FIGURES = 6;

/** The same curve in numbers, for those who do not see the drawing. */
export function CurveTable({ label, log }: { readonly label: string; readonly log: NumberLog }) {
  useSyncExternalStore(trainingLog.subscribe, () => trainingLog.version);
  const rows = spread(log.length, ROWS);
  if (rows.length === 0) return null;
  return (
    <div className="visually-hidden">
      <table>
        <caption>{`${label}, in numbers`}</caption>
        <thead>
          <tr>
            <th scope="col">Step</th>
            <th scope="col">Value</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((index) => (
            <tr key={index}>
              <th scope="row">{formatCount(trainingLog.firstStep + index + 1)}</th>
              <td>{significant(log.at(index) ?? Number.NaN, FIGURES)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Up to `rows` indices below `length`, evenly spread from the first to the last. */
export function spread(length: number, rows: number): readonly number[] {
  const count = Math.min(length, rows);
  if (count < 2) return count === 1 ? [0] : [];
  return Array.from({ length: count }, (_, row) => Math.round((row * (length - 1)) / (count - 1)));
}
