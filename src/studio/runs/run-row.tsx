import { ChevronDown, ChevronRight, Pin } from 'lucide-react';
import type { CSSProperties } from 'react';
import { memo } from 'react';
import type { RunRecord } from '../../library/store/records';
import { formatPercent, UNKNOWN } from '../format/si';
import { runsWords } from '../words/runs';
import { annotate } from './act';
import type { Column } from './columns';
import { formatMoment, stateText } from './columns';
import { deltaText } from './delta';
import type { ListRow } from './list-rows';
import { meanAndSpread } from './list-rows';
import type { GroupBy } from './list-store';
import { foldGroup, goToRun, selectTo, toggleSelected, useRunList } from './list-store';
import { sweepTitle } from '../sweeps/sweeps-store';
import { RunName } from './run-name';
import { useRunHue } from './run-palette';
import { runTitle } from './runs-store';

interface RowProps {
  readonly run: RunRecord;
  readonly columns: readonly Column[];
  readonly baseline: RunRecord | undefined;
  readonly isPhone: boolean;
  readonly order: readonly string[];
  readonly style: CSSProperties;
  readonly index: number;
}

/** One run: hue, name and figures. */
export const RunRow = memo(function RunRow(props: RowProps) {
  const { run, columns, baseline, isPhone, order } = props;
  const isSelected = useRunList((state) => state.selected.has(run.id));
  const isAt = useRunList((state) => state.at === run.id);
  const hue = useRunHue();
  const title = runTitle(run);
  const style = { ...props.style, '--hue': hue(run.colour) } as CSSProperties;
  return (
    <div
      id={`run-${run.id}`}
      className="run-line run-row"
      role="row"
      aria-rowindex={props.index}
      aria-selected={isSelected}
      data-at={isAt || undefined}
      data-pinned={run.pinned || undefined}
      style={style}
      onClick={(event) => {
        if (event.shiftKey) selectTo(run.id, order);
        else if (event.metaKey || event.ctrlKey) toggleSelected(run.id);
        else {
          goToRun(run.id);
          if (isPhone) useRunList.setState({ tab: 'details' });
        }
      }}
      onDoubleClick={() => useRunList.setState({ renaming: run.id })}
    >
      <span role="gridcell" className="run-check" onClick={(event) => event.stopPropagation()}>
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={runsWords.select(title)}
          checked={isSelected}
          onChange={(event) => {
            if (event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)
              selectTo(run.id, order);
            else toggleSelected(run.id);
          }}
        />
      </span>
      <span role="gridcell" className="run-cell run-title">
        <span className="run-dot" data-state={run.state} aria-hidden />
        <RunName run={run} />
        {run.tags.map((tag) => (
          <span key={tag} className="run-tag">
            {tag}
          </span>
        ))}
        <button
          type="button"
          tabIndex={-1}
          className="run-pin"
          aria-label={run.pinned ? runsWords.unpin(title) : runsWords.pin(title)}
          aria-pressed={run.pinned}
          onClick={(event) => {
            event.stopPropagation();
            void annotate([run.id], ({ pinned }) => ({ pinned: !pinned }));
          }}
        >
          <Pin aria-hidden />
        </button>
      </span>
      {isPhone ? (
        <PhoneCells run={run} columns={columns} />
      ) : (
        columns.map((column) => (
          <span
            key={column.id}
            role="gridcell"
            className={column.isNumeric ? 'run-cell is-number tabular' : 'run-cell'}
            data-state={column.id === 'state' ? run.state : undefined}
          >
            {column.text(run)}
            <Delta run={run} baseline={baseline} column={column} />
          </span>
        ))
      )}
    </div>
  );
});

/** What matters most, in two lines. */
function PhoneCells({ run, columns }: { readonly run: RunRecord; readonly columns: readonly Column[] }) {
  const settings = columns.filter(({ id }) => id.startsWith('setting:')).slice(0, 3);
  const said = settings.map((column) => `${column.name} ${column.text(run)}`).join(' · ');
  return (
    <>
      <span role="gridcell" className="run-cell is-number tabular">
        {formatPercent(run.figures.testAccuracy)}
      </span>
      <span role="gridcell" className="run-cell run-said muted small">
        {said === '' ? `${stateText(run)} · ${formatMoment(run.createdAt)}` : said}
      </span>
    </>
  );
}

function Delta(props: {
  readonly run: RunRecord;
  readonly baseline: RunRecord | undefined;
  readonly column: Column;
}) {
  const { run, baseline, column } = props;
  if (baseline === undefined || column.origin !== 'measured') return null;
  if (baseline.id === run.id)
    return column.id === 'testAccuracy' ? (
      <small className="run-delta muted">{runsWords.baseline}</small>
    ) : null;
  const delta = deltaText(column, run, baseline);
  if (delta === undefined) return null;
  return (
    <small className="run-delta" data-verdict={delta.verdict}>
      {delta.text}
    </small>
  );
}

/** Head of a group: what it is, how many, and how they did. */
export function GroupRow(props: {
  readonly row: Extract<ListRow, { kind: 'group' }>;
  readonly groupBy: GroupBy;
  readonly style: CSSProperties;
  readonly index: number;
}) {
  const { row, groupBy } = props;
  const title = groupTitle(row, groupBy);
  const accuracy = meanAndSpread(row.runs.map(({ figures }) => figures.testAccuracy));
  return (
    <div className="run-line run-group" role="row" aria-rowindex={props.index} style={props.style}>
      <span role="gridcell" className="run-group-cell">
        <button
          type="button"
          tabIndex={-1}
          className="run-fold"
          aria-expanded={!row.isFolded}
          aria-label={row.isFolded ? runsWords.unfold(title) : runsWords.fold(title)}
          onClick={() => foldGroup(row.key)}
        >
          {row.isFolded ? <ChevronRight aria-hidden /> : <ChevronDown aria-hidden />}
          <strong>{title}</strong>
          <span className="muted">{runsWords.groupCount(row.runs.length)}</span>
        </button>
        <span className="tabular">
          {accuracy === undefined
            ? UNKNOWN
            : `${formatPercent(accuracy.mean)}${accuracy.spread === undefined ? '' : ` ± ${(100 * accuracy.spread).toFixed(1)}`}`}
        </span>
      </span>
    </div>
  );
}

function groupTitle(row: Extract<ListRow, { kind: 'group' }>, groupBy: GroupBy): string {
  if (groupBy === 'sweep')
    return row.key === ''
      ? runsWords.groupTitle.alone
      : (sweepTitle(row.key) ?? runsWords.groupTitle.sweep(row.key.slice(0, 6)));
  if (groupBy === 'dataset') return row.key;
  const [first] = row.runs;
  return first === undefined ? row.key : runTitle(first);
}
