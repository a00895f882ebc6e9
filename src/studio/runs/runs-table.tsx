import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { CSSProperties } from 'react';
import { useEffect, useMemo, useRef } from 'react';
import type { RunRecord } from '../../library/store/records';
import { useIsPhone } from '../parts/use-is-phone';
import { runsWords } from '../words/runs';
import type { Column } from './columns';
import {
  BACKEND_COLUMN,
  CREATED_COLUMN,
  FIGURE_COLUMNS,
  NAME_COLUMN,
  settingColumn,
  STATE_COLUMN,
} from './columns';
import { CommonSettings } from './common-settings';
import { groupedRows } from './list-rows';
import { selectRuns, sortRuns, useRunList } from './list-store';
import { onListKey } from './list-keys';
import { GroupRow, RunRow } from './run-row';
import { runOf } from './runs-store';
import type { SettingsComparison } from './settings';

const ROW = 30;
const PHONE_ROW = 54;
const HEAD = 30;
const DELTA = 52;

/** The columns of the table: what it is, how well it did, and the settings that differ. */
export function tableColumns(comparison: SettingsComparison): readonly Column[] {
  return [
    ...FIGURE_COLUMNS.slice(0, 3),
    ...comparison.differing.map((path) => settingColumn(path, comparison.numeric.has(path))),
    ...FIGURE_COLUMNS.slice(3),
    STATE_COLUMN,
    CREATED_COLUMN,
    BACKEND_COLUMN,
  ];
}

/** All runs in one grid: only what is in sight is in the page. */
export function RunsTable(props: {
  readonly shown: readonly RunRecord[];
  readonly comparison: SettingsComparison;
}) {
  const { shown, comparison } = props;
  const { groupBy, folded, at, baseline } = useRunList();
  const isPhone = useIsPhone();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => groupedRows(shown, groupBy, folded), [shown, groupBy, folded]);
  const columns = useMemo(() => tableColumns(comparison), [comparison]);
  const compared = baseline === undefined ? undefined : runOf(baseline);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (isPhone ? PHONE_ROW : ROW),
    overscan: 8,
    scrollMargin: 0,
    getItemKey: (index) => {
      const row = rows[index];
      return row === undefined ? index : row.kind === 'run' ? row.run.id : `group:${row.key}`;
    },
  });
  const atIndex = rows.findIndex((row) => row.kind === 'run' && row.run.id === at);
  const scrolledTo = useRef<string>(undefined);
  useEffect(() => {
    // Only going to another run scrolls, not what trains meanwhile.
    if (scrolledTo.current === at) return;
    scrolledTo.current = at;
    if (atIndex >= 0) virtual.scrollToIndex(atIndex, { align: 'auto' });
  }, [at, atIndex, virtual]);
  const template = `24px ${isPhone ? '' : `${NAME_COLUMN.width}px `}${columns.map((column) => `${widthOf(column, compared !== undefined)}px`).join(' ')}`;
  const order = rows.flatMap((row) => (row.kind === 'run' ? [row.run.id] : []));
  return (
    <section className="runs-table" aria-label={runsWords.list}>
      <div
        ref={scroller}
        className="runs-grid"
        role="grid"
        aria-label={runsWords.table}
        aria-rowcount={rows.length + 1}
        aria-multiselectable
        tabIndex={0}
        aria-activedescendant={atIndex >= 0 ? `run-${at ?? ''}` : undefined}
        style={{ '--columns': template, '--row': `${isPhone ? PHONE_ROW : ROW}px` } as CSSProperties}
        onKeyDown={(event) => onListKey(event, order)}
      >
        {!isPhone && <TableHead columns={columns} shown={shown} />}
        <div
          className="runs-rows"
          role="rowgroup"
          style={{ height: virtual.getTotalSize(), minWidth: isPhone ? undefined : 'max-content' }}
        >
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            const place = { transform: `translateY(${item.start}px)` };
            const index = item.index + 2;
            return row.kind === 'group' ? (
              <GroupRow key={item.key} row={row} groupBy={groupBy} style={place} index={index} />
            ) : (
              <RunRow
                key={item.key}
                run={row.run}
                columns={columns}
                baseline={compared}
                isPhone={isPhone}
                order={order}
                style={place}
                index={index}
              />
            );
          })}
        </div>
        {rows.length === 0 && <p className="runs-none muted">{runsWords.noMatch}</p>}
      </div>
      <CommonSettings comparison={comparison} isMany={shown.length > 1} />
    </section>
  );
}

/** Beside a baseline, measured figures say their difference too. */
function widthOf({ width, origin }: Column, isCompared: boolean): number {
  return isCompared && origin === 'measured' ? width + DELTA : width;
}

function TableHead(props: { readonly columns: readonly Column[]; readonly shown: readonly RunRecord[] }) {
  const { sort, selected } = useRunList();
  const count = props.shown.filter(({ id }) => selected.has(id)).length;
  return (
    <div className="runs-head" role="rowgroup" style={{ height: HEAD }}>
      <div className="run-line" role="row" aria-rowindex={1}>
        <span role="columnheader" className="run-check">
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={runsWords.selectAll}
            checked={count > 0 && count === props.shown.length}
            ref={(box) => {
              if (box !== null) box.indeterminate = count > 0 && count < props.shown.length;
            }}
            onChange={() => selectRuns(count > 0 ? [] : props.shown.map(({ id }) => id))}
          />
        </span>
        {[NAME_COLUMN, ...props.columns].map((column) => (
          <span
            key={column.id}
            role="columnheader"
            className={column.isNumeric ? 'run-cell is-number' : 'run-cell'}
            aria-sort={sort.by === column.id ? (sort.isFalling ? 'descending' : 'ascending') : 'none'}
          >
            <button
              type="button"
              tabIndex={-1}
              className="run-sort"
              title={headTitle(column)}
              onClick={() => sortRuns(column.id, column.isFallingFirst)}
            >
              <span>
                {column.unit === undefined || column.isNumeric
                  ? column.name
                  : `${column.name} (${column.unit})`}
              </span>
              {sort.by === column.id &&
                (sort.isFalling ? <ArrowDown aria-hidden /> : <ArrowUp aria-hidden />)}
            </button>
          </span>
        ))}
      </div>
    </div>
  );
}

function headTitle({ name, origin }: Column): string {
  const sorted = runsWords.sortBy(name);
  return origin === undefined ? sorted : `${sorted} · ${runsWords.measured}`;
}
