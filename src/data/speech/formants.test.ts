import { describe, expect, it } from 'vitest';
import { formantsOf, rateFor } from './formants';
import { pitchOf } from './pitch';
import { resample } from './resample';
import { synthesise } from './voice.fixture';

/** Averages of men, women and children (Hillenbrand et al. 1995), which are here the filters' exact settings. */
const VOWELS = [
  ['a man’s heed', 138, 342, 2322, 3000],
  ['a man’s hid', 135, 427, 2034, 2684],
  ['a man’s head', 127, 580, 1799, 2605],
  ['a man’s had', 123, 588, 1952, 2601],
  ['a man’s hod', 123, 768, 1333, 2522],
  ['a man’s who’d', 143, 378, 997, 2343],
  ['a woman’s heed', 227, 437, 2761, 3372],
  ['a woman’s head', 214, 731, 2058, 2979],
  ['a woman’s hod', 215, 936, 1551, 2815],
  ['a woman’s who’d', 235, 459, 1105, 2735],
  ['a child’s head', 237, 749, 2267, 3310],
] as const;

describe('pitch and formants of voices with known resonances', () => {
  it.each(VOWELS)('%s', (_, f0, f1, f2, f3) => {
    const longer = rateFor(f0) === 10_000 ? 1 : 1.15;
    const voice = synthesise({
      f0,
      formants: [
        [f1, 70],
        [f2, 100],
        [f3, 140],
        [3600 * longer, 200],
        [4500 * longer, 250],
      ],
      seconds: 0.3,
      rate: 44_100,
      noise: 0.001,
    });
    const rate = rateFor(f0);
    const frame = resample(voice, 44_100, rate).subarray(Math.round(0.12 * rate), Math.round(0.166 * rate));
    expect(Math.abs((pitchOf(frame, rate)?.f0 ?? 0) / f0 - 1)).toBeLessThan(0.01);
    const found = formantsOf(frame, rate).map(({ frequency }) => frequency);
    // Where harmonics lie far apart, the envelope between them is not known better than to a part of their distance.
    [f1, f2, f3].forEach((expected, index) => {
      expect(Math.abs((found[index] ?? 0) - expected)).toBeLessThan(Math.max(0.03 * expected, 0.27 * f0));
    });
  });

  it('finds no formants in silence', () => {
    expect(formantsOf(new Float64Array(500), 10_000)).toEqual([]);
    expect(pitchOf(new Float64Array(500), 10_000)).toBeUndefined();
  });

  it('finds pitch in voices and hardly any in noise', () => {
    const noise = synthesise({ f0: 100, formants: [], seconds: 0.1, rate: 12_600, noise: 1e6 });
    expect(pitchOf(noise.subarray(0, 600), 12_600)?.strength ?? 0).toBeLessThan(0.6);
    expect(pitchOf(noise.subarray(0, 20), 12_600)).toBeUndefined();
  });
});
