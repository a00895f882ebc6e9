import { describe, expect, it } from 'vitest';
import { FANG_TABLE, gridNet, withFangNoise } from '../../../experiment/papers/fang';
import { fangFigures } from './fang';

const grid: readonly number[] = FANG_TABLE.map((row) => row.grid);
const fft: readonly number[] = FANG_TABLE.map((row) => row.fft);
const reached = (a: readonly number[], b: readonly number[]): boolean =>
  fangFigures(a, b).every((figure) => figure.reached);

describe('the noise table of Fang et al.', () => {
  it('is reached by its own numbers', () => {
    expect(fangFigures(grid, fft)).toHaveLength(10);
    expect(reached(grid, fft)).toBe(true);
  });

  it.each([
    ['an ideal grid more than a point away', grid.with(0, 96.5), fft],
    ['a grid that noise does not ruin', grid.with(2, 91), fft],
    ['an FFT mesh that noise ruins', grid, fft.with(4, 92.9)],
    ['a crossover before the published one', grid.with(1, 94), fft],
    ['a crossover after it', grid.with(2, 95.5), fft],
  ])('is missed by %s', (_, a, b) => {
    expect(reached(a, b)).toBe(false);
  });

  it('turns a reflectivity’s error into the angle that makes it', () => {
    const { splitterError, phaseError } = withFangNoise(gridNet, 0.01).hardware;
    expect(phaseError).toBe(0.01);
    // r = cos(π/4 + e): one standard deviation of the angle is one of the reflectivity.
    expect(Math.SQRT1_2 - Math.cos(Math.PI / 4 + splitterError)).toBeCloseTo(0.01, 3);
  });
});
