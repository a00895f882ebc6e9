import { TEXTURE_NAMES } from '../class-names';
import type { ImageSplit } from '../samples';
import { drawsOf, type Draws } from './random';

const KIND = 3;

/** Brightness −1…1 at (x, y) in pixels. */
type Pattern = (x: number, y: number) => number;

/**
 * `count` made-up texture images of ten kinds, two random colours each (or greys for one channel), with
 * noise, random scale, turn and place, so that neither colour nor any single pixel tells the kind.
 */
export function generateTextures(
  seed: number,
  first: number,
  count: number,
  side: number,
  channels: 1 | 3,
): ImageSplit {
  const size = side * side;
  const pixels = new Uint8Array(count * channels * size);
  const labels = new Uint8Array(count);
  for (let index = 0; index < count; index++) {
    const draws = drawsOf(seed, KIND, first + index);
    const kind = draws.below(TEXTURE_NAMES.length);
    labels[index] = kind;
    const pattern = patternOf(kind, side, draws);
    const colours = Array.from({ length: channels }, () => {
      const middle = draws.between(80, 175);
      return { middle, swing: draws.between(35, 75) * (draws.below(2) === 0 ? 1 : -1) };
    });
    const noise = draws.between(6, 26);
    for (let pixel = 0; pixel < size; pixel++) {
      const value = pattern(pixel % side, Math.floor(pixel / side));
      const grain = noise * draws.between(-1, 1);
      colours.forEach(({ middle, swing }, channel) => {
        const level = middle + swing * value + grain;
        pixels[(index * channels + channel) * size + pixel] = Math.max(0, Math.min(255, Math.round(level)));
      });
    }
  }
  return { kind: 'image', count, width: side, height: side, channels, pixels, labels };
}

function patternOf(kind: number, side: number, draws: Draws): Pattern {
  const period = draws.between(4.5, 10);
  const phase = draws.between(0, 2 * Math.PI);
  const wobble = draws.gaussian(0.13);
  const [cx, cy] = [side * draws.between(0.25, 0.75), side * draws.between(0.25, 0.75)];
  const grating = (angle: number): Pattern => {
    const [kx, ky] = [(2 * Math.PI * Math.cos(angle)) / period, (2 * Math.PI * Math.sin(angle)) / period];
    return (x, y) => Math.sin(kx * x + ky * y + phase);
  };
  switch (kind) {
    case 0:
      return grating(Math.PI / 2 + wobble);
    case 1:
      return grating(wobble);
    case 2:
      return grating((draws.below(2) === 0 ? 1 : -1) * (Math.PI / 4) + wobble);
    case 3: {
      const [a, b] = [grating(wobble), grating(Math.PI / 2 + wobble)];
      return (x, y) => (a(x, y) * b(x, y) > 0 ? 1 : -1);
    }
    case 4: {
      const [a, b] = [grating(wobble), grating(Math.PI / 2 + wobble)];
      return (x, y) => (a(x, y) + b(x, y) > 0.9 ? 1 : -0.6);
    }
    case 5:
      return (x, y) => Math.sin((2 * Math.PI * Math.hypot(x - cx, y - cy)) / period + phase);
    case 6: {
      const arms = 4 + draws.below(5);
      return (x, y) => Math.sin(arms * Math.atan2(y - cy, x - cx) + phase);
    }
    case 7:
      return noiseField(side, 1, draws);
    case 8:
      return noiseField(side, Math.ceil(draws.between(4, 7)), draws);
    default: {
      const angle = draws.between(0, 2 * Math.PI);
      return (x, y) => (((x - side / 2) * Math.cos(angle) + (y - side / 2) * Math.sin(angle)) * 1.6) / side;
    }
  }
}

/** Smoothed random values on a grid of the given cell size. */
function noiseField(side: number, cell: number, draws: Draws): Pattern {
  const across = Math.ceil(side / cell) + 2;
  const grid = Float64Array.from({ length: across * across }, () => draws.between(-1, 1));
  const smooth = (t: number) => t * t * (3 - 2 * t);
  return (x, y) => {
    const [gx, gy] = [Math.floor(x / cell), Math.floor(y / cell)];
    const [u, v] = [smooth(x / cell - gx), smooth(y / cell - gy)];
    const at = (i: number, j: number) => grid[(gy + j) * across + gx + i] ?? 0;
    return (1 - v) * ((1 - u) * at(0, 0) + u * at(1, 0)) + v * ((1 - u) * at(0, 1) + u * at(1, 1));
  };
}
