import type { Fault } from '../../lib/fault';
import type { Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';
import { formantsOf, rateFor } from './formants';
import { pitchOf } from './pitch';
import { resample } from './resample';

/** What one moment of a voice measures. */
export interface VoiceFrame {
  /** Seconds from the beginning to the frame's middle. */
  readonly time: number;
  /** Root-mean-square level, decibels below full scale. */
  readonly level: number;
  /** Hertz; 0 where the frame has no pitch. */
  readonly f0: number;
  /** How periodic it is, 0…1. */
  readonly strength: number;
  /** F1, F2, …, hertz; empty where the frame is not voiced. */
  readonly formants: readonly number[];
}

export interface Utterance {
  readonly frames: readonly VoiceFrame[];
  /** Named as in Hillenbrand's table (see `VOWEL_COLUMNS`), hertz and milliseconds. */
  readonly values: Readonly<Record<string, number>>;
}

/** Seconds of one frame, at least three periods of a low voice, and between two of them. */
export const FRAME = 0.046;
export const HOP = 0.01;
/** Below this a frame is silent, decibels of full scale. */
const SILENT = -50;
/** Less periodic than this is noise or whisper. */
const VOICED = 0.6;
/** Hertz that pitch is looked for at. */
const PITCH_RATE = 12_600;
/** A vowel is at least so long, seconds. */
const SHORTEST = 0.08;
/** Frames whose median is one measurement. */
const STEADY = 5;

export function isSilent(frame: VoiceFrame): boolean {
  return frame.level < SILENT;
}

export function isVoiced(frame: VoiceFrame): boolean {
  return frame.formants.length >= 2;
}

/** A recording at the rates that its parts are read at, each made once. */
class Recording {
  readonly #samples: ArrayLike<number>;
  readonly #rate: number;
  readonly #made = new Map<number, Float64Array>();

  constructor(samples: ArrayLike<number>, rate: number) {
    this.#samples = samples;
    this.#rate = rate;
  }

  get seconds(): number {
    return this.#samples.length / this.#rate;
  }

  /** A frame around `time`, in seconds, at `rate` hertz. */
  frame(time: number, rate: number): Float64Array {
    let made = this.#made.get(rate);
    if (made === undefined) {
      made = resample(this.#samples, this.#rate, rate);
      this.#made.set(rate, made);
    }
    const from = Math.max(0, Math.round((time - FRAME / 2) * rate));
    return made.subarray(from, from + Math.round(FRAME * rate));
  }
}

function read(recording: Recording, time: number): VoiceFrame {
  const samples = recording.frame(time, PITCH_RATE);
  let power = 0;
  for (const sample of samples) power += sample ** 2 / samples.length;
  const level = 10 * Math.log10(Math.max(power, 1e-12));
  const none = { time, level, f0: 0, strength: 0, formants: [] };
  if (level < SILENT) return none;
  const pitch = pitchOf(samples, PITCH_RATE);
  if (pitch === undefined || pitch.strength < VOICED) return { ...none, strength: pitch?.strength ?? 0 };
  const rate = rateFor(pitch.f0);
  const formants = formantsOf(recording.frame(time, rate), rate).map(({ frequency }) => frequency);
  return { time, level, ...pitch, formants };
}

/** The middle of a short piece, −1…1, at `rate` hertz. @param time what the frame says it is at, seconds */
export function readFrame(samples: ArrayLike<number>, rate: number, time: number): VoiceFrame {
  const piece = new Recording(samples, rate);
  return { ...read(piece, piece.seconds / 2), time };
}

/** All frames of a recording, −1…1, at `rate` hertz. */
export function readFrames(samples: ArrayLike<number>, rate: number): readonly VoiceFrame[] {
  const recording = new Recording(samples, rate);
  const count = Math.max(0, Math.floor((recording.seconds - FRAME) / HOP + 1));
  return Array.from({ length: count }, (_, k) => read(recording, FRAME / 2 + k * HOP));
}

/** A held vowel: the frame stands for every part of it. Its duration is not known. */
export function valuesOfFrame({ f0, formants }: VoiceFrame): Readonly<Record<string, number>> {
  const [f1, f2, f3, f4] = formants;
  return defined({ f0, ...named('', [f1, f2, f3, f4]), ...parts(() => [f1, f2, f3]) });
}

/**
 * Measures the longest voiced stretch: pitch and formants where they move least, as the published table's steady
 * state was chosen by eye, and at 20, 50 and 80 % of the stretch.
 * @returns `speech/silent`, `speech/unvoiced` or `speech/short` where there is no vowel
 */
export function measureUtterance(frames: readonly VoiceFrame[]): Result<Utterance> {
  const stretch = longestStretch(frames);
  const [first, last] = [stretch[0], stretch.at(-1)];
  if (first === undefined || last === undefined) return fail(frames.every(isSilent) ? silent() : unvoiced());
  const duration = last.time - first.time + FRAME / 2;
  if (duration < SHORTEST) return fail(tooShort());
  const steady = steadyPart(stretch);
  const at = (share: number): readonly (number | undefined)[] => {
    const centre = Math.round(share * (stretch.length - 1));
    return medianFormants(stretch.slice(Math.max(0, centre - 1), centre + 2));
  };
  const values = defined({
    dur_ms: Math.round(1000 * duration),
    f0: median(steady.map(({ f0 }) => f0)),
    ...named('', medianFormants(steady)),
    ...parts((percent) => at(percent / 100).slice(0, 3)),
  });
  return ok({ frames: stretch, values });
}

/** Unvoiced frames that a voice may have in its middle. */
const GAP = 2;

function longestStretch(frames: readonly VoiceFrame[]): readonly VoiceFrame[] {
  let best: readonly VoiceFrame[] = [];
  let current: VoiceFrame[] = [];
  let gap = 0;
  for (const frame of frames) {
    if (isVoiced(frame)) {
      current.push(frame);
      gap = 0;
    } else if (++gap > GAP) current = [];
    if (current.length > best.length) best = current;
  }
  return best;
}

/** The part in the middle whose first two formants spread least, in ratios. */
function steadyPart(stretch: readonly VoiceFrame[]): readonly VoiceFrame[] {
  const from = Math.floor(0.15 * stretch.length);
  const to = Math.max(from, Math.ceil(0.75 * stretch.length) - STEADY);
  let best: { readonly at: number; readonly spread: number } | undefined;
  for (let at = from; at <= to; at++) {
    const part = stretch.slice(at, at + STEADY);
    const spread = spreadOf(part, 0) + spreadOf(part, 1);
    if (best === undefined || spread < best.spread) best = { at, spread };
  }
  return stretch.slice(best?.at ?? from, (best?.at ?? from) + STEADY);
}

function spreadOf(part: readonly VoiceFrame[], formant: number): number {
  const logs = part.map(({ formants }) => Math.log(formants[formant] ?? Number.NaN));
  return Math.max(...logs) - Math.min(...logs);
}

function medianFormants(part: readonly VoiceFrame[]): readonly (number | undefined)[] {
  return [0, 1, 2, 3].map((index) =>
    median(part.flatMap(({ formants }) => (formants[index] === undefined ? [] : [formants[index]]))),
  );
}

function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function parts(
  at: (percent: number) => readonly (number | undefined)[],
): Readonly<Record<string, number | undefined>> {
  return Object.fromEntries(
    [20, 50, 80].flatMap((percent) => Object.entries(named(`_${percent}`, at(percent)))),
  );
}

function named(
  suffix: string,
  formants: readonly (number | undefined)[],
): Readonly<Record<string, number | undefined>> {
  return Object.fromEntries(formants.map((value, index) => [`f${index + 1}${suffix}`, value]));
}

function defined(values: Readonly<Record<string, number | undefined>>): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function silent(): Fault {
  return {
    code: 'speech/silent',
    message: 'Nothing could be heard.',
    fix: 'Speak closer to the microphone, or choose another one in the browser’s settings.',
  };
}

function unvoiced(): Fault {
  return {
    code: 'speech/unvoiced',
    message: 'There was sound, but no clear voice in it.',
    fix: 'Say a long vowel, as in “heed”, in a quieter place.',
  };
}

function tooShort(): Fault {
  return {
    code: 'speech/short',
    message: 'The vowel was too short to measure.',
    fix: 'Hold it for about half a second.',
  };
}
