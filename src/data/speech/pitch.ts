import { autocorrelation, windowed } from './lpc';

/** The fundamental of a frame of voice. */
export interface Pitch {
  /** Hertz. */
  readonly f0: number;
  /** How periodic the frame is: 1 for a perfect period, about 0 for noise. */
  readonly strength: number;
}

/** Hertz: the voices of men, women and children. */
const LOWEST = 70;
const HIGHEST = 450;
/** Costs a candidate an octave lower this much strength, so that of equal peaks the shortest period wins. */
const OCTAVE_COST = 0.02;

/**
 * The period by the highest peak of the autocorrelation, divided by the window's own so that long periods are not
 * disadvantaged (Boersma, Proc. Inst. Phonetic Sciences Amsterdam 17, 97 (1993)).
 * @param frame at least three periods of the lowest voice at `rate` hertz
 * @returns undefined for silence, or for frames too short to tell
 */
export function pitchOf(frame: ArrayLike<number>, rate: number): Pitch | undefined {
  const shortest = Math.floor(rate / HIGHEST);
  const longest = Math.min(Math.ceil(rate / LOWEST), Math.floor(frame.length / 2));
  if (longest <= shortest + 2) return undefined;
  let mean = 0;
  for (let n = 0; n < frame.length; n++) mean += (frame[n] ?? 0) / frame.length;
  const centred = windowed(Float64Array.from(frame, (value) => value - mean));
  const signal = autocorrelation(centred, longest + 1);
  const window = autocorrelation(windowed(new Float64Array(frame.length).fill(1)), longest + 1);
  const power = signal[0] ?? 0;
  if (!(power > 0)) return undefined;
  const at = (lag: number): number => ((signal[lag] ?? 0) / power) * ((window[0] ?? 0) / (window[lag] ?? 1));
  let best: { readonly lag: number; readonly height: number; readonly rank: number } | undefined;
  for (let lag = shortest; lag <= longest; lag++) {
    const [left, middle, right] = [at(lag - 1), at(lag), at(lag + 1)];
    if (middle < left || middle < right) continue;
    // The peak of the parabola through the three.
    const bend = left - 2 * middle + right;
    const shift = bend < 0 ? (0.5 * (left - right)) / bend : 0;
    const height = middle - 0.25 * (left - right) * shift;
    const rank = height - OCTAVE_COST * Math.log2(lag / shortest);
    if (best === undefined || rank > best.rank) best = { lag: lag + shift, height, rank };
  }
  return best && { f0: rate / best.lag, strength: Math.min(1, Math.max(0, best.height)) };
}
