import { chip } from '../state/chip';
import type { Camera } from './camera';
import type { Means, Scene } from './draw-chip';
import { drawChip } from './draw-chip';
import { drawOverlays } from './draw-overlays';
import type { ChipLayout } from './layout';
import { readPalette } from './palette';
import type { Pen } from './track';
import { WrittenTrack } from './track';
import { meshWords } from '../words/mesh';

/** Pixels a column and a waveguide get in a picture: near where there are few, and never more than `most` in all. */
const PITCH = { x: 84, y: 56, least: 5, most: 4096 } as const;
/** Free space round the chip; above it stand its labels. */
const SPACE = { side: 32, top: 64, bottom: 40 } as const;
/** Device pixels per pixel of a PNG, as far as its sides stay below PITCH.most. */
const SHARPNESS = 2;

/**
 * The whole chip as it is now (phases, light, probes, saliency), in the colours of the page.
 * @param format `png` at up to 4096 pixels a side, or `svg` with every line as a line
 * @throws RangeError while there is no chip
 */
export async function pictureOfMesh(format: 'png' | 'svg'): Promise<Blob> {
  const { plan, layout } = chip;
  if (plan === undefined || layout === undefined) throw new RangeError(meshWords.picture.none);
  const { camera, width, height } = frameOf(layout);
  const density = format === 'svg' ? 1 : Math.min(SHARPNESS, PITCH.most / Math.max(width, height));
  const scene: Scene = {
    plan,
    layout,
    parameters: chip.parameters,
    light: chip.light(),
    camera,
    width,
    height,
    density,
    palette: readPalette(document.documentElement),
    selected: undefined,
    hovered: undefined,
    targets: [],
  };
  return format === 'png' ? paint(scene) : write(scene);
}

/** The whole chip, near enough to tell its parts apart. */
function frameOf(layout: ChipLayout): {
  readonly camera: Camera;
  readonly width: number;
  readonly height: number;
} {
  const fits = Math.min(
    1,
    (PITCH.most - 2 * SPACE.side) / (layout.width * PITCH.x),
    (PITCH.most - SPACE.top - SPACE.bottom) / (layout.modes * PITCH.y),
  );
  const scaleX = Math.max(PITCH.least, PITCH.x * fits);
  const scaleY = Math.max(PITCH.least, PITCH.y * fits);
  return {
    camera: { scaleX, scaleY, offsetX: SPACE.side, offsetY: SPACE.top },
    width: Math.ceil(layout.width * scaleX + 2 * SPACE.side),
    height: Math.ceil((layout.modes - 1) * scaleY + SPACE.top + SPACE.bottom),
  };
}

async function paint(scene: Scene): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(scene.width * scene.density);
  canvas.height = Math.round(scene.height * scene.density);
  const context = canvas.getContext('2d');
  if (context === null) throw new RangeError(meshWords.picture.tooLarge);
  context.setTransform(scene.density, 0, 0, scene.density, 0, 0);
  draw(context, scene, { cache: undefined, track: () => new Path2D() });
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new RangeError(meshWords.picture.tooLarge);
  return blob;
}

async function write(scene: Scene): Promise<Blob> {
  const { Context } = await import('svgcanvas');
  const context = new Context({ width: scene.width, height: scene.height });
  draw(context, scene, { cache: undefined, track: () => new WrittenTrack() });
  return new Blob([context.getSerializedSvg(true)], { type: 'image/svg+xml' });
}

function draw(pen: Pen, scene: Scene, means: Means): void {
  drawChip(pen, scene, means);
  drawOverlays(pen, scene, undefined);
}
