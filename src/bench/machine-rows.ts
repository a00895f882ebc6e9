import { multiplyAddPeak } from '../engine/wasm/peak';
import { convert } from './measure';
import type { Bench } from './row';

/** Larger than any cache that a browser's thread meets. */
const COPIED_BYTES = 64 * 2 ** 20;

/** The peak that the mesh kernels are measured against. */
export const multiplyAdds: Bench = {
  id: 'machine.multiply-add',
  what: 'measured peak of one thread: independent f32 multiply-adds in WebAssembly SIMD',
  unit: 'GFLOP/s',
  goal: null,
  isQuick: true,
  async run(measure) {
    const peak = await multiplyAddPeak();
    const [timing] = await measure([peak.run], 31);
    if (!timing) throw new Error('Nothing was measured.');
    const spread = convert(timing, (time) => peak.operations / time / 1e6);
    return { value: spread.median, spread, relative: timing.relative, detail: `${timing.calls} calls` };
  },
};

/** How fast numbers reach the thread at all. */
export const memoryCopies: Bench = {
  id: 'machine.memory',
  what: `measured memory bandwidth of one thread: ${COPIED_BYTES / 2 ** 20} MiB copied, reads and writes counted`,
  unit: 'GB/s',
  goal: null,
  isQuick: true,
  async run(measure) {
    const from = new Float64Array(COPIED_BYTES / 8).fill(1);
    const to = new Float64Array(from.length);
    const [timing] = await measure([() => to.set(from)], 15);
    if (!timing) throw new Error('Nothing was measured.');
    const spread = convert(timing, (time) => (2 * COPIED_BYTES) / time / 1e6);
    return {
      value: spread.median,
      spread,
      relative: timing.relative,
      detail: `${timing.calls} copies`,
      holds: to.at(-1) === 1,
    };
  },
};
