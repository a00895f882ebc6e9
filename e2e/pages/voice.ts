/** A vowel whose pitch and formants are known, as a WAV file of 16-bit samples. */
export interface KnownVowel {
  /** Hertz, all of them. */
  readonly f0: number;
  readonly formants: readonly number[];
  readonly seconds: number;
  /** Silence before and after, seconds. */
  readonly around: number;
}

const RATE = 44_100;
const BANDWIDTHS = [70, 100, 140, 200, 250];

/** Pulses through resonators, one after the other. */
export function vowelWav({ f0, formants, seconds, around }: KnownVowel): Buffer {
  const length = Math.round(seconds * RATE);
  const voice = new Float64Array(length);
  let state = 0;
  for (let n = 0; n < length; n++) {
    const isPulse = Math.floor((n * f0) / RATE) > Math.floor(((n - 1) * f0) / RATE);
    state = 0.99 * state + (isPulse ? 1 : 0);
    voice[n] = state - 1 / (0.01 * (RATE / f0));
  }
  formants.forEach((frequency, index) => {
    resonate(voice, frequency, BANDWIDTHS[index] ?? 250);
  });
  const peak = voice.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const silence = Math.round(around * RATE);
  const samples = new Int16Array(length + 2 * silence);
  voice.forEach((value, n) => (samples[silence + n] = Math.round((20_000 * value) / peak)));
  return wav(samples);
}

export function silentWav(seconds: number): Buffer {
  return wav(new Int16Array(Math.round(seconds * RATE)));
}

function resonate(signal: Float64Array, frequency: number, bandwidth: number): void {
  const radius = Math.exp((-Math.PI * bandwidth) / RATE);
  const b = 2 * radius * Math.cos((2 * Math.PI * frequency) / RATE);
  const c = -radius * radius;
  let [one, two] = [0, 0];
  for (let n = 0; n < signal.length; n++) {
    const out = (1 - b - c) * (signal[n] ?? 0) + b * one + c * two;
    [one, two] = [out, one];
    signal[n] = out;
  }
}

function wav(samples: Int16Array): Buffer {
  const header = Buffer.alloc(44);
  const bytes = 2 * samples.length;
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + bytes, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(RATE, 24);
  header.writeUInt32LE(2 * RATE, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(bytes, 40);
  return Buffer.concat([header, Buffer.from(samples.buffer)]);
}
