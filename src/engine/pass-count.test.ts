import { describe, expect, it } from 'vitest';
import { PassCount } from './pass-count';

describe('chip passes of a run', () => {
  it('adds up each method over its own steps', () => {
    const count = new PassCount([{ step: 0, perStep: 10 }]);
    count.switchTo(5, 30);
    count.switchTo(8, 20);
    expect([0, 3, 5, 6, 8, 10].map((step) => count.before(step))).toEqual([0, 30, 50, 80, 140, 180]);
  });

  it('forgets what lay ahead when a run goes on earlier, and notes no switch that is none', () => {
    const count = new PassCount([{ step: 0, perStep: 10 }]);
    count.switchTo(5, 30);
    count.switchTo(3, 10);
    expect(count.segments).toEqual([{ step: 0, perStep: 10 }]);
    count.switchTo(0, 4);
    expect(count.before(2)).toBe(8);
  });
});
