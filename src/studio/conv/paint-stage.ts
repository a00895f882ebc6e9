import type { StageImages } from './conv-trace';

interface Colours {
  readonly dark: string;
  /** Positive values, and negative ones. */
  readonly light: string;
  readonly negative: string;
}

/** Paints a stage's channels two by two, or a list of numbers as rows of cells; brightness is the size of the value. */
export function paintStage(
  context: CanvasRenderingContext2D,
  images: StageImages | undefined,
  colours: Colours,
): void {
  const { width: side } = context.canvas;
  context.globalAlpha = 1;
  context.fillStyle = colours.dark;
  context.fillRect(0, 0, side, side);
  if (images === undefined) return;
  const { values } = images;
  const peak = values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  if (!(peak > 0)) return;
  for (const { x, y, w, h, at } of cells(images, side)) {
    const value = values[at] ?? 0;
    if (value === 0) continue;
    context.globalAlpha = Math.min(1, Math.sqrt(Math.abs(value) / peak));
    context.fillStyle = value > 0 ? colours.light : colours.negative;
    context.fillRect(x, y, w, h);
  }
  context.globalAlpha = 1;
}

interface Cell {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly at: number;
}

/** Pixels between two channels. */
const GAP = 2;

function cells({ height, width, kept }: StageImages, side: number): readonly Cell[] {
  if (height === 1 && width === 1) {
    const across = Math.ceil(Math.sqrt(kept));
    const down = Math.ceil(kept / across);
    return Array.from({ length: kept }, (_, at) => ({
      x: ((at % across) * side) / across,
      y: (Math.floor(at / across) * side) / down,
      w: side / across - 1,
      h: side / down - 1,
      at,
    }));
  }
  const across = kept > 1 ? 2 : 1;
  const room = (side - GAP * (across - 1)) / across;
  return Array.from({ length: kept * height * width }, (_, at) => {
    const channel = Math.floor(at / (height * width));
    const row = Math.floor(at / width) % height;
    const column = at % width;
    const left = (channel % across) * (room + GAP);
    const top = Math.floor(channel / across) * (room + GAP);
    return {
      x: left + (column * room) / width,
      y: top + (row * room) / height,
      w: room / width + 0.3,
      h: room / height + 0.3,
      at,
    };
  });
}
