import type { Camera } from './camera';
import { cellRuns } from './cell-runs';
import type { ChipLayout, Section } from './layout';

/** Small pictures of a chip's sections, one each, that are stretched over the places their parts have on screen. */
export type SectionPictures = readonly (HTMLCanvasElement | undefined)[];

/** Device pixels per picture's pixel below which neighbours are blended: single ones would come and go. */
const BLEND_BELOW = 1.5;

/** @param density device pixels per CSS pixel */
export function drawStretched(
  context: CanvasRenderingContext2D,
  pictures: SectionPictures,
  layout: ChipLayout,
  camera: Camera,
  window: { readonly width: number; readonly height: number },
  density: number,
): void {
  const y = camera.offsetY - 0.5 * camera.scaleY;
  const height = layout.modes * camera.scaleY;
  context.imageSmoothingEnabled = Math.min(camera.scaleX, camera.scaleY) * density < BLEND_BELOW;
  pictures.forEach((picture, index) => {
    const section = layout.sections[index];
    if (picture === undefined || section === undefined) return;
    for (const { x, width, from, to } of piecesOf(section, picture.width)) {
      const left = camera.offsetX + x * camera.scaleX;
      const wide = width * camera.scaleX;
      if (left > window.width || left + wide < 0 || to === from) continue;
      context.drawImage(picture, from, 0, to - from, picture.height, left, y, wide, height);
    }
  });
}

interface Piece {
  readonly x: number;
  readonly width: number;
  /** Pixels of the picture. */
  readonly from: number;
  readonly to: number;
}

function piecesOf(section: Section, pixels: number): readonly Piece[] {
  if (section.kind !== 'mesh') return [{ x: section.x, width: section.width, from: 0, to: pixels }];
  const perColumn = pixels / section.cell.length;
  return cellRuns(section).map(({ from, to, x, width }) => ({
    x,
    width,
    from: from * perColumn,
    to: to * perColumn,
  }));
}

/** A picture with the colours of `colourOf` (32-bit, as {@link packed}). */
export function pictureOf(
  width: number,
  height: number,
  colourOf: (at: number) => number,
  old: HTMLCanvasElement | undefined,
): HTMLCanvasElement {
  const canvas = old ?? document.createElement('canvas');
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  const context = canvas.getContext('2d');
  if (context === null || width === 0 || height === 0) return canvas;
  const image = context.createImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer);
  for (let at = 0; at < pixels.length; at++) pixels[at] = colourOf(at);
  context.putImageData(image, 0, 0);
  return canvas;
}

const IS_LITTLE = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;

/** A colour as one number, as the machine's image data hold it. @param alpha 0…1 */
export function packed([r, g, b]: readonly [number, number, number], alpha: number): number {
  const a = Math.round(255 * alpha);
  return (IS_LITTLE ? (a << 24) | (b << 16) | (g << 8) | r : (r << 24) | (g << 16) | (b << 8) | a) >>> 0;
}

/** A colour token, "#rrggbb", as three numbers. */
export function rgbOf(token: string): readonly [number, number, number] {
  const value = Number.parseInt(token.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}
