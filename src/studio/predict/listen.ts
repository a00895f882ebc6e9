import type { Fault } from '../../lib/fault';
import { PhotonicError } from '../../lib/fault';
import { predictWords } from '../words/predict';
import recorderUrl from './recorder.worklet.ts?worker&url';

/** An open microphone. */
export interface Listening {
  /** Hertz. */
  readonly rate: number;
  readonly stop: () => void;
}

/**
 * Opens the microphone, as it is: without the browser's filters, which are made for calls and bend vowels.
 * @param onSamples pieces of about 20 ms, −1…1
 * @throws PhotonicError `studio/microphone-…`
 */
export async function listen(onSamples: (samples: Float32Array) => void): Promise<Listening> {
  const stream = await openMicrophone();
  const stopStream = (): void => stream.getTracks().forEach((track) => track.stop());
  const context = new AudioContext();
  try {
    await context.audioWorklet.addModule(recorderUrl);
    const source = context.createMediaStreamSource(stream);
    const recorder = new AudioWorkletNode(context, 'recorder', { numberOfOutputs: 0, channelCount: 1 });
    recorder.port.onmessage = ({ data }: MessageEvent<Float32Array>) => onSamples(data);
    source.connect(recorder);
    await context.resume();
    return {
      rate: context.sampleRate,
      stop: () => {
        recorder.port.onmessage = null;
        stopStream();
        void context.close();
      },
    };
  } catch (thrown) {
    stopStream();
    void context.close();
    throw new PhotonicError(broke(thrown));
  }
}

async function openMicrophone(): Promise<MediaStream> {
  // Browsers leave it out on pages without a secure connection.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (devices === undefined) throw new PhotonicError(absent(undefined));
  try {
    return await devices.getUserMedia({
      audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false, channelCount: 1 },
    });
  } catch (thrown) {
    const name = thrown instanceof DOMException ? thrown.name : '';
    if (name === 'NotAllowedError' || name === 'SecurityError') throw new PhotonicError(denied(thrown));
    if (name === 'NotFoundError' || name === 'OverconstrainedError') throw new PhotonicError(absent(thrown));
    throw new PhotonicError(broke(thrown));
  }
}

/** Most bytes of a recording that is read. */
const MOST_BYTES = 30e6;
/** Most seconds of it that are measured: vowels are shorter. */
const MOST_SECONDS = 20;

/**
 * Reads a recording in any format this browser plays.
 * @throws PhotonicError `studio/not-a-sound`
 */
export async function decodeSound(
  file: File,
): Promise<{ readonly samples: Float32Array; readonly rate: number }> {
  const fault = {
    code: 'studio/not-a-sound',
    message: predictWords.notASound(file.name),
    fix: predictWords.notASoundFix,
  };
  if (file.size > MOST_BYTES) throw new PhotonicError(fault);
  try {
    const context = new OfflineAudioContext(1, 1, 44_100);
    const sound = await context.decodeAudioData(await file.arrayBuffer());
    return {
      samples: sound.getChannelData(0).slice(0, MOST_SECONDS * sound.sampleRate),
      rate: sound.sampleRate,
    };
  } catch (thrown) {
    throw new PhotonicError({ ...fault, cause: String(thrown) });
  }
}

/** Plays samples once. */
export function play(samples: Float32Array, rate: number): void {
  const context = new AudioContext();
  const buffer = context.createBuffer(1, samples.length, rate);
  buffer.copyToChannel(Float32Array.from(samples), 0);
  const source = context.createBufferSource();
  source.buffer = buffer;
  source.connect(context.destination);
  source.onended = () => void context.close();
  source.start();
}

function denied(thrown: unknown): Fault {
  const { denied: message, deniedFix: fix } = predictWords;
  return { code: 'studio/microphone-denied', message, fix, cause: String(thrown) };
}

function absent(thrown: unknown): Fault {
  const { noMicrophone: message, noMicrophoneFix: fix } = predictWords;
  return { code: 'studio/microphone-absent', message, fix, cause: String(thrown) };
}

function broke(thrown: unknown): Fault {
  const { microphoneBroke: message, microphoneBrokeFix: fix } = predictWords;
  return { code: 'studio/microphone-broke', message, fix, cause: String(thrown) };
}
