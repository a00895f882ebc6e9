import { expect, it } from 'vitest';
import { EvaluationTiming, nextEpochEnd } from './evaluation-timing';

it('reports after two seconds, and less often where a report is slow', () => {
  const timing = new EvaluationTiming();
  timing.start(100);
  expect(timing.due(2000)).toBe(false);
  expect(timing.due(2200)).toBe(true);
  timing.done(2200, 1000);
  expect(timing.due(4500)).toBe(false);
  expect(timing.due(7300)).toBe(true);
});

it('finds the first step that completes an epoch', () => {
  // 50 samples in batches of 20: whole epochs are passed at 2.5, 5, 7.5 batches.
  expect([0, 1, 2, 3, 4, 5, 7].map((step) => nextEpochEnd(step, 20, 50))).toEqual([3, 3, 3, 5, 5, 8, 8]);
  expect(nextEpochEnd(5, 108, 540)).toBe(10);
});
