import type { Camera } from './camera';
import type { ChipLayout } from './layout';

/** Largest sides of the minimap, pixels. */
const ROOM = { width: 168, height: 96 } as const;

/** Size of the whole chip in the minimap, and the part of it that the window shows, pixels. */
export interface MinimapPlace {
  readonly width: number;
  readonly height: number;
  readonly window: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
  /** The chip does not fit into the window. */
  readonly isCut: boolean;
}

/** Pixels by which a chip may stand out of its window and still count as whole. */
const SLACK = 4;

export function minimapPlace(
  camera: Camera,
  layout: ChipLayout,
  width: number,
  height: number,
): MinimapPlace {
  const whole = { x: layout.width * camera.scaleX, y: layout.modes * camera.scaleY };
  const room = { x: Math.min(ROOM.width, 0.3 * width), y: Math.min(ROOM.height, 0.25 * height) };
  const scale = Math.min(room.x / whole.x, room.y / whole.y);
  const top = camera.offsetY - 0.5 * camera.scaleY;
  const isCut =
    camera.offsetX < -SLACK ||
    top < -SLACK ||
    camera.offsetX + whole.x > width + SLACK ||
    top + whole.y > height + SLACK;
  const from = { x: Math.max(0, -camera.offsetX), y: Math.max(0, -top) };
  const to = { x: Math.min(whole.x, width - camera.offsetX), y: Math.min(whole.y, height - top) };
  return {
    width: Math.max(24, whole.x * scale),
    height: Math.max(24, whole.y * scale),
    window: {
      x: from.x * scale,
      y: from.y * scale,
      width: Math.max(2, (to.x - from.x) * scale),
      height: Math.max(2, (to.y - from.y) * scale),
    },
    isCut,
  };
}

/** The chip point under a point of the minimap. */
export function minimapPoint(
  { width, height }: Pick<MinimapPlace, 'width' | 'height'>,
  layout: ChipLayout,
  x: number,
  y: number,
): readonly [x: number, y: number] {
  return [(x / width) * layout.width, (y / height) * layout.modes - 0.5];
}
