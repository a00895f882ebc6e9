import { describe, expect, it } from 'vitest';
import { ficonnVowels } from '../../experiment/presets';
import { estimatedSeconds, sweepTimeLeft } from './estimate';

describe('the estimated time of a sweep', () => {
  const measured = { experiment: ficonnVowels, samplesPerSecond: 1000, trainSamples: 100 };
  // 400 epochs of 100 samples at 1000 samples a second.
  const ONE = 40;

  it('is that of the run on screen, shared between engines', () => {
    expect(estimatedSeconds([ficonnVowels], 1, measured)).toBeCloseTo(ONE);
    expect(estimatedSeconds(Array(4).fill(ficonnVowels), 2, measured)).toBeCloseTo(2 * ONE);
    expect(estimatedSeconds([ficonnVowels, undefined], 4, measured)).toBeCloseTo(ONE);
    expect(estimatedSeconds([], 4, measured)).toBe(0);
  });

  it('grows with epochs and with the squared modes', () => {
    const longer = { ...ficonnVowels, modes: 12, training: { ...ficonnVowels.training, epochs: 800 } };
    expect(estimatedSeconds([longer], 1, measured)).toBeCloseTo(8 * ONE);
  });

  it('narrows to what was seen', () => {
    expect(sweepTimeLeft([], 10, 2)).toBeUndefined();
    const left = sweepTimeLeft(
      [
        { cost: 1, seconds: 2 },
        { cost: 2, seconds: 4 },
      ],
      10,
      2,
    );
    expect(left).toEqual({ least: 10, most: 10 });
  });
});
