import { describe, expect, it } from 'vitest';
import { Throttle } from './throttle';

/** Runs for a while on a device that needs `msPerStep`, and says how it went. */
function simulate(rate: number | undefined, msPerStep: number, duration: number) {
  const throttle = new Throttle();
  let now = 0;
  let steps = 0;
  let longestWait = 0;
  throttle.set(rate, now);
  while (now < duration) {
    const count = Math.min(throttle.most(), Math.max(1, Math.floor(12 / msPerStep)));
    const start = now;
    now += count * msPerStep;
    steps += count;
    throttle.worked(count, start);
    for (let wait = throttle.wait(now); wait > 0; wait = throttle.wait(now)) {
      longestWait = Math.max(longestWait, wait);
      now += wait;
    }
  }
  return { stepsPerSecond: (steps * 1000) / now, longestWait };
}

describe('throttle', () => {
  it.each([2, 60, 300, 333.3, 2000])('holds a fast device at %f steps a second', (rate) => {
    const { stepsPerSecond, longestWait } = simulate(rate, 0.05, 20_000);
    expect(stepsPerSecond / rate).toBeGreaterThan(0.97);
    expect(stepsPerSecond / rate).toBeLessThan(1.03);
    expect(longestWait).toBeLessThan(50);
  });

  it('never holds a device that is slower than the pace', () => {
    expect(simulate(300, 5, 5000)).toEqual({ stepsPerSecond: 200, longestWait: 0 });
  });

  it('lets the device run freely without a pace', () => {
    expect(simulate(undefined, 0.05, 1000)).toEqual({ stepsPerSecond: 20_000, longestWait: 0 });
  });

  it('does not race after a hold-up or a break', () => {
    const throttle = new Throttle();
    throttle.set(100, 0);
    throttle.worked(2, 10_000);
    // 100 ms of the lag remain, less the 20 ms of these two steps.
    expect(throttle.wait(9_900)).toBe(20);
    expect(throttle.wait(9_920)).toBe(0);
    throttle.start(20_000);
    throttle.worked(2, 20_000);
    expect(throttle.wait(20_000)).toBe(20);
  });
});
