import { useVirtualizer } from '@tanstack/react-virtual';
import type { KeyboardEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { runCommand } from '../commands/registry';
import { Button } from '../parts/button';
import { modelsWords as words } from '../words/models';
import { DeletedModels } from './deleted-models';
import { goToModel, useModelList } from './list-store';
import { ModelRow } from './model-row';
import type { Listing } from './shown';

const ROW = 74;
/** Rows that Page up and Page down pass over. */
const PAGE = 6;

const MOVES: Readonly<Record<string, (here: number, count: number) => number>> = {
  ArrowDown: (here) => here + 1,
  ArrowUp: (here) => here - 1,
  PageDown: (here) => here + PAGE,
  PageUp: (here) => here - PAGE,
  Home: () => 0,
  End: (_, count) => count - 1,
};
const COMMANDS = {
  Enter: 'openModel',
  F2: 'renameModel',
  Delete: 'deleteModel',
  Backspace: 'deleteModel',
} as const;

/** All models that are shown; only those in sight are in the page. */
export function ModelList(props: { readonly listing: Listing; readonly chosen: string | undefined }) {
  const { shown, deleted, hidden } = props.listing;
  const scroller = useRef<HTMLDivElement>(null);
  const [now] = useState(() => Date.now());
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 6,
    getItemKey: (index) => shown[index]?.id ?? index,
  });
  const at = shown.findIndex(({ id }) => id === props.chosen);
  const scrolledTo = useRef<string>(undefined);
  useEffect(() => {
    // Only going to another model scrolls, not what becomes of it.
    if (scrolledTo.current === props.chosen) return;
    scrolledTo.current = props.chosen;
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
  }, [at, props.chosen, virtual]);
  const pressed = (event: KeyboardEvent): void => {
    const move = MOVES[event.key];
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    if (move !== undefined) {
      const to = shown[Math.min(shown.length - 1, Math.max(0, move(at, shown.length)))];
      if (to !== undefined) goToModel(to.id);
    } else if (event.key in COMMANDS) runCommand(COMMANDS[event.key as keyof typeof COMMANDS]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section className="models-list" aria-label={words.title}>
      {shown.length === 0 ? (
        <div className="models-none">
          <p className="muted">{words.noMatch}</p>
          <Button onPress={() => useModelList.setState({ text: '', tag: undefined })}>{words.showAll}</Button>
        </div>
      ) : (
        <div
          ref={scroller}
          className="models-scroll"
          role="listbox"
          aria-label={words.list}
          tabIndex={0}
          aria-activedescendant={at >= 0 ? `model-${props.chosen ?? ''}` : undefined}
          onKeyDown={pressed}
        >
          <div className="models-rows" role="presentation" style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map((item) => {
              const model = shown[item.index];
              return (
                model && (
                  <ModelRow
                    key={item.key}
                    model={model}
                    isChosen={model.id === props.chosen}
                    place={item.index + 1}
                    count={shown.length}
                    now={now}
                    style={{ height: ROW, transform: `translateY(${item.start}px)` }}
                  />
                )
              );
            })}
          </div>
        </div>
      )}
      {hidden > 0 && <p className="muted small models-hidden">{words.hidden(hidden)}</p>}
      {deleted.length > 0 && <DeletedModels models={deleted} />}
    </section>
  );
}
