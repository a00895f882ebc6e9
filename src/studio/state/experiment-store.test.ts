import { beforeEach, describe, expect, it } from 'vitest';
import { ficonnVowels } from '../../experiment/presets';
import {
  beginGesture,
  canRedo,
  canUndo,
  currentExperiment,
  editExperiment,
  endGesture,
  redo,
  runKey,
  undo,
  useExperiment,
} from './experiment-store';

beforeEach(() => {
  useExperiment.setState({ experiment: ficonnVowels });
  useExperiment.temporal.getState().clear();
});

const withModes = (modes: number) => editExperiment({ ...currentExperiment(), modes });

describe('editing', () => {
  it('undoes and redoes step by step', () => {
    withModes(7);
    withModes(8);
    undo();
    expect(currentExperiment().modes).toBe(7);
    undo();
    expect(currentExperiment().modes).toBe(6);
    expect(canUndo()).toBe(false);
    redo();
    redo();
    expect(currentExperiment().modes).toBe(8);
    expect(canRedo()).toBe(false);
  });

  it.each([0, 4097, Number.NaN, 6.5])(
    'refuses %s modes with the field’s name and keeps the last valid experiment',
    (modes) => {
      const result = withModes(modes);
      expect(result.ok).toBe(false);
      expect(result.ok ? undefined : result.fault.where).toBe('modes');
      expect(currentExperiment()).toBe(ficonnVowels);
      expect(canUndo()).toBe(false);
    },
  );

  it('refuses fewer modes than classes', () => {
    expect(withModes(3).ok).toBe(false);
    expect(currentExperiment()).toBe(ficonnVowels);
  });

  it('makes no step of an edit that changes nothing', () => {
    expect(withModes(6).ok).toBe(true);
    expect(canUndo()).toBe(false);
  });

  it('drops what was undone when something else is edited', () => {
    withModes(7);
    undo();
    withModes(9);
    expect(canRedo()).toBe(false);
  });
});

describe('a drag', () => {
  it('is one step however many values it passes', () => {
    beginGesture();
    for (let modes = 7; modes < 40; modes++) withModes(modes);
    endGesture();
    expect(currentExperiment().modes).toBe(39);
    undo();
    expect(currentExperiment().modes).toBe(6);
    expect(canUndo()).toBe(false);
  });

  it('that ends where it began leaves no step', () => {
    beginGesture();
    withModes(12);
    withModes(6);
    endGesture();
    expect(canUndo()).toBe(false);
    withModes(7);
    expect(canUndo()).toBe(true);
  });
});

describe('runKey', () => {
  it('changes with the seed, not with the name or the platform', () => {
    const key = runKey(ficonnVowels);
    expect(runKey({ ...ficonnVowels, name: 'other' })).toBe(key);
    expect(runKey({ ...ficonnVowels, hardware: { ...ficonnVowels.hardware, preset: 'ideal' } })).toBe(key);
    expect(runKey({ ...ficonnVowels, seed: 8 })).not.toBe(key);
  });
});
