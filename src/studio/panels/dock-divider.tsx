import type { KeyboardEvent, PointerEvent } from 'react';
import { useRef } from 'react';
import { useDockHeight } from '../state/dock-height';

const RANGE = { min: 140, max: 520 } as const;
const KEY_STEP = 24;

/** Drags the border between the mesh and the charts. */
export function DockDivider() {
  const [height, setHeight] = useDockHeight();
  const start = useRef<{ y: number; height: number }>(undefined);
  const set = (value: number): void => {
    setHeight(Math.round(Math.min(RANGE.max, Math.max(RANGE.min, value))));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    set(height + (event.key === 'ArrowUp' ? KEY_STEP : -KEY_STEP));
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (start.current !== undefined) set(start.current.height + start.current.y - event.clientY);
  };
  return (
    <div
      className="divider"
      role="separator"
      tabIndex={0}
      aria-orientation="horizontal"
      aria-label="Height of the charts"
      aria-valuemin={RANGE.min}
      aria-valuemax={RANGE.max}
      aria-valuenow={height}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { y: event.clientY, height };
      }}
      onPointerMove={onPointerMove}
      onPointerUp={() => (start.current = undefined)}
      onPointerCancel={() => (start.current = undefined)}
      onKeyDown={onKeyDown}
    />
  );
}
