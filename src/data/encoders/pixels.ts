import type { Encoder } from '../../experiment/schema';
import { boxResize, boxWeights, luminance, normaliseRms, type ImageShape } from './luminance';

type PixelsEncoder = Extract<Encoder, { kind: 'pixels' }>;

/**
 * Brightness as amplitude: the image averaged down to the largest square of modes (never more pixels
 * than it has), each sample scaled to a root-mean-square field of `scale` over the modes it uses; the
 * rest are dark.
 */
export interface FittedPixels {
  readonly kind: 'pixels';
  readonly modes: number;
  readonly scale: number;
  readonly image: ImageShape;
  readonly side: number;
}

export function fitPixels(image: ImageShape, encoder: PixelsEncoder, modes: number): FittedPixels {
  const side = Math.min(Math.floor(Math.sqrt(modes)), image.width, image.height);
  return { kind: 'pixels', modes, scale: encoder.scale, image, side };
}

/** One sample at a time into `re`, `im` (length modes); tables are made once per fit. */
export function pixelsWriter(fitted: FittedPixels) {
  const { image, side } = fitted;
  const grey = new Float64Array(image.width * image.height);
  const small = new Float64Array(side * side);
  const columns = boxWeights(image.width, side);
  const rows = boxWeights(image.height, side);
  return (pixels: Uint8Array, index: number, re: Float32Array, im: Float32Array): void => {
    luminance(image, pixels, index, grey);
    boxResize(grey, image.width, columns, rows, small);
    re.set(small);
    normaliseRms(re, im, side * side, fitted.scale);
  };
}
