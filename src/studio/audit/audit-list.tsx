import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useIsPhone } from '../parts/use-is-phone';
import { auditWords } from '../words/audit';
import type { AuditLine } from './audit-view';

const ROW = 30;
const PHONE_ROW = 64;

/** Entries as a table; only what is in sight is in the page. */
export function AuditList({ lines }: { readonly lines: readonly AuditLine[] }) {
  const isPhone = useIsPhone();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (isPhone ? PHONE_ROW : ROW),
    overscan: 10,
    getItemKey: (index) => lines[index]?.entry ?? index,
  });
  const { columns } = auditWords;
  return (
    <div
      ref={scroller}
      className="audit-scroll"
      role="table"
      aria-label={auditWords.list}
      aria-rowcount={lines.length + 1}
      tabIndex={0}
    >
      <div role="rowgroup" className="audit-head">
        <div role="row" aria-rowindex={1} className="audit-row">
          {Object.entries(columns).map(([id, name]) => (
            <span key={id} role="columnheader" data-column={id}>
              {name}
            </span>
          ))}
        </div>
      </div>
      <div role="rowgroup" className="audit-body" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const line = lines[item.index];
          if (line === undefined) return null;
          return (
            <div
              key={item.key}
              role="row"
              aria-rowindex={item.index + 2}
              className="audit-row"
              style={{ transform: `translateY(${item.start}px)`, height: item.size }}
            >
              <span role="cell" data-column="at" className="tabular">
                {timeOf(line.at)}
              </span>
              <span role="cell" data-column="by" title={line.by}>
                {line.by}
              </span>
              <span role="cell" data-column="action">
                {line.action}
              </span>
              <span role="cell" data-column="thing" title={line.thing}>
                {line.thing}
              </span>
              <span role="cell" data-column="policy" className="muted">
                {line.policy}
              </span>
              <span role="cell" data-column="detail" title={line.detail}>
                {line.detail}
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
}

function timeOf(at: number): string {
  return new Date(at).toLocaleString('en-GB', {
    day: '2-digit',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
}
