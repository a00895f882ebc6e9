import { boxResize, boxWeights } from '../../data/encoders/luminance';
import { DIGIT_SIZE, centreDigit } from './centre-digit';

/** A picture as browsers decode it: red, green, blue and opacity of each pixel, row by row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8ClampedArray;
}

export interface PictureOptions {
  /** Turn bright into dark: by the picture's edge, or as said. */
  readonly invert: 'auto' | 'yes' | 'no';
  /** Treat it as MNIST's digits were treated. */
  readonly centre: boolean;
}

export interface Converted {
  readonly pixels: Uint8Array;
  readonly isInverted: boolean;
}

/** What stands out less from the edge than this share of the brightest is background. */
const BACKGROUND = 0.15;

/**
 * A picture in the shape of a data set's images. Grey ones become bright shapes on black: the level of the edge is
 * taken for the background and made black. Colour ones are cut to the middle square and averaged down.
 * @returns undefined where nothing stands out from the background
 */
export function convertPicture(
  picture: Picture,
  shape: { readonly width: number; readonly height: number; readonly channels: 1 | 3 },
  { invert, centre }: PictureOptions,
): Converted | undefined {
  if (shape.channels === 3)
    return { pixels: inColour(picture, shape.width, shape.height), isInverted: false };
  const grey = greyOf(picture);
  const isInverted = invert === 'auto' ? edgeLevel(grey, picture) > 127 : invert === 'yes';
  if (isInverted) grey.forEach((value, i) => (grey[i] = 255 - value));
  const side = Math.max(picture.width, picture.height);
  const ink = inSquare(standOut(grey, edgeLevel(grey, picture)), picture, side);
  if (!ink.some((value) => value > 0)) return undefined;
  if (centre && shape.width === DIGIT_SIZE && shape.height === DIGIT_SIZE) {
    const pixels = centreDigit(ink, side);
    return pixels && { pixels, isInverted };
  }
  return { pixels: shrink(ink, side, shape.width, shape.height), isInverted };
}

/** Brightness 0…255; transparent parts are dark where the rest is bright, and the other way round. */
function greyOf({ width, height, rgba }: Picture): Float64Array {
  const grey = new Float64Array(width * height);
  let sum = 0;
  let weight = 0;
  for (let i = 0; i < grey.length; i++) {
    const luma = 0.299 * (rgba[4 * i] ?? 0) + 0.587 * (rgba[4 * i + 1] ?? 0) + 0.114 * (rgba[4 * i + 2] ?? 0);
    const opacity = (rgba[4 * i + 3] ?? 0) / 255;
    grey[i] = luma;
    sum += luma * opacity;
    weight += opacity;
  }
  const paper = sum > 127 * weight ? 0 : 255;
  for (let i = 0; i < grey.length; i++) {
    const opacity = (rgba[4 * i + 3] ?? 0) / 255;
    grey[i] = opacity * (grey[i] ?? 0) + (1 - opacity) * paper;
  }
  return grey;
}

/** Median brightness of the outermost pixels. */
function edgeLevel(grey: Float64Array, { width, height }: Picture): number {
  const edge: number[] = [];
  for (let x = 0; x < width; x++) edge.push(grey[x] ?? 0, grey[(height - 1) * width + x] ?? 0);
  for (let y = 0; y < height; y++) edge.push(grey[y * width] ?? 0, grey[(y + 1) * width - 1] ?? 0);
  edge.sort((a, b) => a - b);
  return edge[Math.floor(edge.length / 2)] ?? 0;
}

/** Stretches what is brighter than the background to 0…255. */
function standOut(grey: Float64Array, background: number): Float64Array {
  const brightest = grey.reduce((most, value) => Math.max(most, value), 0);
  const range = brightest - background;
  if (range < 8) return new Float64Array(grey.length);
  return grey.map((value) => {
    const share = ((value - background) / range - BACKGROUND) / (1 - BACKGROUND);
    return 255 * Math.min(1, Math.max(0, share));
  });
}

function inSquare(grey: Float64Array, { width, height }: Picture, side: number): Float64Array {
  const out = new Float64Array(side * side);
  const left = Math.floor((side - width) / 2);
  const top = Math.floor((side - height) / 2);
  for (let y = 0; y < height; y++)
    out.set(grey.subarray(y * width, (y + 1) * width), (top + y) * side + left);
  return out;
}

function shrink(square: Float64Array, side: number, width: number, height: number): Uint8Array {
  const out = new Float64Array(width * height);
  boxResize(square, side, boxWeights(side, width), boxWeights(side, height), out);
  return Uint8Array.from(out, (value) => Math.round(value));
}

/** Red, green and blue planes of the middle square. */
function inColour({ width, height, rgba }: Picture, toWidth: number, toHeight: number): Uint8Array {
  const side = Math.min(width, height);
  const left = Math.floor((width - side) / 2);
  const top = Math.floor((height - side) / 2);
  const plane = toWidth * toHeight;
  const pixels = new Uint8Array(3 * plane);
  for (let channel = 0; channel < 3; channel++) {
    const values = new Float64Array(side * side);
    for (let y = 0; y < side; y++) {
      for (let x = 0; x < side; x++) {
        const from = 4 * ((top + y) * width + left + x);
        const opacity = (rgba[from + 3] ?? 0) / 255;
        values[y * side + x] = opacity * (rgba[from + channel] ?? 0) + (1 - opacity) * 255;
      }
    }
    pixels.set(shrink(values, side, toWidth, toHeight), channel * plane);
  }
  return pixels;
}
