import { useState } from 'react';
import { formatCount, formatPercent } from '../format/si';
import { Segmented } from '../parts/segmented';
import { evaluateTrain } from '../state/run-control';
import { useRun } from '../state/run-store';
import { recallOf } from './recall';

/** True classes against answers, with the counts in the cells. */
export function Confusion() {
  const [split, setSplit] = useState<'test' | 'train'>('test');
  const { test, train, info } = useRun();
  const report = split === 'test' ? test : train;
  const choose = (next: 'test' | 'train'): void => {
    setSplit(next);
    if (next === 'train') void evaluateTrain();
  };
  const names = info?.classNames ?? [];
  return (
    <div className="confusion">
      <div className="confusion-side">
        <Segmented
          label="Samples"
          value={split}
          options={[
            { id: 'test', name: 'Test' },
            { id: 'train', name: 'Training' },
          ]}
          onChange={choose}
        />
        {report && (
          <p className="muted small tabular">
            {formatPercent(report.evaluation.accuracy)} of {formatCount(report.evaluation.samples)} right,
            measured at step {formatCount(report.step)}. Rows are true classes, columns are answers.
          </p>
        )}
      </div>
      {report === undefined || names.length === 0 ? (
        <p className="muted">Counts of every true class and answer appear here after the first evaluation.</p>
      ) : (
        <Matrix names={names} confusion={report.evaluation.confusion} />
      )}
    </div>
  );
}

function Matrix({
  names,
  confusion,
}: {
  readonly names: readonly string[];
  readonly confusion: Uint32Array;
}) {
  const classes = names.length;
  const rowTotal = (row: number): number =>
    confusion.subarray(row * classes, (row + 1) * classes).reduce((a, b) => a + b, 0);
  return (
    <div className="matrix-scroll">
      <table className="matrix tabular">
        <caption className="visually-hidden">Confusion matrix</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">True class</span>
            </th>
            {names.map((name) => (
              <th key={name} scope="col" title={name}>
                {name.slice(0, 4)}
              </th>
            ))}
            <th scope="col">Recall</th>
          </tr>
        </thead>
        <tbody>
          {names.map((name, row) => {
            const total = rowTotal(row);
            return (
              <tr key={name}>
                <th scope="row" title={name}>
                  {name.slice(0, 10)}
                </th>
                {names.map((answer, column) => {
                  const count = confusion[row * classes + column] ?? 0;
                  const share = total > 0 ? count / total : 0;
                  return (
                    <td
                      key={answer}
                      className={`cell${share > 0.5 ? ' is-strong' : ''}${count === 0 ? ' is-zero' : ''}`}
                      style={{ '--share': tintOf(share) }}
                      title={`${name} answered ${answer}: ${formatCount(count)}`}
                    >
                      {count}
                    </td>
                  );
                })}
                <td className="recall">{formatPercent(recallOf(confusion, classes, row))}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/**
 * How much of the accent a cell's colour has: the square root of its share below half, nearly all above.
 * Between them neither dark nor light digits would be readable.
 */
function tintOf(share: number): number {
  return share > 0.5 ? 0.88 + 0.24 * (share - 0.5) : 0.55 * Math.sqrt(2 * share);
}
