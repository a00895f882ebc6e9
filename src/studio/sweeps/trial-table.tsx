import { memo } from 'react';
import type { StoredSweep } from '../../library/store/sweep-record';
import { formatPercent, significant, UNKNOWN } from '../format/si';
import { sweepsWords } from '../words/sweeps';
import type { Judge } from '../../library/sweeps/judge';
import { valueText } from './results';
import { settingWords } from './sweepable';
import { useSweeps } from './sweeps-store';
import type { TrialRow } from './trial-rows';

const { table: words } = sweepsWords;

/** Every trial with its values and what it reached; the chosen one is what commands are about. */
export function TrialTable(props: {
  readonly sweep: StoredSweep;
  readonly rows: readonly TrialRow[];
  readonly best: number | undefined;
  readonly judge: Judge;
}) {
  const { sweep, rows, best, judge } = props;
  const at = useSweeps((state) => state.trial);
  const isDies = sweep.work.kind === 'dies';
  const axes = isDies ? [] : sweep.axes;
  return (
    <div className="sweep-table" role="region" aria-label={words.title} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{isDies ? words.die : words.trial}</th>
            {axes.map(({ path }) => {
              const { name, unit } = settingWords(path);
              return (
                <th key={path} scope="col">
                  {unit === undefined ? name : `${name} (${unit})`}
                </th>
              );
            })}
            <th scope="col">{words.accuracy}</th>
            {!isDies && <th scope="col">{judge === 'trainLoss' ? words.trainLoss : words.trainAccuracy}</th>}
            <th scope="col" className="is-text">
              {words.state}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={row.index}
              row={row}
              axes={axes}
              judge={isDies ? undefined : judge}
              isBest={row.index === best}
              isAt={row.index === at}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly row: TrialRow;
  readonly axes: StoredSweep['axes'];
  readonly judge: Judge | undefined;
  readonly isBest: boolean;
  readonly isAt: boolean;
}

const Row = memo(
  function Row({ row, axes, judge, isBest, isAt }: RowProps) {
    const isDie = judge === undefined;
    const title = isDie ? sweepsWords.dieTitle(Number(row.values[0])) : sweepsWords.trialTitle(row.index);
    const choose = (): void => useSweeps.setState({ trial: row.index });
    return (
      <tr data-at={isAt || undefined} onClick={choose}>
        <th scope="row">
          <button
            type="button"
            aria-pressed={isAt}
            aria-label={sweepsWords.selectTrial(title)}
            onClick={choose}
          >
            {isDie ? row.values[0] : row.index + 1}
          </button>
          {isBest && <span className="sweep-badge">{sweepsWords.best}</span>}
        </th>
        {axes.map(({ path }, axis) => (
          <td key={path}>{valueText(path, row.values[axis])}</td>
        ))}
        <td>{formatPercent(row.accuracy)}</td>
        {judge !== undefined && <td>{judgedText(row, judge)}</td>}
        <td className="is-text" data-state={row.state}>
          {stateText(row)}
        </td>
      </tr>
    );
  },
  (before, after) =>
    before.isBest === after.isBest &&
    before.isAt === after.isAt &&
    before.axes === after.axes &&
    before.row.state === after.row.state &&
    before.row.done === after.row.done &&
    before.row.accuracy === after.row.accuracy &&
    before.row.fault === after.row.fault,
);

function judgedText(row: TrialRow, judge: Judge): string {
  const value = row[judge];
  if (value === undefined) return UNKNOWN;
  return judge === 'trainLoss' ? significant(value) : formatPercent(value);
}

function stateText({ state, done, fault }: TrialRow): string {
  const text = sweepsWords.trialStates[state];
  if (fault !== undefined) return `${text}: ${fault.message}`;
  return (state === 'running' || state === 'paused') && done > 0 ? `${text} ${formatPercent(done, 0)}` : text;
}
