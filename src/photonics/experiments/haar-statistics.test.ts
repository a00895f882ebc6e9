import { describe, expect, it } from 'vitest';
import type { HaarPoint } from './haar-statistics';
import { haarStatistics } from './haar-statistics';

describe('Haar statistics', () => {
  it('follow the laws of coupler errors', () => {
    let points: readonly HaarPoint[] = [];
    let told = 0;
    for (points of haarStatistics({ modes: [8, 16, 32], sigma: 0.02, draws: 60, seed: 1 })) told++;
    expect(told).toBe(180);
    expect(points.map(({ modes, draws }) => [modes, draws])).toEqual([
      [8, 60],
      [16, 60],
      [32, 60],
    ]);
    for (const point of points) {
      expect(Math.abs(point.uncorrected / point.uncorrectedLaw - 1)).toBeLessThan(0.1);
      expect(point.corrected).toBeLessThan(point.correctedLaw);
      expect(point.programmed).toBeLessThan(point.correctedLaw);
    }
    expect(points[2]?.outOfReach).toBeGreaterThan(points[0]?.outOfReach ?? Infinity);
  });

  it('are nothing without errors', () => {
    for (const [point] of haarStatistics({ modes: [6], sigma: 0, draws: 2, seed: 1 })) {
      expect(point?.uncorrected).toBe(0);
      expect(point?.corrected).toBeLessThan(1e-13);
      expect(point?.outOfReach).toBe(0);
    }
  });
});
