import type { FieldBatch } from '../data/fields';
import type { InferenceBody } from './schemas';
import { programFault } from './program-fault';

/** Samples on their way in and answers on their way out, as JSON or as little-endian float32. */

export const BINARY = 'application/octet-stream';
/** `count,width` of real samples, `count,2,width` of complex ones (each sample's real parts, then its imaginary ones). */
export const SHAPE_HEADER = 'X-Photonic-Shape';
export const MODEL_HEADER = 'X-Photonic-Model';

/** Samples of a JSON body. Throws `program/wrong-shape`. */
export function fromJson(inputs: InferenceBody['inputs'], width: number): FieldBatch {
  const count = inputs.length;
  const re = new Float32Array(count * width);
  const im = new Float32Array(count * width);
  inputs.forEach((sample, index) => {
    const real = Array.isArray(sample) ? sample : sample.re;
    const imaginary = Array.isArray(sample) ? undefined : sample.im;
    if (real.length !== width || (imaginary !== undefined && imaginary.length !== width))
      throw wrongShape(width, `inputs.${index}`);
    re.set(real, index * width);
    if (imaginary) im.set(imaginary, index * width);
  });
  return { count, modes: width, re, im };
}

/**
 * Samples of a binary body.
 * @param shape see {@link SHAPE_HEADER}; undefined: as many real samples as there are
 * @throws PhotonicError `program/wrong-shape`
 */
export function fromBinary(bytes: ArrayBuffer, shape: string | undefined, width: number): FieldBatch {
  const sizes = shape?.split(',').map(Number) ?? [bytes.byteLength / 4 / width, width];
  const [count = 0] = sizes;
  const isComplex = sizes.length === 3 && sizes[1] === 2;
  const isSound =
    Number.isInteger(count) && count > 0 && (sizes.length === 2 || isComplex) && sizes.at(-1) === width;
  const numbers = count * width * (isComplex ? 2 : 1);
  if (!isSound || numbers * 4 !== bytes.byteLength) throw wrongShape(width, SHAPE_HEADER);
  const all = new Float32Array(bytes);
  for (const value of all)
    if (!(Math.abs(value) <= 1e6)) throw programFault('bad-request', { where: 'inputs' });
  if (!isComplex) return { count, modes: width, re: all, im: new Float32Array(numbers) };
  const re = new Float32Array(count * width);
  const im = new Float32Array(count * width);
  for (let index = 0; index < count; index++) {
    const from = 2 * index * width;
    re.set(all.subarray(from, from + width), index * width);
    im.set(all.subarray(from + width, from + 2 * width), index * width);
  }
  return { count, modes: width, re, im };
}

function wrongShape(width: number, where: string) {
  return programFault('wrong-shape', { fix: `Send ${width} numbers per sample.`, where });
}
