import type { Scene } from './draw-chip';
import { CellPictures, LightPictures, thetaColour } from './section-pictures';
import type { SectionPictures } from './stretched';
import { drawStretched } from './stretched';

/** Brightness from which light is also drawn wide. */
const WIDE_FROM = 0.5;

type Layer = 'base' | 'thin' | 'wide' | 'dots' | 'cover' | 'labels';

/**
 * What does not change from one frame to the next while the chip learns: the glass under the light, and the shapes
 * of waveguides and dots that light and phases are cut out with. A frame is then a few pictures laid on each other,
 * whatever the number of interferometers.
 */
export class FrameCache {
  readonly heat = new LightPictures('cells');
  readonly thin = new LightPictures('halves');
  readonly wide = new LightPictures('halves', WIDE_FROM);
  readonly theta = new CellPictures();
  readonly saliency = new CellPictures();
  readonly #layers = new Map<Layer, { canvas: HTMLCanvasElement; key: readonly unknown[] }>();
  readonly #scratch = document.createElement('canvas');

  /** Lays a layer over the picture, drawn anew only when the camera, the chip, the colours or `also` have changed. */
  lay(
    context: CanvasRenderingContext2D,
    layer: Layer,
    scene: Scene,
    also: readonly unknown[],
    draw: (context: CanvasRenderingContext2D) => void,
  ): void {
    const picture = this.#layer(layer, scene, also, draw);
    whole(context, picture, scene);
  }

  /** Stretched pictures of the chip, seen only through a layer's shapes. */
  cutOut(
    context: CanvasRenderingContext2D,
    layer: Layer,
    scene: Scene,
    pictures: SectionPictures,
    draw: (context: CanvasRenderingContext2D) => void,
  ): void {
    const mask = this.#layer(layer, scene, [], draw);
    const scratch = fresh(this.#scratch, scene);
    if (scratch === null) return;
    drawStretched(scratch, pictures, scene.layout, scene.camera, scene, scene.density);
    scratch.globalCompositeOperation = 'destination-in';
    whole(scratch, mask, scene);
    scratch.globalCompositeOperation = 'source-over';
    whole(context, this.#scratch, scene);
  }

  /** Theta's dots. */
  dots(
    context: CanvasRenderingContext2D,
    scene: Scene,
    draw: (context: CanvasRenderingContext2D) => void,
  ): void {
    const pictures = this.theta.of(scene, [scene.parameters], thetaColour(scene));
    this.cutOut(context, 'dots', scene, pictures, draw);
  }

  #layer(
    layer: Layer,
    scene: Scene,
    also: readonly unknown[],
    draw: (context: CanvasRenderingContext2D) => void,
  ): HTMLCanvasElement {
    const key = [
      scene.camera,
      scene.layout,
      scene.width,
      scene.height,
      scene.density,
      scene.palette,
      ...also,
    ];
    const known = this.#layers.get(layer) ?? { canvas: document.createElement('canvas'), key: [] };
    if (known.key.length === key.length && key.every((part, i) => part === known.key[i])) return known.canvas;
    known.key = key;
    this.#layers.set(layer, known);
    const context = fresh(known.canvas, scene);
    if (context) draw(context);
    return known.canvas;
  }
}

/** Pixel by pixel. */
function whole(context: CanvasRenderingContext2D, picture: HTMLCanvasElement, { density }: Scene): void {
  context.drawImage(picture, 0, 0, picture.width / density, picture.height / density);
}

/** An empty context of the scene's size, in CSS pixels. */
function fresh(canvas: HTMLCanvasElement, scene: Scene): CanvasRenderingContext2D | null {
  const width = Math.max(1, Math.round(scene.width * scene.density));
  const height = Math.max(1, Math.round(scene.height * scene.density));
  const context = canvas.getContext('2d');
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  } else {
    context?.resetTransform();
    context?.clearRect(0, 0, width, height);
  }
  context?.setTransform(scene.density, 0, 0, scene.density, 0, 0);
  return context;
}
