import { describe, expect, it } from 'vitest';
import { decimate, smooth } from './decimate';

describe('decimate', () => {
  it('keeps short curves whole', () => {
    const { x, y } = decimate(Float32Array.of(3, 2, 1), 10, 100);
    expect(x).toEqual([11, 12, 13]);
    expect(y).toEqual([3, 2, 1]);
  });

  it('keeps every spike of a long curve, in order', () => {
    const values = new Float32Array(10_000).fill(1);
    values[4321] = 9;
    values[7777] = -5;
    const { x, y } = decimate(values, 0, 200);
    expect(x.length).toBeLessThanOrEqual(400);
    expect(y[x.indexOf(4322)]).toBe(9);
    expect(y[x.indexOf(7778)]).toBe(-5);
    expect([...x].sort((a, b) => a - b)).toEqual(x);
  });

  it('leaves a gap where a value is missing', () => {
    expect(decimate(Float32Array.of(1, Number.NaN, 2), 0, 10).y).toEqual([1, null, 2]);
  });
});

describe('smooth', () => {
  it('averages the last entries and skips missing ones', () => {
    const out = smooth(Float32Array.of(2, 4, Number.NaN, 6), 2);
    expect([...out]).toEqual([2, 3, 4, 6]);
  });
});
