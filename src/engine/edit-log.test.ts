import { expect, it } from 'vitest';
import { liveSettings } from '../experiment/live-settings';
import { ficonnVowels } from '../experiment/presets';
import { EditLog } from './edit-log';

const start = liveSettings(ficonnVowels);
const noisy = { ...start, phaseNoise: 0.1 };
const slow = { ...start, learningRate: 0.001 };

it('remembers what was changed, and when', () => {
  const log = new EditLog(start);
  log.change(10, noisy);
  log.change(20, slow);
  expect(log.settings).toBe(slow);
  expect(log.edits).toEqual([
    { step: 10, before: start, after: noisy },
    { step: 20, before: noisy, after: slow },
  ]);
});

it('takes settings before the first step for the start', () => {
  const log = new EditLog(start);
  log.change(0, noisy);
  expect(log.edits).toEqual([]);
  expect(log.settings).toBe(noisy);
});

it('joins changes at one step, and forgets those that were taken back', () => {
  const log = new EditLog(start);
  log.change(5, noisy);
  log.change(5, slow);
  expect(log.edits).toEqual([{ step: 5, before: start, after: slow }]);
  log.change(5, { ...start });
  expect(log.edits).toEqual([]);
});
