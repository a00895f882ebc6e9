import { expect, it } from 'vitest';
import { RunProgress } from './run-progress';

it('tells passes and seconds between the slices it was told of', () => {
  const progress = new RunProgress();
  progress.add(0, 10, 80, 2);
  progress.add(10, 10, 240, 1);
  expect(progress.passesAt(5)).toBe(40);
  expect(progress.passesAt(15)).toBe(160);
  expect(progress.secondsAt(10)).toBe(2);
  expect(progress.secondsAt(20)).toBe(3);
  expect(progress.passesAt(99)).toBe(240);
});

it('forgets what a slice replaces', () => {
  const progress = new RunProgress();
  progress.add(0, 10, 80, 2);
  progress.add(10, 10, 160, 2);
  progress.add(10, 5, 200, 5);
  expect(progress.last).toEqual({ step: 15, passes: 200, seconds: 7 });
  progress.add(0, 1, 8, 1);
  expect(progress.last).toEqual({ step: 1, passes: 8, seconds: 1 });
});

it('knows no seconds of a restored curve, and counts from where they were measured', () => {
  const progress = new RunProgress();
  progress.add(0, 100, 800, undefined);
  expect(progress.secondsAt(50)).toBeNaN();
  expect(progress.passesAt(50)).toBe(400);
  progress.add(100, 10, 880, 4);
  expect(progress.secondsAt(105)).toBe(2);
  expect(progress.secondsAt(50)).toBeNaN();
});

it('starts in the middle where the log does', () => {
  const progress = new RunProgress();
  progress.add(50, 50, 800, 1);
  expect(progress.passesAt(50)).toBe(400);
  expect(new RunProgress().passesAt(3)).toBeNaN();
});
