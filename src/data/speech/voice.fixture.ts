import { normal } from '../../lib/rng';

/** A vowel whose formants are known: pulses of the glottis through resonators, after Klatt (JASA 67, 971 (1980)). */
export interface KnownVowel {
  readonly f0: number;
  readonly formants: readonly (readonly [frequency: number, bandwidth: number])[];
  readonly seconds: number;
  readonly rate: number;
  /** Standard deviation of white noise, where the voice peaks at 1. */
  readonly noise?: number;
}

export function synthesise({ f0, formants, seconds, rate, noise = 0 }: KnownVowel): Float64Array {
  const length = Math.round(seconds * rate);
  let signal = glottis(f0, length, rate);
  for (const [frequency, bandwidth] of formants) signal = resonate(signal, frequency, bandwidth, rate);
  const peak = signal.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return signal.map((value, n) => value / peak + noise * normal(1, 77, n));
}

/** Flow that falls by 12 dB per octave, differentiated once by the lips. */
function glottis(f0: number, length: number, rate: number): Float64Array {
  const out = new Float64Array(length);
  const decay = Math.exp((-2 * Math.PI * 60) / rate);
  let state = 0;
  for (let n = 0; n < length; n++) {
    // A pulse between two samples is shared by them, or the period would jitter.
    const phase = (n * f0) / rate;
    const before = ((n - 1) * f0) / rate;
    const next = ((n + 1) * f0) / rate;
    const here = Math.floor(phase) > Math.floor(before) ? 1 - ((phase % 1) * rate) / f0 : 0;
    const early = Math.floor(next) > Math.floor(phase) ? ((next % 1) * rate) / f0 : 0;
    state = decay * state + Math.max(0, here) + early;
    out[n] = state;
  }
  const mean = out.reduce((sum, value) => sum + value, 0) / length;
  return out.map((value) => value - mean);
}

function resonate(input: Float64Array, frequency: number, bandwidth: number, rate: number): Float64Array {
  const radius = Math.exp((-Math.PI * bandwidth) / rate);
  const b = 2 * radius * Math.cos((2 * Math.PI * frequency) / rate);
  const c = -radius * radius;
  const out = new Float64Array(input.length);
  for (let n = 0; n < input.length; n++)
    out[n] = (1 - b - c) * (input[n] ?? 0) + b * (out[n - 1] ?? 0) + c * (out[n - 2] ?? 0);
  return out;
}
