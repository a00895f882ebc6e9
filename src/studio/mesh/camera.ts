import type { ChipLayout } from './layout';

/** From chip units to CSS pixels: px = offset + unit·scale, per axis. */
export interface Camera {
  readonly scaleX: number;
  readonly scaleY: number;
  readonly offsetX: number;
  readonly offsetY: number;
}

/** Free space round the chip, pixels. */
export interface Margins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Largest column and waveguide pitch of a fitted chip, and how far they may differ. */
const MAX_PITCH = { x: 84, y: 72 };
const MAX_STRETCH = 1.65;
/** On a narrow screen a small chip keeps at least this column pitch and is panned instead. */
const MIN_READABLE = { pitch: 32, modes: 16, width: 600 };
/** Smallest zoom, and the column pitch at which an interferometer fills a good part of the window. */
const ZOOM = { min: 0.5, pitch: 200 } as const;

/** The camera that shows the whole chip, or its left end where it would become unreadable. */
export function fitCamera(layout: ChipLayout, width: number, height: number, margins: Margins): Camera {
  const room = {
    x: Math.max(40, width - margins.left - margins.right),
    y: Math.max(40, height - margins.top - margins.bottom),
  };
  let scaleX = Math.min(MAX_PITCH.x, room.x / layout.width);
  let scaleY = Math.min(MAX_PITCH.y, room.y / layout.modes);
  if (width < MIN_READABLE.width && layout.modes <= MIN_READABLE.modes)
    scaleX = Math.max(scaleX, MIN_READABLE.pitch);
  scaleX = Math.min(scaleX, scaleY * MAX_STRETCH);
  scaleY = Math.min(scaleY, scaleX * MAX_STRETCH);
  const spare = room.x - layout.width * scaleX;
  return {
    scaleX,
    scaleY,
    offsetX: margins.left + Math.max(0, spare) / 2,
    offsetY: margins.top + (room.y - (layout.modes - 1) * scaleY) / 2,
  };
}

/** Zooms by a factor, keeping the point under the pointer where it is. */
export function zoomAt(camera: Camera, fitted: Camera, factor: number, x: number, y: number): Camera {
  const wanted = (camera.scaleX * factor) / fitted.scaleX;
  const largest = Math.max(1, ZOOM.pitch / fitted.scaleX);
  const allowed = Math.min(largest, Math.max(ZOOM.min, wanted));
  const applied = (allowed * fitted.scaleX) / camera.scaleX;
  return {
    scaleX: camera.scaleX * applied,
    scaleY: camera.scaleY * applied,
    offsetX: x - (x - camera.offsetX) * applied,
    offsetY: y - (y - camera.offsetY) * applied,
  };
}

export function panBy(camera: Camera, dx: number, dy: number): Camera {
  return { ...camera, offsetX: camera.offsetX + dx, offsetY: camera.offsetY + dy };
}

/** Keeps at least a quarter of the window filled with chip, so that it cannot be lost. */
export function keepInView(camera: Camera, layout: ChipLayout, width: number, height: number): Camera {
  const clamp = (offset: number, extent: number, window: number): number =>
    Math.min(window * 0.75, Math.max(window * 0.25 - extent, offset));
  return {
    ...camera,
    offsetX: clamp(camera.offsetX, layout.width * camera.scaleX, width),
    offsetY: clamp(camera.offsetY, layout.modes * camera.scaleY, height),
  };
}

export function toScreen(camera: Camera, x: number, y: number): readonly [number, number] {
  return [camera.offsetX + x * camera.scaleX, camera.offsetY + y * camera.scaleY];
}

export function toChip(camera: Camera, x: number, y: number): readonly [number, number] {
  return [(x - camera.offsetX) / camera.scaleX, (y - camera.offsetY) / camera.scaleY];
}

/** How much can be told apart at this pitch. */
export type Detail = 'full' | 'lines' | 'heat';

/** Below about 5 px per waveguide a heat cell per interferometer says more than lines would. */
export function detailOf(camera: Camera): Detail {
  const pitch = Math.min(camera.scaleX, camera.scaleY);
  if (pitch < 4.5) return 'heat';
  return pitch < 16 ? 'lines' : 'full';
}
