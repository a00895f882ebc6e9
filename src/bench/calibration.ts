import { multiplyAddPeak } from '../engine/wasm/peak';
import { measureInterleaved, ratioOf } from './measure';
import type { Measure } from './measure';
import { spreadOf } from './spread';
import type { Spread } from './spread';

/** Samples of the kernel before a row and after it, whatever the row does in between. */
const AROUND = 5;
const BATCH = 64;

/** The kernel by which machines compare: what it takes is noted all along a row. */
export interface Calibration {
  /** Times work with the kernel taking turns among the candidates. */
  readonly measure: Measure;
  /** Takes a few samples of the kernel alone. */
  sample(): void;
  /** Milliseconds of one call of the kernel. */
  result(): Spread;
}

/**
 * The thread's multiply-add peak in WebAssembly: it meets neither memory nor the JavaScript compiler, so that it says how
 * fast the machine is at the moment and nothing about our code.
 */
export async function createCalibration(): Promise<Calibration> {
  const { run } = await multiplyAddPeak();
  const times: number[] = [];
  const batch = (): void => {
    for (let call = 0; call < BATCH; call++) run();
  };
  batch();
  return {
    measure: async (candidates, samples, longest) => {
      const timings = await measureInterleaved([...candidates, run], samples, longest);
      const kernel = timings.at(-1);
      if (kernel === undefined) throw new RangeError('Nothing was measured.');
      times.push(...kernel.rounds);
      return timings.slice(0, -1).map((timing) => ({ ...timing, relative: ratioOf(timing, kernel) }));
    },
    sample: () => {
      for (let sample = 0; sample < AROUND; sample++) {
        const start = performance.now();
        batch();
        times.push((performance.now() - start) / BATCH);
      }
    },
    result: () => spreadOf(times),
  };
}
