import { expect, it } from 'vitest';
import { HEAT_REACH, LEAST_SHARE, heatShare } from './heat-law';

it.each([
  [0, 1],
  [10, 0.1009],
  [20, 0.0156],
  [30, 0.0047],
])('at %i µm is the published %f', (distance, share) => {
  expect(Math.abs(heatShare(distance) - share)).toBeLessThan(5e-5);
});

it('falls with the distance; its two pieces meet to a fifth of a percent', () => {
  for (let d = 0; d < 21; d += 0.25) expect(heatShare(d + 0.25)).toBeLessThan(heatShare(d));
  for (let d = 23; d < 60; d += 0.25) expect(heatShare(d + 0.25)).toBeLessThan(heatShare(d));
  expect(Math.abs(heatShare(23) - heatShare(23 - 1e-9))).toBeLessThan(2e-3);
});

it('is as small as what is left out at the end of its reach', () => {
  expect(heatShare(HEAT_REACH) / LEAST_SHARE).toBeCloseTo(1, 9);
});
