import { expect, it } from 'vitest';
import type { StepMetrics } from './backend';
import { CurveLog } from './curve-log';

const slice = (firstStep: number, ...values: number[]): StepMetrics => ({
  firstStep,
  loss: Float32Array.from(values),
  accuracy: Float32Array.from(values, (value) => value / 2),
  gradientNorm: Float32Array.from(values, (value) => -value),
});

it('grows, and forgets what is computed again', () => {
  const log = new CurveLog();
  log.append(slice(0, 1, 2, 3));
  log.append(slice(3, 4));
  expect(log.before(4)).toEqual(slice(0, 1, 2, 3, 4));
  log.append(slice(2, 30, 40));
  expect(log.before(9)).toEqual(slice(0, 1, 2, 30, 40));
  expect(log.before(2)).toEqual(slice(0, 1, 2));
  log.append(slice(0, 7));
  expect(log.before(4)).toEqual(slice(0, 7));
});

it('keeps no more than twice what it saves, however long the run', () => {
  const log = new CurveLog();
  const part = new Float32Array(100_000).fill(1);
  for (let firstStep = 0; firstStep < 2_000_000; firstStep += part.length)
    log.append({ firstStep, loss: part, accuracy: part, gradientNorm: part });
  expect(log.length).toBeLessThanOrEqual(2 * 262_144);
  expect(log.before(2_000_000)).toMatchObject({ firstStep: 2_000_000 - 262_144 });
  expect(log.before(2_000_000).loss).toHaveLength(262_144);
});

it('starts anew after a gap, and saves no more than the newest quarter of a million steps', () => {
  const log = new CurveLog();
  log.append(slice(0, 1));
  log.append(slice(500, 2));
  expect(log.before(501)).toEqual(slice(500, 2));
  const many = new Float32Array(300_000).fill(1);
  log.append({ firstStep: 501, loss: many, accuracy: many, gradientNorm: many });
  expect(log.before(1e9).loss).toHaveLength(262_144);
  expect(log.before(1e9).firstStep).toBe(501 + 300_000 - 262_144);
});
