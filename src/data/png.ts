import { unzlibSync } from 'fflate';
import { dataFault } from './bytes';

/** A decoded image: channel planes one after the other, as in {@link ImageSplit}. */
interface PngImage {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  readonly pixels: Uint8Array;
}

const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];
const MAX_SIDE = 512;

/**
 * Decodes a PNG of 8-bit grey or RGB samples, not interlaced, which is how the public Parquet copies of
 * MNIST, Fashion-MNIST and CIFAR-10 store their images (PNG specification, W3C, third edition). A canvas
 * would need a page, manage colours, and take far longer for 50,000 tiny images.
 * Throws `data/bad-png`.
 */
export function readPng(bytes: Uint8Array, name: string): PngImage {
  if (SIGNATURE.some((byte, index) => bytes[index] !== byte))
    throw badPng(name, 'it does not start like one');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let shape: Omit<PngImage, 'pixels'> | undefined;
  const packed: Uint8Array[] = [];
  let at = SIGNATURE.length;
  for (;;) {
    if (at + 12 > bytes.length) throw badPng(name, 'it is cut short');
    const length = view.getUint32(at);
    const kind = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (at + 12 + length > bytes.length) throw badPng(name, 'it is cut short');
    if (kind === 'IHDR') shape = readHeader(bytes.subarray(at + 8, at + 8 + length), name);
    if (kind === 'IDAT') packed.push(bytes.subarray(at + 8, at + 8 + length));
    if (kind === 'IEND') break;
    at += 12 + length;
  }
  if (shape === undefined) throw badPng(name, 'it has no header');
  return { ...shape, pixels: planes(unfilter(inflate(packed, shape, name), shape, name), shape) };
}

function badPng(name: string, what: string) {
  return dataFault(
    'bad-png',
    `${name} is not a usable PNG: ${what}.`,
    'Download the file again from its source.',
    name,
  );
}

function readHeader(header: Uint8Array, name: string): Omit<PngImage, 'pixels'> {
  if (header.length !== 13) throw badPng(name, 'its header is damaged');
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  const width = view.getUint32(0);
  const height = view.getUint32(4);
  const [depth, colour, , , interlace] = header.subarray(8);
  if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE)
    throw badPng(name, `it is ${width} × ${height} pixels`);
  if (depth !== 8 || (colour !== 0 && colour !== 2) || interlace !== 0) {
    throw badPng(name, 'only plain 8-bit grey or RGB images are read');
  }
  return { width, height, channels: colour === 0 ? 1 : 3 };
}

function inflate(packed: readonly Uint8Array[], shape: Omit<PngImage, 'pixels'>, name: string): Uint8Array {
  const joined = new Uint8Array(packed.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of packed) {
    joined.set(part, offset);
    offset += part.length;
  }
  const expected = shape.height * (1 + shape.width * shape.channels);
  let raw: Uint8Array;
  try {
    raw = unzlibSync(joined);
  } catch (thrown) {
    throw badPng(name, `its compression is damaged (${String(thrown)})`);
  }
  if (raw.length !== expected) throw badPng(name, 'it has the wrong number of pixels');
  return raw;
}

/** Undoes the scanline filters in place; returns the scanlines without their filter bytes. */
function unfilter(raw: Uint8Array, shape: Omit<PngImage, 'pixels'>, name: string): Uint8Array {
  const bpp = shape.channels;
  const stride = shape.width * bpp;
  const out = new Uint8Array(shape.height * stride);
  for (let y = 0; y < shape.height; y++) {
    const filter = raw[y * (stride + 1)] ?? 0;
    if (filter > 4) throw badPng(name, `its scanline filter ${filter} does not exist`);
    for (let x = 0; x < stride; x++) {
      const left = x >= bpp ? (out[y * stride + x - bpp] ?? 0) : 0;
      const up = y > 0 ? (out[(y - 1) * stride + x] ?? 0) : 0;
      const corner = x >= bpp && y > 0 ? (out[(y - 1) * stride + x - bpp] ?? 0) : 0;
      const predicted =
        filter === 0
          ? 0
          : filter === 1
            ? left
            : filter === 2
              ? up
              : filter === 3
                ? (left + up) >> 1
                : paeth(left, up, corner);
      out[y * stride + x] = (raw[y * (stride + 1) + 1 + x] ?? 0) + predicted;
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner;
  const [dl, du, dc] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - corner)];
  if (dl <= du && dl <= dc) return left;
  return du <= dc ? up : corner;
}

function planes(interleaved: Uint8Array, { width, height, channels }: Omit<PngImage, 'pixels'>): Uint8Array {
  if (channels === 1) return interleaved;
  const size = width * height;
  const out = new Uint8Array(3 * size);
  for (let pixel = 0; pixel < size; pixel++) {
    for (let channel = 0; channel < 3; channel++)
      out[channel * size + pixel] = interleaved[pixel * 3 + channel] ?? 0;
  }
  return out;
}
