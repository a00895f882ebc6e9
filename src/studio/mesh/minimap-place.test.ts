import { expect, it } from 'vitest';
import type { Camera } from './camera';
import type { ChipLayout } from './layout';
import { minimapPlace, minimapPoint } from './minimap-place';

const layout = { modes: 40, width: 100 } as ChipLayout;
const camera = (offsetX: number, offsetY: number, scale = 10): Camera => ({
  scaleX: scale,
  scaleY: scale,
  offsetX,
  offsetY,
});

it('says whether the chip stands out of its window', () => {
  expect(minimapPlace(camera(10, 20), layout, 1100, 500).isCut).toBe(false);
  expect(minimapPlace(camera(10, 20), layout, 900, 500).isCut).toBe(true);
  expect(minimapPlace(camera(-200, 20), layout, 1100, 500).isCut).toBe(true);
  expect(minimapPlace(camera(10, -60), layout, 1100, 300).isCut).toBe(true);
});

it('keeps the chip’s proportions, and shows the part that is seen', () => {
  const place = minimapPlace(camera(-500, 5), layout, 250, 400);
  expect(place.width / place.height).toBeCloseTo(1000 / 400, 6);
  expect(place.window.x / place.width).toBeCloseTo(0.5, 6);
  expect(place.window.width / place.width).toBeCloseTo(0.25, 6);
  expect(place.window.y).toBe(0);
  expect(place.window.height).toBeCloseTo(place.height, 6);
});

it('finds the chip under a point', () => {
  const place = minimapPlace(camera(0, 0), layout, 250, 400);
  expect(minimapPoint(place, layout, 0, 0)).toEqual([0, -0.5]);
  expect(minimapPoint(place, layout, place.width, place.height)).toEqual([100, 39.5]);
});
