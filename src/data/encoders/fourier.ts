import type { Encoder } from '../../experiment/schema';
import { dataFault } from '../bytes';
import { luminance, normaliseRms, type ImageShape } from './luminance';

type FourierEncoder = Extract<Encoder, { kind: 'fourier' }>;

/**
 * Low spatial frequencies of the image's two-dimensional Fourier transform (kernel e^{−2πi(ux/w + vy/h)})
 * as complex fields, one frequency (u, v) per mode:
 *
 * - modes = k²: the centred k × k crop of the shifted transform, u and v from −⌊k/2⌋, row by row, as in
 *   neurophox's MNIST experiment (Pai et al.; Williamson et al. 2020 use the same features);
 * - otherwise: by rising |k|² (ties by v, then u) in the half plane v > 0 or v = 0, u ≥ 0, whose
 *   frequencies no real image's symmetry F(−k) = F(k)* makes redundant; the other half follows only
 *   when these run out.
 *
 * Each sample is scaled to a root-mean-square field of `scale` per mode.
 */
export interface FittedFourier {
  readonly kind: 'fourier';
  readonly modes: number;
  readonly scale: number;
  readonly image: ImageShape;
}

/** Throws `data/too-many-modes` (field `modes`) when the image has fewer frequencies than modes. */
export function fitFourier(image: ImageShape, encoder: FourierEncoder, modes: number): FittedFourier {
  const side = Math.sqrt(modes);
  const square = Number.isInteger(side);
  if (square ? side > Math.min(image.width, image.height) : modes > image.width * image.height) {
    throw dataFault(
      'too-many-modes',
      `An image of ${image.width} × ${image.height} pixels has too few spatial frequencies for ${modes} modes.`,
      'Choose fewer modes, or images with more pixels.',
      'modes',
    );
  }
  return { kind: 'fourier', modes, scale: encoder.scale, image };
}

/** The frequencies (u along x, v along y) in mode order. */
export function frequencies(
  modes: number,
  width: number,
  height: number,
): readonly (readonly [number, number])[] {
  const side = Math.sqrt(modes);
  if (Number.isInteger(side)) {
    const first = -Math.floor(side / 2);
    return Array.from(
      { length: modes },
      (_, mode) => [first + (mode % side), first + Math.floor(mode / side)] as const,
    );
  }
  const half: [number, number][] = [];
  const other: [number, number][] = [];
  // Each residue once: −⌈n/2⌉+1 … ⌊n/2⌋.
  for (let v = 1 - Math.ceil(height / 2); v <= Math.floor(height / 2); v++) {
    for (let u = 1 - Math.ceil(width / 2); u <= Math.floor(width / 2); u++) {
      (v > 0 || (v === 0 && u >= 0) ? half : other).push([u, v]);
    }
  }
  const byLength = (a: readonly [number, number], b: readonly [number, number]) =>
    a[0] ** 2 + a[1] ** 2 - b[0] ** 2 - b[1] ** 2 || a[1] - b[1] || a[0] - b[0];
  return [...half.sort(byLength), ...other.sort(byLength)].slice(0, modes);
}

/**
 * One sample at a time into `re`, `im` (length modes). Separable: each image row is transformed at the
 * |u| that occur, then each mode sums over rows; dark pixels and rows cost nothing.
 */
export function fourierWriter(fitted: FittedFourier) {
  const { width, height } = fitted.image;
  const list = frequencies(fitted.modes, width, height);
  const us = [...new Set(list.map(([u]) => Math.abs(u)))];
  const columnOf = list.map(([u]) => us.indexOf(Math.abs(u)));
  const conjugate = list.map(([u]) => (u < 0 ? -1 : 1));
  const rowTable = phaseTable(us, width);
  const columnTable = phaseTable(
    list.map(([, v]) => v),
    height,
  );
  const grey = new Float64Array(width * height);
  const rowRe = new Float64Array(height * us.length);
  const rowIm = new Float64Array(height * us.length);
  const lit = new Int32Array(height);

  return (pixels: Uint8Array, index: number, re: Float32Array, im: Float32Array): void => {
    luminance(fitted.image, pixels, index, grey);
    let litRows = 0;
    for (let y = 0; y < height; y++) {
      if (transformRow(y)) lit[litRows++] = y;
    }
    for (let mode = 0; mode < fitted.modes; mode++) {
      const column = columnOf[mode] ?? 0;
      const sign = conjugate[mode] ?? 1;
      let sumRe = 0;
      let sumIm = 0;
      for (let k = 0; k < litRows; k++) {
        const y = lit[k] ?? 0;
        const a = rowRe[y * us.length + column] ?? 0;
        const b = sign * (rowIm[y * us.length + column] ?? 0);
        const c = columnTable.cos[mode * height + y] ?? 0;
        const s = columnTable.sin[mode * height + y] ?? 0;
        sumRe += a * c - b * s;
        sumIm += a * s + b * c;
      }
      re[mode] = sumRe;
      im[mode] = sumIm;
    }
    normaliseRms(re, im, fitted.modes, fitted.scale);
  };

  function transformRow(y: number): boolean {
    const at = y * us.length;
    rowRe.fill(0, at, at + us.length);
    rowIm.fill(0, at, at + us.length);
    let any = false;
    for (let x = 0; x < width; x++) {
      const value = grey[y * width + x] ?? 0;
      if (value === 0) continue;
      any = true;
      for (let k = 0; k < us.length; k++) {
        rowRe[at + k] = (rowRe[at + k] ?? 0) + value * (rowTable.cos[k * width + x] ?? 0);
        rowIm[at + k] = (rowIm[at + k] ?? 0) + value * (rowTable.sin[k * width + x] ?? 0);
      }
    }
    return any;
  }
}

/** cos and sin of −2π·frequency·position/length at [frequency index × length + position]. */
function phaseTable(
  list: readonly number[],
  length: number,
): { readonly cos: Float64Array; readonly sin: Float64Array } {
  const cos = new Float64Array(list.length * length);
  const sin = new Float64Array(list.length * length);
  list.forEach((frequency, row) => {
    for (let position = 0; position < length; position++) {
      // The product is reduced as an integer first, so equal angles have equal bits.
      const turns = ((((frequency * position) % length) + length) % length) / length;
      cos[row * length + position] = Math.cos(2 * Math.PI * turns);
      sin[row * length + position] = -Math.sin(2 * Math.PI * turns);
    }
  });
  return { cos, sin };
}
