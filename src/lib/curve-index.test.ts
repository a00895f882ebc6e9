import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CurveIndex } from './curve-index';
import { NumberLog } from './number-log';

const numbers = fc.array(
  fc.oneof({ weight: 9, arbitrary: fc.integer({ min: -50, max: 50 }) }, fc.constant(NaN)),
  {
    maxLength: 400,
  },
);

it('says what a search through all numbers says, however they came', () => {
  fc.assert(
    fc.property(numbers, numbers, fc.nat(400), fc.nat(800), fc.nat(800), (first, second, cut, a, b) => {
      const log = new NumberLog(4);
      const index = new CurveIndex(log);
      log.append(first);
      index.update(0);
      log.truncate(cut);
      const kept = log.length;
      log.append(second);
      index.update(kept);
      const values = [...first.slice(0, cut), ...second];
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      const finite = values.slice(from, to).filter(Number.isFinite);
      const mean = index.mean(from, to);
      if (finite.length === 0) {
        expect(mean).toBeNaN();
        expect(index.extremes(from, to)).toBeUndefined();
        return;
      }
      expect(mean).toBeCloseTo(finite.reduce((sum, value) => sum + value, 0) / finite.length, 9);
      const { low, high } = index.extremes(from, to) ?? { low: -1, high: -1 };
      expect(low).toBe(values.indexOf(Math.min(...finite), from));
      expect(high).toBe(values.indexOf(Math.max(...finite), from));
    }),
    { seed: 5, numRuns: 300 },
  );
});

it('answers for a million numbers without looking at all of them', () => {
  const log = new NumberLog();
  log.append(Float32Array.from({ length: 1e6 }, (_, i) => Math.sin(i / 1000)));
  log.append([7]);
  const index = new CurveIndex(log);
  index.update(0);
  expect(index.extremes(0, log.length)?.high).toBe(1e6);
  expect(index.mean(10, 11)).toBeCloseTo(Math.sin(0.01), 6);
});
