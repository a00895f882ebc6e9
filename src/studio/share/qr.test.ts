import jsQr from 'jsqr';
import { expect, it } from 'vitest';
import { qrOf, qrSvg } from './qr';

const link = `https://studio.example/#s=${'a'.repeat(22)},${'B'.repeat(43)}`;

/** The dark modules of a path of {@link qrOf}, by drawing it. */
function drawn({ size, path }: { readonly size: number; readonly path: string }): boolean[][] {
  const grid = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let k = 0; k < Number(length); k++) grid[Number(y)]![Number(x) + k] = true;
  return grid;
}

/** The package is CommonJS: what it calls its default is a property of what Node gives. */
const { default: decode } = jsQr as unknown as { readonly default: typeof jsQr };

/** What a reader makes of a code, at four pixels a module. */
function readBack(code: { readonly size: number; readonly path: string }): string | undefined {
  const grid = drawn(code);
  const side = 4 * code.size;
  const pixels = new Uint8ClampedArray(4 * side * side).fill(255);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      if (grid[y >> 2]![x >> 2] === true) pixels.fill(0, 4 * (y * side + x), 4 * (y * side + x) + 3);
  return decode(pixels, side, side)?.data;
}

it('is read back as the link by a reader of its own, short or long', () => {
  for (const text of [link, `${link}${'e'.repeat(600)}`, `${link}${'p'.repeat(1800)}`])
    expect(readBack(qrOf(text)!)).toBe(text);
});

it('keeps four light modules around it', () => {
  const code = qrOf(link)!;
  const grid = drawn(code);
  const edge = [0, 1, 2, 3].flatMap((k) => [grid[k]!, grid[code.size - 1 - k]!, grid.map((row) => row[k]!)]);
  expect(edge.flat()).not.toContain(true);
});

it('gives up correction before it gives up, and says so of what no code can hold', () => {
  expect(qrOf(`${link}${'x'.repeat(2500)}`)).toBeDefined();
  expect(qrOf(`${link}${'x'.repeat(3000)}`)).toBeUndefined();
});

it('is dark on light as a file', () => {
  const svg = qrSvg(qrOf(link)!);
  expect(svg).toContain('fill="#fff"');
  expect(svg).toContain('fill="#000"');
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
});
