import { useVirtualizer } from '@tanstack/react-virtual';
import type { KeyboardEvent } from 'react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Answers } from '../../engine/protocol';
import { useSample } from '../state/sample-store';
import { sampleWords } from '../words/samples';
import { useBrowser } from './browser-store';
import type { SampleCache } from './sample-cache';
import { SampleHead, SampleRow, SampleTile } from './sample-option';

/** Pixels of an image with its frame, and of a line of measurements. */
const TILE = { width: 52, height: 64 };
const LINE = 26;

interface Props {
  /** Indices into the split, in order. */
  readonly found: Uint32Array;
  readonly cache: SampleCache;
  readonly names: readonly string[];
  readonly answers: Answers | undefined;
  readonly onShow: (index: number) => void;
}

/** However many samples: only those in sight are on the page. Arrow keys move, Enter shows one on the chip. */
export function SampleList({ found, cache, names, answers, onShow }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const cursor = Math.min(
    useBrowser((state) => state.cursor),
    found.length - 1,
  );
  useSyncExternalStore(cache.subscribe, cache.version);
  const width = useWidth(scroller);
  const isImages = cache.get(found[0] ?? 0)?.image !== undefined;
  const columns = isImages ? Math.max(1, Math.floor(width / TILE.width)) : 1;
  const height = isImages ? TILE.height : LINE;
  const virtual = useVirtualizer({
    count: Math.ceil(found.length / columns),
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 3,
  });
  useEffect(() => virtual.measure(), [virtual, height]);
  const shown = useSample();
  const isShown = (index: number): boolean =>
    !shown.own && shown.split === useBrowser.getState().split && shown.index === index;

  const onKeyDown = (event: KeyboardEvent): void => {
    const page = columns * Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / height));
    const step = stepOf(event.key, columns, page, found.length);
    if (event.key === 'Enter') onShow(found[cursor] ?? 0);
    else if (step === undefined) return;
    else {
      const next = Math.min(found.length - 1, Math.max(0, cursor + step));
      useBrowser.setState({ cursor: next });
      virtual.scrollToIndex(Math.floor(next / columns));
    }
    event.preventDefault();
  };
  return (
    <>
      {!isImages && <SampleHead />}
      <div
        ref={scroller}
        className={isImages ? 'sample-list is-images' : 'sample-list'}
        role="listbox"
        tabIndex={0}
        aria-label={sampleWords.list}
        aria-describedby="sample-list-hint"
        aria-activedescendant={`sample-${found[cursor] ?? 0}`}
        onKeyDown={onKeyDown}
      >
        <p id="sample-list-hint" className="visually-hidden" role="presentation">
          {sampleWords.hint}
        </p>
        <div className="sample-scroll" role="presentation" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((row) => (
            <div
              key={row.key}
              className="sample-line"
              role="presentation"
              style={{ height, transform: `translateY(${row.start}px)` }}
            >
              {Array.from({ length: Math.min(columns, found.length - row.index * columns) }, (_, column) => {
                const place = row.index * columns + column;
                const index = found[place] ?? 0;
                const view = cache.get(index);
                const label = answers?.labels[index] ?? view?.label;
                const answer = answers?.answers[index];
                const option = {
                  index,
                  view,
                  truth: label === undefined ? sampleWords.unknown : (names[label] ?? sampleWords.unknown),
                  answer: answer === undefined ? undefined : names[answer],
                  isRight: answer === undefined ? undefined : answer === label,
                  confidence: answers?.confidence[index],
                  loss: answers?.loss[index],
                };
                const Option = isImages ? SampleTile : SampleRow;
                return (
                  <div
                    key={index}
                    id={`sample-${index}`}
                    className="sample-option"
                    role="option"
                    aria-setsize={found.length}
                    aria-posinset={place + 1}
                    aria-selected={isShown(index)}
                    aria-label={sampleWords.option(index + 1, option.truth, option.answer, option.confidence)}
                    data-cursor={place === cursor || undefined}
                    data-wrong={option.isRight === false || undefined}
                    onClick={() => {
                      useBrowser.setState({ cursor: place });
                      onShow(index);
                    }}
                  >
                    <Option {...option} />
                  </div>
                );
              })}
            </div>
          ))}
        </div>
      </div>
    </>
  );
}

function stepOf(key: string, columns: number, page: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowLeft':
      return -1;
    case 'ArrowRight':
      return 1;
    case 'ArrowUp':
      return -columns;
    case 'ArrowDown':
      return columns;
    case 'PageUp':
      return -page;
    case 'PageDown':
      return page;
    case 'Home':
      return -count;
    case 'End':
      return count;
    default:
      return undefined;
  }
}

function useWidth(element: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(600);
  useEffect(() => {
    if (element.current === null) return;
    const observer = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
