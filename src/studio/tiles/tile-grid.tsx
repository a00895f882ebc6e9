import type { KeyboardEvent, PointerEvent } from 'react';
import type { TiledStage } from '../../learning/convolution/tile-map';
import { tilesWords } from '../words/conv';
import { tileFacts } from './tile-facts';

/** Pixels: what a stage's picture may take, and what one tile of it takes at least and at most. */
const ROOM = { width: 264, height: 48 } as const;
const SIDE = { least: 2.5, most: 14 } as const;
const GAP = 1;

/** The matrix of a stage on its tiles; one of them is chosen by pointer or keys. */
export function TileGrid(props: {
  readonly stage: TiledStage;
  readonly name: string;
  readonly tilesOnChip: number;
  /** The tile that the mesh view draws, where it is of this stage. */
  readonly chosen: number | undefined;
  readonly describe: (block: number) => string;
  readonly onChoose: (block: number) => void;
  readonly onHover: (block: number | undefined) => void;
}) {
  const { stage, chosen } = props;
  const { down, across } = stage;
  const count = down * across;
  const w = Math.min(SIDE.most, Math.max(SIDE.least, ROOM.width / across));
  const h = Math.min(SIDE.most, Math.max(SIDE.least, ROOM.height / down));
  const at = (event: PointerEvent<SVGSVGElement>): number => {
    const box = event.currentTarget.getBoundingClientRect();
    const column = Math.floor(((event.clientX - box.left) / box.width) * across);
    const row = Math.floor(((event.clientY - box.top) / box.height) * down);
    return Math.min(down - 1, Math.max(0, row)) * across + Math.min(across - 1, Math.max(0, column));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = moved(event.key, chosen ?? -1, across, count);
    if (to === undefined) return;
    event.preventDefault();
    props.onChoose(to);
  };
  return (
    <svg
      className="tile-grid"
      width={across * w}
      height={down * h}
      viewBox={`0 0 ${across * w} ${down * h}`}
      role="slider"
      tabIndex={0}
      aria-label={tilesWords.drawn(props.name)}
      aria-valuemin={1}
      aria-valuemax={count}
      aria-valuenow={(chosen ?? 0) + 1}
      aria-valuetext={chosen === undefined ? tilesWords.noneDrawn(count) : props.describe(chosen)}
      onKeyDown={onKeyDown}
      onPointerMove={(event) => props.onHover(at(event))}
      onPointerLeave={() => props.onHover(undefined)}
      onClick={(event) => props.onChoose(at(event as unknown as PointerEvent<SVGSVGElement>))}
    >
      {Array.from({ length: count }, (_, block) => {
        const facts = tileFacts(stage, block, props.tilesOnChip);
        const [x, y] = [(block % across) * w, Math.floor(block / across) * h];
        const [inner, outer] = [w - GAP, h - GAP];
        return (
          <g key={block} className={block === chosen ? 'is-chosen' : undefined}>
            <rect className="tile-mesh" x={x} y={y} width={inner} height={outer} />
            <rect
              className="tile-used"
              x={x}
              y={y}
              width={facts.across * inner}
              height={facts.down * outer}
            />
          </g>
        );
      })}
    </svg>
  );
}

/** The tile that a key leads to, or undefined for keys that mean nothing here. */
export function moved(key: string, from: number, across: number, count: number): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: 1,
    ArrowLeft: -1,
    ArrowDown: across,
    ArrowUp: -across,
  };
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = steps[key];
  if (step === undefined) return undefined;
  if (from < 0) return 0;
  const to = from + step;
  return to >= 0 && to < count ? to : from;
}
