import { afterEach, describe, expect, it } from 'vitest';
import type { Run } from '../../engine/protocol';
import { PACES, choosePace, cyclePace, stepsPerSecond } from './pace';
import { usePreferences } from './preferences';
import { useRun } from './run-store';

describe('pace of training', () => {
  afterEach(() => {
    usePreferences.setState({ pace: 'auto' });
    useRun.setState({ run: undefined });
  });

  it('stretches a short run to six seconds and leaves a long one to the device', () => {
    expect(stepsPerSecond('auto', 2000)).toBeCloseTo(333.3, 1);
    // A device would have to train 17,578 batches in 6 s for this to hold it back.
    expect(stepsPerSecond('auto', 17_578)).toBeGreaterThan(2900);
    expect(stepsPerSecond('full', 2000)).toBeUndefined();
  });

  it('is remembered and reaches the open run', () => {
    const asked: (number | undefined)[] = [];
    const setPace = (rate: number | undefined) => Promise.resolve(void asked.push(rate));
    useRun.setState({ run: { info: { totalSteps: 1200 }, setPace } as unknown as Run });
    choosePace('watch');
    expect(usePreferences.getState().pace).toBe('watch');
    cyclePace();
    cyclePace();
    cyclePace();
    expect(asked).toEqual([60, 300, undefined, 200]);
    expect(PACES.map(({ id }) => id)).toContain(usePreferences.getState().pace);
  });
});
