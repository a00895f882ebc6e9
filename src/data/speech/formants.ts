import { predict, preEmphasised, windowed } from './lpc';
import { polynomialRoots } from './roots';

/** A resonance of the vocal tract. */
export interface Formant {
  /** Hertz. */
  readonly frequency: number;
  /** Hertz, between the points 3 dB below the peak. */
  readonly bandwidth: number;
}

/** Poles below and above carry the slope of the spectrum, not a resonance, hertz. */
const EDGE = 90;
/** Broader peaks are no formants, hertz. */
const WIDEST = 700;
/** The voice's spectrum falls from about here on, hertz. */
const EMPHASIS_CORNER = 50;
/** Poles: two for each of the five formants below half the rate. */
export const ORDER = 10;

/**
 * Hertz that a voice should be sampled at so that five formants lie below half of it: the shorter the vocal tract,
 * the higher they are, and short ones go with high voices. Averages of men, women and children.
 */
export function rateFor(f0: number): number {
  if (f0 < 165) return 10_000;
  return f0 < 245 ? 11_000 : 12_600;
}

/**
 * Formants of one frame, lowest first: the pole pairs of its linear prediction near enough to the unit circle,
 * frequency = angle·rate/2π and bandwidth = −ln|z|·rate/π (Markel and Gray 1976).
 * @param frame 25 to 60 ms of voice at `rate` hertz
 * @returns empty for silence
 */
export function formantsOf(frame: ArrayLike<number>, rate: number, order = ORDER): readonly Formant[] {
  const prediction = predict(windowed(preEmphasised(frame, rate, EMPHASIS_CORNER)), order);
  if (prediction === undefined) return [];
  return polynomialRoots(prediction.coefficients)
    .filter(({ im }) => im > 0)
    .map(({ re, im }) => ({
      frequency: (Math.atan2(im, re) * rate) / (2 * Math.PI),
      bandwidth: (-Math.log(Math.hypot(re, im)) * rate) / Math.PI,
    }))
    .filter(
      ({ frequency, bandwidth }) =>
        frequency > EDGE && frequency < rate / 2 - EDGE && bandwidth > 0 && bandwidth < WIDEST,
    )
    .sort((a, b) => a.frequency - b.frequency);
}
