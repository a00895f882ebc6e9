import { describe, expect, it } from 'vitest';
import { ficonnVowels } from '../../experiment/presets';
import { isShort } from '../../library/store/storage-room';
import { editExperiment, currentExperiment } from '../state/experiment-store';
import { useEditGuard } from '../state/edit-guard';
import '../configuration/page-log';
import { loggedEvents, logEvent } from '../state/event-log';
import { ago } from './ago';
import { lostSeconds } from './crash-marker';
import { differences } from './differences';

describe('what people read', () => {
  it('says how long ago a time was', () => {
    const now = Date.UTC(2026, 10, 23, 12);
    expect(ago(now, now)).toBe('just now');
    expect(ago(now + 5000, now)).toBe('just now');
    expect(ago(now - 3000, now)).toBe('3 s ago');
    expect(ago(now - 119_000, now)).toBe('1 min ago');
    expect(ago(now - 2 * 3_600_000, now)).toBe('2 h ago');
    expect(ago(now - 3 * 86_400_000, now)).toMatch(/Nov .*2026/);
  });

  it('says which settings two experiments do not share', () => {
    const other = { ...ficonnVowels, name: 'Other', seed: ficonnVowels.seed + 1 };
    expect(differences(ficonnVowels, other).map(({ name }) => name)).toEqual(['Name', 'Seed']);
    expect(differences(other, other)).toEqual([]);
  });
});

describe('what a crash may have cost', () => {
  const mark = { document: 'd', name: 'n', at: 0, training: true, step: 500, stepsPerSecond: 100 };

  it('counts from the saved step to the last sign of life, and one beat more', () => {
    expect(lostSeconds(mark, 300)).toBe(3);
    expect(lostSeconds(mark, 600)).toBe(1);
  });

  it('is nothing where nothing was trained', () => {
    expect(lostSeconds({ ...mark, training: false }, 0)).toBe(0);
  });

  it('is a beat where no speed is known', () => {
    expect(lostSeconds({ ...mark, stepsPerSecond: 0 }, 300)).toBe(1);
  });
});

describe('a tab that reads', () => {
  it('refuses edits and says why', () => {
    const refusal = { code: 'studio/reading', message: 'm', fix: 'f' };
    useEditGuard.setState({ refusal });
    const before = currentExperiment();
    expect(editExperiment({ ...before, seed: before.seed + 1 })).toEqual({ ok: false, fault: refusal });
    expect(currentExperiment()).toBe(before);
    useEditGuard.setState({ refusal: undefined });
    expect(editExperiment({ ...before, seed: before.seed + 1 }).ok).toBe(true);
  });
});

describe('room', () => {
  it('is short from four fifths on, or with fifty megabytes left', () => {
    expect(isShort({ used: 79e9, quota: 100e9 })).toBe(false);
    expect(isShort({ used: 81e9, quota: 100e9 })).toBe(true);
    expect(isShort({ used: 60e6, quota: 100e6 })).toBe(true);
  });
});

it('remembers the last events only, on one line each', () => {
  for (let index = 0; index < 60; index++) logEvent(`event\n${index}`, 'info', index);
  expect(loggedEvents()).toHaveLength(50);
  expect(loggedEvents().at(-1)).toEqual({ at: 59, text: 'info studio: event 59' });
});
