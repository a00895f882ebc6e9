import type { VoiceFrame } from '../../data/speech/utterance';
import {
  FRAME,
  isVoiced,
  measureUtterance,
  readFrame,
  readFrames,
  valuesOfFrame,
} from '../../data/speech/utterance';
import { toFault } from '../../lib/fault';
import type { Listening } from './listen';
import { decodeSound, listen, play } from './listen';
import { hearVowel, useVoice } from './vowel-store';

/** A recording ends by itself after so many seconds, or so long after a vowel, seconds. */
const LONGEST = 8;
const PAUSE = 0.5;
/** Voiced frames that make a vowel, so that a click or a breath does not end the recording. */
const ENOUGH = 6;
/** Points kept of the path on the chart. */
const MOST_TRACE = 400;

let open: { readonly listening: Listening; readonly pieces: Float32Array[] } | undefined;
/** Counts starts and stops: a permission that comes after a stop opens nothing. */
let turn = 0;

export async function toggleVoice(): Promise<void> {
  if (useVoice.getState().state === 'off') await startVoice();
  else stopVoice();
}

async function startVoice(): Promise<void> {
  const mine = ++turn;
  useVoice.setState({ state: 'asking', trace: [], fault: undefined, measured: undefined, level: -Infinity });
  const pieces: Float32Array[] = [];
  const hearer = new Hearer();
  try {
    const listening = await listen((samples) => {
      if (mine !== turn || open === undefined) return;
      pieces.push(samples);
      if (hearer.hear(samples, open.listening.rate) === 'over') stopVoice();
    });
    if (mine !== turn) return listening.stop();
    open = { listening, pieces };
    useVoice.setState({ state: 'listening' });
  } catch (thrown) {
    if (mine === turn) useVoice.setState({ state: 'off', fault: toFault(thrown) });
  }
}

/** Closes the microphone and measures what it heard. */
export function stopVoice(): void {
  turn++;
  const was = open;
  open = undefined;
  useVoice.setState({ state: 'off', level: -Infinity });
  if (was === undefined) return;
  was.listening.stop();
  measure(joined(was.pieces), was.listening.rate);
}

/** Closes the microphone and forgets what it heard. */
export function dropVoice(): void {
  turn++;
  open?.listening.stop();
  open = undefined;
  useVoice.setState({ state: 'off', level: -Infinity, trace: [], fault: undefined, measured: undefined });
}

export async function takeSound(file: File): Promise<void> {
  dropVoice();
  try {
    const { samples, rate } = await decodeSound(file);
    measure(samples, rate);
  } catch (thrown) {
    useVoice.setState({ fault: toFault(thrown) });
  }
}

export function replayVoice(): void {
  const { recording } = useVoice.getState();
  if (recording) play(recording.samples, recording.rate);
}

function measure(samples: Float32Array, rate: number): void {
  useVoice.setState({ recording: { samples, rate } });
  const measured = measureUtterance(readFrames(samples, rate));
  if (!measured.ok) {
    useVoice.setState({ fault: measured.fault, measured: undefined });
    return;
  }
  const { frames, values } = measured.value;
  useVoice.setState({ trace: frames.flatMap(pointOf), measured: values['dur_ms'], fault: undefined });
  hearVowel(values);
}

function pointOf({ formants: [f1, f2] }: VoiceFrame): (readonly [number, number])[] {
  return f1 === undefined || f2 === undefined ? [] : [[f1, f2]];
}

/** Follows a voice while it speaks: the newest frame of every piece. */
class Hearer {
  #tail = new Float32Array(0);
  #seconds = 0;
  #voiced = 0;
  #quietSince = 0;

  /** @returns `over` where the vowel has ended, or nobody came */
  hear(piece: Float32Array, rate: number): 'over' | 'on' {
    this.#seconds += piece.length / rate;
    const length = Math.round(FRAME * rate) + 1;
    this.#tail = joined([this.#tail, piece]).slice(-length);
    if (this.#tail.length < length) return 'on';
    const frame = readFrame(this.#tail, rate, this.#seconds);
    useVoice.setState({ level: frame.level });
    if (isVoiced(frame)) {
      this.#voiced++;
      this.#quietSince = this.#seconds;
      useVoice.setState(({ trace }) => ({ trace: [...trace, ...pointOf(frame)].slice(-MOST_TRACE) }));
      hearVowel(valuesOfFrame(frame));
    }
    const hasEnded = this.#voiced >= ENOUGH && this.#seconds - this.#quietSince > PAUSE;
    return hasEnded || this.#seconds > LONGEST ? 'over' : 'on';
  }
}

function joined(pieces: readonly Float32Array[]): Float32Array<ArrayBuffer> {
  const out = new Float32Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}
