import { Undo2, Eraser, Stamp } from 'lucide-react';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { CommandIcon } from '../parts/button';
import { Segmented } from '../parts/segmented';
import { predictWords } from '../words/predict';
import { DIGIT_SIZE, centreDigit } from './centre-digit';
import type { Point, Tool } from './drawing-store';
import { beginStroke, clearDrawing, extendStroke, isDrawn, undoStroke, useDrawing } from './drawing-store';
import { offerOwn } from './own-store';
import { paintDrawing } from './paint-drawing';
import { Spoken } from '../parts/spoken';

/** Side of the drawing in its own pixels; MNIST's box is a fifth of it. */
const SIZE = 140;
/** A key moves the pen by one pixel of the digit. */
const KEY_STEP = 1 / DIGIT_SIZE;
const KEYS: Readonly<Record<string, Point>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const TOOLS: readonly Tool[] = ['pen', 'eraser'];

/** White ink on black, as MNIST is. */
export function DrawingPad() {
  const canvas = useRef<HTMLCanvasElement>(null);
  const isPointerDown = useRef(false);
  const tool = useDrawing((state) => state.tool);
  useReadDrawing(canvas);

  const at = (event: { readonly clientX: number; readonly clientY: number }): Point => {
    const box = canvas.current?.getBoundingClientRect();
    if (!box) return [0, 0];
    return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
  };
  const follow = (event: PointerEvent): void => {
    if (!isPointerDown.current) return;
    // What the pointer did between two frames; some browsers leave it out of events that are made by programs.
    const passed = event.nativeEvent.getCoalescedEvents();
    extendStroke((passed.length > 0 ? passed : [event]).map(at));
  };
  return (
    <div className="drawing">
      <PenByKeys>
        <canvas
          ref={canvas}
          className="drawing-pad"
          width={SIZE}
          height={SIZE}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            isPointerDown.current = true;
            beginStroke(at(event));
          }}
          onPointerMove={follow}
          onPointerUp={() => (isPointerDown.current = false)}
          onPointerCancel={() => (isPointerDown.current = false)}
        />
      </PenByKeys>
      <div className="drawing-side">
        <Segmented
          label={predictWords.tool}
          value={tool}
          options={TOOLS.map((id) => ({ id, name: predictWords.tools[id] }))}
          onChange={(next) => useDrawing.setState({ tool: next })}
        />
        <div className="button-group">
          <CommandIcon id="undoStroke" icon={<Undo2 />} />
          <CommandIcon id="clearDrawing" icon={<Eraser />} />
          <CommandIcon id="drawOver" icon={<Stamp />} />
        </div>
      </div>
    </div>
  );
}

/** Paints what changes, once a frame, and shows it to the network. */
function useReadDrawing(canvas: { readonly current: HTMLCanvasElement | null }): void {
  useEffect(() => {
    let frame = 0;
    let wasDrawn = false;
    const read = (): void => {
      frame = 0;
      const context = canvas.current?.getContext('2d', { willReadFrequently: true });
      if (!context) return;
      const drawing = useDrawing.getState();
      paintDrawing(context, SIZE, drawing);
      if (!isDrawn(drawing) && !wasDrawn) return;
      wasDrawn = isDrawn(drawing);
      const { data } = context.getImageData(0, 0, SIZE, SIZE);
      const ink = Float32Array.from({ length: SIZE * SIZE }, (_, i) => data[4 * i + 3] ?? 0);
      const pixels = centreDigit(ink, SIZE);
      const image = { kind: 'image', width: DIGIT_SIZE, height: DIGIT_SIZE, channels: 1 } as const;
      offerOwn(pixels && { ...image, pixels }, predictWords.drawnTitle);
    };
    const later = (): void => {
      if (frame === 0) frame = requestAnimationFrame(read);
    };
    read();
    const stop = useDrawing.subscribe(later);
    return () => {
      stop();
      cancelAnimationFrame(frame);
      // Strokes belong to the network they were drawn for.
      clearDrawing();
    };
  }, [canvas]);
}

/** A pen that keys move, shown while it is in hand. */
function PenByKeys({ children }: { readonly children: ReactNode }) {
  const [pen, setPen] = useState<{ readonly at: Point; readonly isDown: boolean }>();
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = KEYS[event.key];
    const now = pen ?? { at: [0.5, 0.5] as const, isDown: false };
    if (move !== undefined) {
      const clamp = (value: number): number => Math.min(1, Math.max(0, value));
      const at: Point = [clamp(now.at[0] + move[0] * KEY_STEP), clamp(now.at[1] + move[1] * KEY_STEP)];
      if (now.isDown) extendStroke([at]);
      setPen({ ...now, at });
    } else if (event.key === ' ') {
      if (!now.isDown) beginStroke(now.at);
      setPen({ ...now, isDown: !now.isDown });
    } else if (event.key === 'Backspace') {
      undoStroke();
      setPen({ ...now, isDown: false });
    } else return;
    // The page's own shortcuts have other meanings for these keys.
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      className="drawing-frame"
      role="application"
      tabIndex={0}
      aria-label={predictWords.pad}
      onKeyDown={onKeyDown}
      onBlur={() => setPen(undefined)}
    >
      {children}
      {pen && (
        <span
          className={pen.isDown ? 'drawing-pen is-down' : 'drawing-pen'}
          style={{ left: `${100 * pen.at[0]}%`, top: `${100 * pen.at[1]}%` }}
        />
      )}
      <Spoken className="visually-hidden">
        {pen &&
          predictWords.penAt(
            Math.round(pen.at[0] * DIGIT_SIZE),
            Math.round(pen.at[1] * DIGIT_SIZE),
            pen.isDown,
          )}
      </Spoken>
    </div>
  );
}
