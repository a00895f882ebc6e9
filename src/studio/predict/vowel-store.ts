import { create } from 'zustand';
import type { Fault } from '../../lib/fault';

/** The vowel on the chart: picked with the hand, typed, or heard. */
interface Vowel {
  readonly point: readonly [f1: number, f2: number];
  /** Measurements that are known; the others are those of neighbours. */
  readonly given: Readonly<Record<string, number>>;
  readonly by: 'nobody' | 'hand' | 'voice';
}

/** The microphone, and what it last heard. */
interface Voice {
  readonly state: 'off' | 'asking' | 'listening';
  /** Decibels of full scale. */
  readonly level: number;
  /** F1 and F2 of the utterance so far, in time. */
  readonly trace: readonly (readonly [f1: number, f2: number])[];
  readonly recording: { readonly samples: Float32Array; readonly rate: number } | undefined;
  /** Milliseconds of the vowel that was measured. */
  readonly measured: number | undefined;
  readonly fault: Fault | undefined;
}

const CENTRE = [560, 1700] as const;

export const useVowel = create<Vowel>()(() => ({ point: CENTRE, given: {}, by: 'nobody' }));

export const useVoice = create<Voice>()(() => ({
  state: 'off',
  level: -Infinity,
  trace: [],
  recording: undefined,
  measured: undefined,
  fault: undefined,
}));

export function moveVowel(f1: number, f2: number): void {
  useVowel.setState({ point: [f1, f2], given: {}, by: 'hand' });
}

/** One measurement typed in. */
export function typeMeasurement(name: string, value: number): void {
  useVowel.setState(({ point, given }) => {
    if (name === 'f1') return { point: [value, point[1]], by: 'hand' };
    if (name === 'f2') return { point: [point[0], value], by: 'hand' };
    return { given: { ...given, [name]: value }, by: 'hand' };
  });
}

/** What a voice measures; nothing without its first two formants. */
export function hearVowel(values: Readonly<Record<string, number>>): void {
  const { f1, f2 } = values;
  if (f1 !== undefined && f2 !== undefined)
    useVowel.setState({ point: [f1, f2], given: values, by: 'voice' });
}
