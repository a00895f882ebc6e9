import { STREAM, randomWord } from '../../lib/rng';
import type { Augmentation, ImageShape } from './plan';

/** How one training sample is moved. */
export interface Move {
  /** Pixels to the right and down from which the image is read. */
  readonly dx: number;
  readonly dy: number;
  readonly flip: boolean;
}

/**
 * The move of the sample at `position` of the endless training stream (step · batch + row, the number `sampleAt`
 * takes), from one word; every backend repeats this bit for bit:
 *
 *     word = randomWord(seed, STREAM.augmentation, position mod 2³²)
 *     dx   = ((word & 0xffff) · (2·shift + 1) >> 16) − shift                 uniform in −shift … shift
 *     dy   = (((word >> 16) & 0x7fff) · (2·shift + 1) >> 15) − shift
 *     flip = the word's highest bit, where flips are on
 *
 * The moved image is y[c][i][j] = x[c][i + dy][j' + dx] with j' = width − 1 − j if flipped, else j, and the mean
 * (0 of standardised pixels) where that lies outside the image. Evaluation moves nothing.
 */
export function moveAt({ shift, flip }: Augmentation, seed: number, position: number): Move {
  const word = randomWord(seed, STREAM.augmentation, position % 2 ** 32);
  const choices = 2 * shift + 1;
  return {
    dx: (((word & 0xffff) * choices) >>> 16) - shift,
    dy: ((((word >>> 16) & 0x7fff) * choices) >>> 15) - shift,
    flip: flip && word >>> 31 === 1,
  };
}

/** Standardised pixels of one image, moved, into `out` from `at`. `pixels` starts at the image. */
export function writeMoved(
  image: ImageShape,
  pixels: Uint8Array,
  mean: readonly number[],
  deviation: readonly number[],
  move: Move,
  out: Float64Array,
  at: number,
): void {
  const { channels, height, width } = image;
  let to = at;
  for (let c = 0; c < channels; c++) {
    for (let i = 0; i < height; i++) {
      const row = i + move.dy;
      for (let j = 0; j < width; j++, to++) {
        const column = (move.flip ? width - 1 - j : j) + move.dx;
        const inside = row >= 0 && row < height && column >= 0 && column < width;
        const byte = pixels[(c * height + row) * width + column] ?? 0;
        out[to] = inside ? (byte / 255 - (mean[c] ?? 0)) / (deviation[c] ?? 1) : 0;
      }
    }
  }
}

export const UNMOVED: Move = { dx: 0, dy: 0, flip: false };
