import { encode } from 'uqr';
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

it('draws every module of the code, with four light ones around it', () => {
  const code = qrOf(link)!;
  const grid = drawn(code);
  const { data } = encode(link, { ecc: 'M', border: 4, boostEcc: true });
  expect(grid).toEqual(data);
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
