import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ficonnVowels } from '../../experiment/presets';
import { compilePlan } from '../../learning/compile-plan';
import { FOLLOWS_MS, calmChip } from './calm-chip';
import { chip } from './chip';
import { useRun } from './run-store';

const compiled = compilePlan(ficonnVowels, { trainSamples: 540, classes: 6 });
if (!compiled.ok) throw new Error(compiled.fault.message);
const plan = compiled.value;

let told = 0;
let stop: () => void;

/** One step of training, and how often it was told so far. */
function train(): number {
  chip.setParameters(chip.parameters.map((value) => value + 0.01));
  return told;
}

beforeEach(() => {
  vi.useFakeTimers();
  chip.setPlan(plan);
  vi.advanceTimersByTime(FOLLOWS_MS);
  told = 0;
  stop = calmChip.subscribe(() => told++);
});

afterEach(() => {
  stop();
  useRun.setState({ state: 'ready' });
  vi.useRealTimers();
});

it('follows at once while nothing is trained', () => {
  expect([train(), train(), train()]).toEqual([1, 2, 3]);
  expect(calmChip.version()).toBe(chip.version());
});

it('follows training a few times a second, and ends at its last step', () => {
  useRun.setState({ state: 'running' });
  for (let frame = 0; frame < 60; frame++) {
    train();
    vi.advanceTimersByTime(1000 / 60);
  }
  expect(told).toBeLessThanOrEqual(1 + 1000 / FOLLOWS_MS);
  expect(told).toBeGreaterThan(5);
  train();
  vi.advanceTimersByTime(FOLLOWS_MS);
  expect(calmChip.version()).toBe(chip.version());
  train();
  train();
  useRun.setState({ state: 'paused' });
  expect(calmChip.version()).toBe(chip.version());
});

it('follows a hand at once, in the midst of training too', () => {
  useRun.setState({ state: 'running' });
  train();
  const before = train();
  chip.edit([{ offset: 0, value: 1 }]);
  expect(told).toBe(before + 1);
  expect(calmChip.version()).toBe(chip.version());
});
