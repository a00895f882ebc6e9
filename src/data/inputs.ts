import { dataFault } from './bytes';
import { checkMeasurements, encodeColumns } from './encoders/columns';
import { fourierWriter } from './encoders/fourier';
import { boxResize, boxWeights, luminance, type ImageShape } from './encoders/luminance';
import { pixelsWriter } from './encoders/pixels';
import { imageInput } from './images';
import type { FittedData } from './network-data';

/** A sample the user made: the same shapes as the engine's protocol. */
export type RawInput =
  | (ImageShape & { readonly kind: 'image'; readonly pixels: Uint8Array })
  | { readonly kind: 'table'; readonly values: Readonly<Record<string, number>> };

/** Sides a drawing may have; a pad at high resolution stays well below. */
const MAX_SIDE = 2048;

/**
 * The user's sample through the training set's encoder: fields of length modes. Images of another size
 * are area-averaged to the fitted one; colour counts by its luminance, as in training. For a convolution there is one
 * real field per pixel and channel, standardised.
 * Missing measurements take the training mean. Throws `data/bad-input`.
 */
export function encodeInput(fitted: FittedData, input: RawInput): { re: Float32Array; im: Float32Array } {
  if (fitted.kind === 'columns') {
    if (input.kind !== 'table') throw badInput('Measurements were expected, not an image.');
    const re = new Float32Array(fitted.modes);
    const im = new Float32Array(fitted.modes);
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
  if (fitted.kind === 'image') {
    const values = imageInput(fitted, input);
    return { re: values, im: new Float32Array(values.length) };
  }
  const re = new Float32Array(fitted.modes);
  const im = new Float32Array(fitted.modes);
  const grey = { ...fitted, image: { ...fitted.image, channels: 1 as const } };
  const same = width === fitted.image.width && height === fitted.image.height;
  const image = same ? input : { channels: 1 as const, pixels: resized(input, fitted.image) };
  const shaped =
    image.channels === 1 ? grey : { ...fitted, image: { ...fitted.image, channels: image.channels } };
  const write = shaped.kind === 'fourier' ? fourierWriter(shaped) : pixelsWriter(shaped);
  write(image.pixels, 0, re, im);
  return { re, im };
}

/** Many inputs of the same kind, one after the other. Throws like {@link encodeInput}. */
export function encodeInputs(
  fitted: FittedData,
  inputs: readonly RawInput[],
): { re: Float32Array; im: Float32Array } {
  const encoded = inputs.map((input) => encodeInput(fitted, input));
  const width = encoded[0]?.re.length ?? 0;
  const re = new Float32Array(width * inputs.length);
  const im = new Float32Array(width * inputs.length);
  encoded.forEach((fields, row) => {
    re.set(fields.re, row * width);
    im.set(fields.im, row * width);
  });
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
