import { zlibSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PhotonicError } from '../lib/fault';
import { readPng } from './png';

/** A minimal PNG writer that can apply any scanline filter (checksums are not read and left zero). */
function encodePng(
  width: number,
  height: number,
  channels: 1 | 3,
  interleaved: Uint8Array,
  filters: readonly number[],
): Uint8Array {
  const stride = width * channels;
  const raw = new Uint8Array(height * (stride + 1));
  for (let y = 0; y < height; y++) {
    const filter = filters[y % filters.length] ?? 0;
    raw[y * (stride + 1)] = filter;
    for (let x = 0; x < stride; x++) {
      const at = (dx: number, dy: number) =>
        x < dx || y < dy ? 0 : (interleaved[(y - dy) * stride + x - dx] ?? 0);
      const [a, b, c] = [at(channels, 0), at(0, 1), at(channels, 1)];
      const p = a + b - c;
      const nearest = [a, b, c].reduce(
        (best, value) => (Math.abs(p - value) < Math.abs(p - best) ? value : best),
        a,
      );
      const predicted = [0, a, b, Math.floor((a + b) / 2), nearest][filter] ?? 0;
      raw[y * (stride + 1) + 1 + x] = (interleaved[y * stride + x] ?? 0) - predicted;
    }
  }
  const chunk = (kind: string, data: Uint8Array) => {
    const bytes = new Uint8Array(12 + data.length);
    new DataView(bytes.buffer).setUint32(0, data.length);
    bytes.set(new TextEncoder().encode(kind), 4);
    bytes.set(data, 8);
    return bytes;
  };
  const header = new Uint8Array(13);
  new DataView(header.buffer).setUint32(0, width);
  new DataView(header.buffer).setUint32(4, height);
  header.set([8, channels === 1 ? 0 : 2], 8);
  const packed = zlibSync(raw);
  // Two IDAT chunks, as writers may split them.
  const parts = [
    chunk('IHDR', header),
    chunk('IDAT', packed.subarray(0, 5)),
    chunk('IDAT', packed.subarray(5)),
    chunk('IEND', new Uint8Array(0)),
  ];
  return Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10, ...parts.flatMap((part) => [...part])]);
}

describe('PNG', () => {
  it('round-trips grey and colour through every filter', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 6 }),
        fc.constantFrom<1 | 3>(1, 3),
        fc.array(fc.nat(4), { minLength: 1, maxLength: 5 }),
        fc.nat(1000),
        (width, height, channels, filters, salt) => {
          const interleaved = new Uint8Array(width * height * channels).map(
            (_, i) => ((i + salt) * 2654435761) >>> 24,
          );
          const image = readPng(encodePng(width, height, channels, interleaved, filters), 'x');
          expect(image).toMatchObject({ width, height, channels });
          const size = width * height;
          interleaved.forEach((value, i) => {
            expect(image.pixels[(i % channels) * size + Math.floor(i / channels)]).toBe(value);
          });
        },
      ),
    );
  });

  it('refuses truncation anywhere, other kinds of PNG, and garbage', () => {
    const good = encodePng(3, 3, 1, new Uint8Array(9), [4]);
    for (let length = 0; length < good.length; length++) {
      expect(() => readPng(good.subarray(0, length), 'cut.png')).toThrow(PhotonicError);
    }
    const sixteenBit = good.slice();
    sixteenBit[24] = 16;
    expect(() => readPng(sixteenBit, 'x')).toThrow(/8-bit/);
    const flipped = good.slice();
    flipped.set([255, 255, 255], 45);
    expect(() => readPng(flipped, 'x')).toThrow(PhotonicError);
  });
});
