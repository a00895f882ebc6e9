import { useSyncExternalStore } from 'react';
import { UNKNOWN, formatCount, significant } from '../format/si';
import { useChartView } from '../state/chart-view';
import { trainingLog } from '../state/training-log';
import { chartWords as words } from '../words/charts';
import { subscribeCalmly } from './calm-log';
import type { ChartDefinition } from './definitions';
import { presentAxis } from './definitions';
import { describeEdit } from './describe-edit';

/** Rows of the table that stands in for the curve, and of the one that only says its course. */
const MANY_ROWS = 101;
const FEW_ROWS = 9;
/** Enough figures to tell two runs apart by their curves. */
const FIGURES = 6;

/** The same curve in numbers, evenly spread and always with the last: for all to read, or beside the drawing unseen. */
export function CurveTable({ definition }: { readonly definition: ChartDefinition }) {
  useSyncExternalStore(subscribeCalmly, () => trainingLog.version);
  const isTable = useChartView((state) => state.isTable);
  const { log, stepOf, scale = 1 } = definition.source();
  const axis = presentAxis();
  const rows = spread(log.length, isTable ? MANY_ROWS : FEW_ROWS);
  const overSteps = axis.kind === 'step';
  const caption = words.inNumbers(definition.label);
  if (rows.length === 0) return isTable ? <p className="muted">{words.empty}</p> : null;
  return (
    <div
      className={isTable ? 'curve-table' : 'visually-hidden'}
      {...(isTable ? { tabIndex: 0, role: 'group', 'aria-label': caption } : {})}
    >
      <table className="table tabular">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.step}</th>
            {!overSteps && <th scope="col">{words.axes[axis.kind].label}</th>}
            <th scope="col">{words.columns.value}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((entry, row) => {
            const step = stepOf(entry);
            const position = axis.position(step);
            return (
              // The row stays and its numbers change: no part of the page is taken out and put back.
              <tr key={row}>
                <th scope="row">{formatCount(step)}</th>
                {!overSteps && <td>{Number.isFinite(position) ? axis.format(position) : UNKNOWN}</td>}
                <td>{significant(scale * (log.at(entry) ?? Number.NaN), FIGURES)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** What was changed on the way; the charts have a dashed line at each. */
export function ChangesTable() {
  useSyncExternalStore(trainingLog.subscribe, () => trainingLog.edits);
  const isTable = useChartView((state) => state.isTable);
  const { edits } = trainingLog;
  if (edits.length === 0) return null;
  return (
    <div className={isTable ? 'changes-table' : 'visually-hidden'}>
      <table className="table tabular">
        <caption className={isTable ? 'small muted' : ''}>{words.changesTable}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.step}</th>
            <th scope="col">{words.columns.change}</th>
          </tr>
        </thead>
        <tbody>
          {edits.map((edit) => (
            <tr key={edit.step}>
              <th scope="row">{formatCount(edit.step)}</th>
              <td>{describeEdit(edit)}</td>
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
