import type { KeyboardEvent, PointerEvent } from 'react';
import { useEffect, useRef } from 'react';
import { formatPercent } from '../format/si';
import { chip } from '../state/chip';
import { meshWords } from '../words/mesh';
import { minimapPlace, minimapPoint } from './minimap-place';
import type { MeshStage } from './stage';
import { drawStretched } from './stretched';
import { useStage } from './use-stage';

/** A key press moves by this share of the window. */
const KEY_SHARE = 0.25;

/** The whole chip once it does not fit: drag the window, or use the arrow keys. */
export function Minimap({ stage }: { readonly stage: MeshStage }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const camera = useStage(stage, (each) => each.camera);
  const layout = useStage(stage, (each) => each.layout);
  const [width, height] = stage.size;
  const place = camera && layout && width > 0 ? minimapPlace(camera, layout, width, height) : undefined;
  const isShown = place?.isCut === true;
  const [w, h] = [place?.width ?? 0, place?.height ?? 0];

  useEffect(() => {
    if (!isShown) return undefined;
    let frame = 0;
    const draw = (): void => {
      frame = 0;
      if (canvas.current) paint(canvas.current, stage, w, h);
    };
    const soon = (): void => {
      frame ||= requestAnimationFrame(draw);
    };
    draw();
    const stop = chip.subscribe(soon);
    return () => {
      stop();
      cancelAnimationFrame(frame);
    };
  }, [isShown, stage, w, h]);

  if (!isShown || layout === undefined) return null;
  const move = (event: PointerEvent): void => {
    const box = event.currentTarget.getBoundingClientRect();
    stage.centre(...minimapPoint(place, layout, event.clientX - box.left, event.clientY - box.top));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key];
    if (step) stage.pan((step[0] ?? 0) * KEY_SHARE * width, (step[1] ?? 0) * KEY_SHARE * height);
    else if (event.key === '+' || event.key === '=') stage.zoom(1.4);
    else if (event.key === '-') stage.zoom(1 / 1.4);
    else if (event.key === 'Home' || event.key === 'f') stage.fit();
    else return;
    event.preventDefault();
  };
  const { window: seen } = place;
  const middle = [(seen.x + seen.width / 2) / w, (seen.y + seen.height / 2) / h] as const;
  return (
    <div
      className="minimap"
      role="slider"
      tabIndex={0}
      aria-label={meshWords.minimap}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(100 * middle[0])}
      aria-valuetext={meshWords.minimapAt(formatPercent(middle[0], 0), formatPercent(middle[1], 0))}
      style={{ width: w, height: h }}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        move(event);
      }}
      onPointerMove={(event) => {
        if (event.buttons === 1) move(event);
      }}
    >
      <canvas ref={canvas} width={Math.round(2 * w)} height={Math.round(2 * h)} aria-hidden />
      <span
        className="minimap-window"
        style={{ transform: `translate(${seen.x}px, ${seen.y}px)`, width: seen.width, height: seen.height }}
      />
    </div>
  );
}

function paint(canvas: HTMLCanvasElement, stage: MeshStage, width: number, height: number): void {
  const context = canvas.getContext('2d');
  const { scene, cache } = stage;
  if (context === null || scene === undefined) return;
  const { layout } = scene;
  context.setTransform(2, 0, 0, 2, 0, 0);
  context.clearRect(0, 0, width, height);
  const scaleY = height / layout.modes;
  const camera = { scaleX: width / layout.width, scaleY, offsetX: 0, offsetY: scaleY / 2 };
  const light = chip.light();
  drawStretched(context, cache.heat.of({ ...scene, light }), layout, camera, { width, height }, 2);
}
