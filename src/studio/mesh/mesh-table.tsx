import { X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useEffect, useMemo, useRef } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { mziCount } from '../../photonics/mesh';
import { formatAngle, formatCount } from '../format/si';
import { CommandIcon } from '../parts/button';
import { chip } from '../state/chip';
import { useChipVersion } from '../state/use-chip';
import { selectMzi, useView } from '../state/view';
import { meshWords } from '../words/mesh';
import type { ChipLayout } from './layout';
import { pairText, splitText } from './reading-text';
import { mziFacts } from './mzi-facts';
import type { MziRef } from './places';
import '../styles/mesh-table.css';

const words = meshWords.table;
const ROW = 26;

/** Every interferometer as a row of numbers; the chosen row is the chosen interferometer. */
export function MeshTable() {
  useChipVersion();
  const { layout, plan } = chip;
  const selected = useView((state) => state.selected);
  const frame = useRef<HTMLDivElement>(null);
  const starts = useMemo(() => (layout ? startsOf(layout) : []), [layout]);
  const count = starts.at(-1)?.end ?? 0;
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW,
    overscan: 12,
  });
  const chosen = selected === undefined ? -1 : rowOf(starts, selected);
  useEffect(() => {
    if (chosen >= 0) virtual.scrollToIndex(chosen);
  }, [chosen, virtual]);
  useEffect(() => frame.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: 12,
      PageUp: -12,
      Home: -count,
      End: count,
    };
    const step = steps[event.key];
    if (step === undefined || count === 0) return;
    event.preventDefault();
    selectMzi(refOf(starts, Math.min(count - 1, Math.max(0, chosen + step))));
  };
  return (
    <section className="mesh-table" aria-label={words.region}>
      <header className="mesh-table-head">
        <h2>{words.title}</h2>
        <span className="muted tabular">{words.count(formatCount(count))}</span>
        <CommandIcon id="meshTable" icon={<X />} />
      </header>
      <div
        ref={frame}
        className="mesh-table-frame tabular"
        role="table"
        aria-label={words.title}
        aria-rowcount={count + 1}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <div className="mesh-row mesh-row-head" role="row" aria-rowindex={1}>
          {Object.values(words.columns).map((name) => (
            <span key={name} role="columnheader">
              {name}
            </span>
          ))}
        </div>
        <div role="rowgroup" className="mesh-rows" style={{ height: virtual.getTotalSize() }}>
          {plan &&
            layout &&
            virtual.getVirtualItems().map(({ index, start }) => {
              const ref = refOf(starts, index);
              const facts = ref && mziFacts(plan, layout, chip.parameters, chip.met, chip.light(), ref);
              if (facts === undefined) return null;
              const isFixed = facts.kind === 'coupler';
              return (
                <div
                  key={index}
                  className="mesh-row"
                  role="row"
                  aria-rowindex={index + 2}
                  aria-selected={index === chosen}
                  style={{ transform: `translateY(${start}px)` }}
                  onClick={() => selectMzi(ref)}
                >
                  <span role="rowheader">{facts.name}</span>
                  <span role="cell">{isFixed ? words.coupler : formatAngle(facts.theta)}</span>
                  <span role="cell">{isFixed ? words.coupler : formatAngle(facts.phi)}</span>
                  <span role="cell">{splitText(facts.bar)}</span>
                  <span role="cell">{facts.before && pairText(facts.before)}</span>
                  <span role="cell">{facts.after && pairText(facts.after)}</span>
                </div>
              );
            })}
        </div>
      </div>
    </section>
  );
}

/** Rows of one mesh: from `start` up to before `end`. */
interface MeshRows {
  readonly section: number;
  readonly start: number;
  readonly end: number;
}

function startsOf({ sections }: ChipLayout): readonly MeshRows[] {
  let start = 0;
  return sections.flatMap((section, index) => {
    if (section.kind !== 'mesh') return [];
    const rows = { section: index, start, end: start + mziCount(section.mesh.topology) };
    start = rows.end;
    return [rows];
  });
}

function refOf(starts: readonly MeshRows[], row: number): MziRef | undefined {
  const mesh = starts.find(({ end }) => row < end);
  return mesh && { section: mesh.section, index: row - mesh.start };
}

function rowOf(starts: readonly MeshRows[], { section, index }: MziRef): number {
  const mesh = starts.find((each) => each.section === section);
  return mesh === undefined ? -1 : mesh.start + index;
}
