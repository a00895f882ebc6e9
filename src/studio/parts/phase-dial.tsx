import type { KeyboardEvent, PointerEvent } from 'react';
import { useRef } from 'react';
import { formatAngle } from '../format/si';
import { phaseCss, phaseInk } from '../mesh/phase-colours';
import { inspectorWords } from '../words/inspector';

const RADIUS = 21;
/** Arrow keys turn by the first, with Shift or as page keys by the second. */
export const KEY_STEP = { fine: 0.01 * Math.PI, coarse: 0.1 * Math.PI } as const;

const DIRECTIONS: Readonly<Record<string, 1 | -1>> = {
  ArrowUp: 1,
  ArrowRight: 1,
  PageUp: 1,
  ArrowDown: -1,
  ArrowLeft: -1,
  PageDown: -1,
};

/** A phase as a disc whose hand can be turned; a slider for the keyboard and screen readers. */
export function PhaseDial(props: {
  readonly label: string;
  readonly value: number;
  readonly onStart: () => void;
  readonly onEnd: () => void;
  readonly onChange: (radians: number) => void;
}) {
  const grip = useRef<{ angle: number; value: number }>(undefined);
  const angleOf = (event: PointerEvent): number => {
    const box = event.currentTarget.getBoundingClientRect();
    return Math.atan2(box.top + box.height / 2 - event.clientY, event.clientX - box.left - box.width / 2);
  };
  const onPointerDown = (event: PointerEvent): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { angle: angleOf(event), value: props.value };
    props.onStart();
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (grip.current !== undefined) props.onChange(grip.current.value + angleOf(event) - grip.current.angle);
  };
  const onPointerEnd = (): void => {
    if (grip.current === undefined) return;
    grip.current = undefined;
    props.onEnd();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const direction = DIRECTIONS[event.key];
    if (direction === undefined) return;
    event.preventDefault();
    const isCoarse = event.shiftKey || event.key.startsWith('Page');
    // A key held down is one edit.
    props.onStart();
    props.onChange(props.value + direction * (isCoarse ? KEY_STEP.coarse : KEY_STEP.fine));
  };
  const turn = props.value / (2 * Math.PI);
  return (
    <div
      className="dial"
      role="slider"
      tabIndex={0}
      aria-label={inspectorWords.phase(props.label)}
      aria-valuemin={0}
      aria-valuemax={2}
      aria-valuenow={Number((2 * (turn - Math.floor(turn))).toFixed(3))}
      aria-valuetext={formatAngle(props.value)}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerEnd}
      onPointerCancel={onPointerEnd}
      onKeyDown={onKeyDown}
      onKeyUp={props.onEnd}
      onBlur={props.onEnd}
    >
      <svg viewBox="-26 -26 52 52" aria-hidden>
        <circle r={24.5} className="dial-ring" />
        <circle r={RADIUS} fill={phaseCss(props.value)} />
        <line
          x2={RADIUS * 0.86 * Math.cos(props.value)}
          y2={-RADIUS * 0.86 * Math.sin(props.value)}
          stroke={phaseInk(props.value)}
          strokeWidth={2.5}
          strokeLinecap="round"
        />
      </svg>
    </div>
  );
}
