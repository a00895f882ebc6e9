import { useState } from 'react';
import { formatCount, formatPercent } from '../format/si';
import { Segmented } from '../parts/segmented';
import { evaluateTrain } from '../state/run-control';
import { useRun } from '../state/run-store';
import '../styles/charts-live.css';
import { chartWords } from '../words/charts';
import { precisionOf, recallOf } from './recall';
import { showWorstOf } from './worst-store';

const words = chartWords.confusion;
const SPLITS = (['test', 'train'] as const).map((id) => ({ id, name: words.splits[id] }));

/** True classes against answers, with the counts in the cells, and how well each class is told from the others. */
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
        <Segmented label={words.split} value={split} options={SPLITS} onChange={choose} />
        {report && (
          <p className="muted small tabular">
            {words.right(
              formatPercent(report.evaluation.accuracy),
              formatCount(report.evaluation.samples),
              formatCount(report.step),
            )}
          </p>
        )}
      </div>
      {report === undefined || names.length === 0 ? (
        <p className="muted">{words.empty}</p>
      ) : (
        <div className="matrix-scroll" tabIndex={0} role="group" aria-label={words.caption}>
          <Matrix names={names} confusion={report.evaluation.confusion} showsWorst={split === 'test'} />
          <Scores names={names} confusion={report.evaluation.confusion} />
        </div>
      )}
    </div>
  );
}

interface Counts {
  readonly names: readonly string[];
  readonly confusion: Uint32Array;
}

/** A cell is a short way to its worst samples; their tab has the same choice for the keyboard. */
function Matrix({ names, confusion, showsWorst }: Counts & { readonly showsWorst: boolean }) {
  const classes = names.length;
  const rowTotal = (row: number): number =>
    confusion.subarray(row * classes, (row + 1) * classes).reduce((a, b) => a + b, 0);
  return (
    <table className="matrix tabular">
      <caption className="visually-hidden">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{words.trueClass}</span>
          </th>
          {names.map((name) => (
            <th key={name} scope="col" title={name}>
              {name.slice(0, 4)}
            </th>
          ))}
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
                const leads = showsWorst && count > 0;
                const title = leads ? words.showCell : words.cell;
                return (
                  <td
                    key={answer}
                    className={`cell${share > 0.5 ? ' is-strong' : ''}${count === 0 ? ' is-zero' : ''}${leads ? ' leads-on' : ''}`}
                    style={{ '--share': tintOf(share) }}
                    title={title(name, answer, formatCount(count))}
                    onClick={leads ? () => showWorstOf(row, column) : undefined}
                  >
                    {count}
                  </td>
                );
              })}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Recall and precision of every class, beside its row of the matrix. */
function Scores({ names, confusion }: Counts) {
  return (
    <table className="scores tabular">
      <caption className="visually-hidden">{words.scores}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{words.class}</span>
          </th>
          <th scope="col" title={words.recallHint}>
            {words.recall}
          </th>
          <th scope="col" title={words.precisionHint}>
            {words.precision}
          </th>
        </tr>
      </thead>
      <tbody>
        {names.map((name, index) => (
          <tr key={name}>
            <th scope="row">
              <span className="visually-hidden">{name}</span>
            </th>
            <Score value={recallOf(confusion, names.length, index)} />
            <Score value={precisionOf(confusion, names.length, index)} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Score({ value }: { readonly value: number | undefined }) {
  return (
    <td>
      <span className="score">
        <span className="score-track" aria-hidden>
          <span className="score-bar" style={{ width: `${100 * (value ?? 0)}%` }} />
        </span>
        {formatPercent(value)}
      </span>
    </td>
  );
}

/**
 * How much of the accent a cell's colour has: the square root of its share below half, nearly all above.
 * Between them neither dark nor light digits would be readable.
 */
function tintOf(share: number): number {
  return share > 0.5 ? 0.88 + 0.24 * (share - 0.5) : 0.55 * Math.sqrt(2 * share);
}
