import { dataFault } from './bytes';
import { checkMeasurements, encodeColumns } from './encoders/columns';
import { fourierWriter } from './encoders/fourier';
import { boxResize, boxWeights, luminance, type ImageShape } from './encoders/luminance';
import { pixelsWriter } from './encoders/pixels';
import type { FittedEncoder } from './encode';
import type { RawSplit } from './samples';

/** A sample the user made: the same shapes as the engine's protocol. */
export type RawInput =
  | (ImageShape & { readonly kind: 'image'; readonly pixels: Uint8Array })
  | { readonly kind: 'table'; readonly values: Readonly<Record<string, number>> };

/** Sample `index` of a raw split as something to look at, or to encode alone. */
export function rawInputOf(split: RawSplit, index: number): RawInput {
  if (split.kind === 'table') {
    const width = split.columns.length;
    const values = split.columns.map((column, at) => [
      column,
      split.values[index * width + at] ?? Number.NaN,
    ]);
    return { kind: 'table', values: Object.fromEntries(values) as Record<string, number> };
  }
  const { width, height, channels } = split;
  const size = channels * width * height;
  return {
    kind: 'image',
    width,
    height,
    channels,
    pixels: split.pixels.slice(index * size, (index + 1) * size),
  };
}

/** Sides a drawing may have; a pad at high resolution stays well below. */
const MAX_SIDE = 2048;

/**
 * The user's sample through the training set's encoder: fields of length modes. Images of another size
 * are area-averaged to the fitted one; colour counts by its luminance, as in training.
 * Missing measurements take the training mean. Throws `data/bad-input`.
 */
export function encodeInput(fitted: FittedEncoder, input: RawInput): { re: Float32Array; im: Float32Array } {
  const re = new Float32Array(fitted.modes);
  const im = new Float32Array(fitted.modes);
  if (fitted.kind === 'columns') {
    if (input.kind !== 'table') throw badInput('Measurements were expected, not an image.');
    checkMeasurements(fitted, input.values);
    encodeColumns(fitted, (column) => input.values[column.name] ?? Number.NaN, '', re, im);
    return { re, im };
  }
  if (input.kind !== 'image') throw badInput('An image was expected, not measurements.');
  const { width, height, channels, pixels } = input;
  const sound = [width, height].every((side) => Number.isInteger(side) && side >= 1 && side <= MAX_SIDE);
  if (!sound || pixels.length !== width * height * channels) {
    throw badInput(`The image has ${pixels.length} bytes for ${width} × ${height} × ${channels}.`);
  }
  const grey = { ...fitted, image: { ...fitted.image, channels: 1 as const } };
  const same = width === fitted.image.width && height === fitted.image.height;
  const image = same ? input : { channels: 1 as const, pixels: resized(input, fitted.image) };
  const shaped =
    image.channels === 1 ? grey : { ...fitted, image: { ...fitted.image, channels: image.channels } };
  const write = shaped.kind === 'fourier' ? fourierWriter(shaped) : pixelsWriter(shaped);
  write(image.pixels, 0, re, im);
  return { re, im };
}

function badInput(message: string) {
  return dataFault(
    'bad-input',
    message,
    'Draw or type the sample again; if it comes from a program, check its shape.',
  );
}

function resized(input: ImageShape & { readonly pixels: Uint8Array }, to: ImageShape): Uint8Array {
  const grey = new Float64Array(input.width * input.height);
  luminance(input, input.pixels, 0, grey);
  const out = new Float64Array(to.width * to.height);
  boxResize(grey, input.width, boxWeights(input.width, to.width), boxWeights(input.height, to.height), out);
  return Uint8Array.from(out, (value) => Math.round(255 * value));
}

/** MNIST's frame: digits fill a 20 × 20 box, its centre of mass at the middle of 28 × 28 (LeCun et al.). */
const FRAME = 28;
const BOX = 20;

/**
 * Puts a grey drawing (any size, 0 empty … 255 ink) into MNIST's frame, the way that set was made:
 * bounding box scaled to 20 pixels, centre of mass in the middle of 28 × 28. An empty one stays empty.
 */
export function frameDrawing(pixels: Uint8Array, width: number, height: number): Uint8Array<ArrayBuffer> {
  const framed = new Uint8Array(FRAME * FRAME);
  let [left, right, top, bottom] = [width, -1, height, -1];
  let [mass, massX, massY] = [0, 0, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const ink = pixels[y * width + x] ?? 0;
      if (ink === 0) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
      mass += ink;
      massX += ink * (x + 0.5);
      massY += ink * (y + 0.5);
    }
  }
  if (mass === 0) return framed;
  const step = Math.max(right - left + 1, bottom - top + 1) / BOX;
  // Each target pixel averages the source square under it, sampled finely enough for pads up to 560 px.
  const taps = Math.min(8, Math.max(2, Math.ceil(2 * step)));
  for (let y = 0; y < FRAME; y++) {
    for (let x = 0; x < FRAME; x++) {
      let sum = 0;
      for (let tap = 0; tap < taps * taps; tap++) {
        const sourceX = Math.floor(massX / mass + (x - FRAME / 2 + ((tap % taps) + 0.5) / taps) * step);
        const sourceY = Math.floor(
          massY / mass + (y - FRAME / 2 + (Math.floor(tap / taps) + 0.5) / taps) * step,
        );
        if (sourceX >= 0 && sourceX < width && sourceY >= 0 && sourceY < height)
          sum += pixels[sourceY * width + sourceX] ?? 0;
      }
      framed[y * FRAME + x] = Math.round(sum / (taps * taps));
    }
  }
  return framed;
}
