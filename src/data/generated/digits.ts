import type { ImageSplit } from '../samples';
import { DIGIT_STROKES, type Point, type Stroke } from './digit-strokes';
import { drawsOf, type Draws } from './random';

const SIDE = 28;
/** MNIST's digits fill 20 of 28 pixels. */
const BODY = 20;
const KIND = 2;

/**
 * `count` made-up handwritten digits, 28 × 28 grey like MNIST: a way of writing the digit is bent
 * (elastic waves), then slanted, turned, stretched and moved, and drawn with an anti-aliased pen.
 * Image `i` of (seed, first) is image `i + 1` of (seed, first − 1): train and test take ranges.
 */
export function generateDigits(seed: number, first: number, count: number): ImageSplit {
  const pixels = new Uint8Array(count * SIDE * SIDE);
  const labels = new Uint8Array(count);
  const ink = new Float64Array(SIDE * SIDE);
  for (let index = 0; index < count; index++) {
    const draws = drawsOf(seed, KIND, first + index);
    const digit = draws.below(10);
    labels[index] = digit;
    const variants = DIGIT_STROKES[digit] ?? [];
    const strokes = variants[draws.below(variants.length)] ?? [];
    ink.fill(0);
    drawDigit(strokes, draws, ink);
    for (let k = 0; k < ink.length; k++) pixels[index * ink.length + k] = Math.round(255 * (ink[k] ?? 0));
  }
  return { kind: 'image', count, width: SIDE, height: SIDE, channels: 1, pixels, labels };
}

function drawDigit(strokes: readonly Stroke[], draws: Draws, ink: Float64Array): void {
  const place = warp(draws);
  const radius = draws.between(0.75, 1.65);
  const pressure = draws.between(0.8, 1);
  for (const stroke of strokes) {
    const placed = stroke.map(place);
    for (let k = 1; k < placed.length; k++) {
      const [a, b] = [placed[k - 1], placed[k]];
      if (a && b) drawSegment(a, b, radius, pressure, ink);
    }
  }
}

/** A random bending and affine map from the unit square to pixels. */
function warp(draws: Draws): (point: Point) => Point {
  const waves = Array.from({ length: 4 }, () => ({
    amplitude: draws.gaussian(0.03),
    fx: draws.between(-1.4, 1.4),
    fy: draws.between(-1.4, 1.4),
    phase: draws.between(0, 2 * Math.PI),
  }));
  const angle = draws.gaussian(0.12);
  const slant = draws.gaussian(0.2);
  const width = BODY * draws.between(0.72, 1.1);
  const height = BODY * draws.between(0.85, 1.08);
  const [dx, dy] = [draws.gaussian(0.9), draws.gaussian(0.9)];
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return ([x, y]) => {
    let [bx, by] = [x - 0.5, y - 0.5];
    waves.forEach(({ amplitude, fx, fy, phase }, k) => {
      const shift = amplitude * Math.sin(2 * Math.PI * (fx * x + fy * y) + phase);
      if (k % 2 === 0) bx += shift;
      else by += shift;
    });
    const [sx, sy] = [(bx - slant * by) * width, by * height];
    return [SIDE / 2 + dx + cos * sx - sin * sy, SIDE / 2 + dy + sin * sx + cos * sy];
  };
}

/** Draws a round pen from a to b: full ink inside its radius, fading over the pixel at its edge. */
function drawSegment(a: Point, b: Point, radius: number, pressure: number, ink: Float64Array): void {
  const reach = radius + 0.5;
  const left = Math.max(0, Math.floor(Math.min(a[0], b[0]) - reach));
  const right = Math.min(SIDE - 1, Math.ceil(Math.max(a[0], b[0]) + reach));
  const top = Math.max(0, Math.floor(Math.min(a[1], b[1]) - reach));
  const bottom = Math.min(SIDE - 1, Math.ceil(Math.max(a[1], b[1]) + reach));
  const [vx, vy] = [b[0] - a[0], b[1] - a[1]];
  const squared = vx * vx + vy * vy;
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const [px, py] = [x + 0.5 - a[0], y + 0.5 - a[1]];
      const along = squared === 0 ? 0 : Math.min(1, Math.max(0, (px * vx + py * vy) / squared));
      const [ox, oy] = [px - along * vx, py - along * vy];
      const cover = Math.min(1, reach - Math.sqrt(ox * ox + oy * oy)) * pressure;
      const at = y * SIDE + x;
      if (cover > (ink[at] ?? 0)) ink[at] = cover;
    }
  }
}
