import { expect, it } from 'vitest';
import { luminance } from '../mesh/phase-colours';
import { complexRgb, largestOf } from './matrix-colours';

const TURN = Array.from({ length: 24 }, (_, i) => (2 * Math.PI * i) / 24);

it('makes larger entries stand out more in both themes, whatever their phase', () => {
  for (const angle of TURN) {
    const at = (size: number, isDark: boolean): number =>
      luminance(complexRgb(size * Math.cos(angle), size * Math.sin(angle), 1, isDark));
    for (const [small, large] of [
      [0, 0.1],
      [0.1, 0.5],
      [0.5, 1],
    ] as const) {
      expect(at(large, true)).toBeGreaterThan(at(small, true));
      expect(at(large, false)).toBeLessThan(at(small, false));
    }
  }
});

it('gives phases hues of nearly the same brightness', () => {
  const values = TURN.map((angle) => luminance(complexRgb(Math.cos(angle), Math.sin(angle), 1, true)));
  expect(Math.max(...values) / Math.min(...values)).toBeLessThan(1.6);
});

it('scales with the largest entry, and draws nothing bright for zeros', () => {
  const matrix = { re: Float64Array.of(0, 3), im: Float64Array.of(0, -4) };
  expect(largestOf(matrix)).toBe(5);
  expect(complexRgb(3, -4, 5, true)).toEqual(complexRgb(0.6, -0.8, 1, true));
  expect(complexRgb(0, 0, 0, true)).toEqual(complexRgb(0, 0, 1, true));
});
