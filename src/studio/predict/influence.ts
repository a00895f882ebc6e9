import { frequencies } from '../../data/encoders/fourier';
import { boxWeights } from '../../data/encoders/luminance';
import type { Encoder } from '../../experiment/schema';
import type { ComplexPlanes } from '../../photonics/propagate';

/** What one number of the sample, made larger, does to the answer's score: only relative sizes mean something. */

interface Shape {
  readonly width: number;
  readonly height: number;
}

/**
 * Influence of each pixel's brightness, row by row: the gradient by the fields taken back through the encoder.
 * @param gradient of the score by the fields, see `inputGradient`
 * @param fields what the encoder made of the image
 * @returns undefined for encoders that take no images
 */
export function pixelInfluence(
  encoder: Encoder,
  gradient: ComplexPlanes,
  fields: ComplexPlanes,
  image: Shape,
): Float64Array | undefined {
  if (encoder.kind === 'fourier') return ofFrequencies(unscaled(gradient, fields), image);
  if (encoder.kind === 'pixels') return ofSquares(unscaled(gradient, fields).re, image);
  return undefined;
}

/** Influence of each measurement, per standard deviation of it; `undefined` for other encoders. */
export function measurementInfluence(
  encoder: Encoder,
  gradient: ComplexPlanes,
  fields: ComplexPlanes,
): readonly { readonly name: string; readonly influence: number }[] | undefined {
  if (encoder.kind !== 'columns') return undefined;
  const { columns, modulation, scale } = encoder;
  return columns.map((name, k) => {
    const [gRe, gIm] = [gradient.re[k] ?? 0, gradient.im[k] ?? 0];
    // A field scale·z, or exp(i·scale·z), whose derivative is i·scale times itself.
    const influence =
      modulation === 'amplitude'
        ? scale * gRe
        : scale * (gIm * (fields.re[k] ?? 0) - gRe * (fields.im[k] ?? 0));
    return { name, influence };
  });
}

/**
 * Encoders scale every sample to the same power: x = s·F/|F|. In terms of F the gradient loses its part along x, and
 * a factor that all pixels share.
 */
function unscaled(gradient: ComplexPlanes, fields: ComplexPlanes): ComplexPlanes {
  let along = 0;
  let power = 0;
  for (let k = 0; k < fields.re.length; k++) {
    along += (gradient.re[k] ?? 0) * (fields.re[k] ?? 0) + (gradient.im[k] ?? 0) * (fields.im[k] ?? 0);
    power += (fields.re[k] ?? 0) ** 2 + (fields.im[k] ?? 0) ** 2;
  }
  const share = power > 0 ? along / power : 0;
  return {
    re: gradient.re.map((value, k) => value - share * (fields.re[k] ?? 0)),
    im: gradient.im.map((value, k) => value - share * (fields.im[k] ?? 0)),
  };
}

/** Re Σ conj(h_k)·exp(−2πi(u·x/w + v·y/h)) for each pixel. */
function ofFrequencies(h: ComplexPlanes, { width, height }: Shape): Float64Array {
  const list = frequencies(h.re.length, width, height);
  const out = new Float64Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      list.forEach(([u, v], k) => {
        const angle = 2 * Math.PI * ((u * x) / width + (v * y) / height);
        sum += (h.re[k] ?? 0) * Math.cos(angle) - (h.im[k] ?? 0) * Math.sin(angle);
      });
      out[y * width + x] = sum;
    }
  }
  return out;
}

/** Each field is the mean of a box of pixels. */
function ofSquares(h: Float64Array, { width, height }: Shape): Float64Array {
  const side = Math.min(Math.floor(Math.sqrt(h.length)), width, height);
  const columns = boxWeights(width, side);
  const rows = boxWeights(height, side);
  const out = new Float64Array(width * height);
  rows.forEach((rowWeights, r) => {
    columns.forEach((columnWeights, c) => {
      for (const [y, rowWeight] of rowWeights)
        for (const [x, weight] of columnWeights)
          out[y * width + x] = (out[y * width + x] ?? 0) + rowWeight * weight * (h[r * side + c] ?? 0);
    });
  });
  return out;
}
