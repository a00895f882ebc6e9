import { STREAM, randomWord } from '../../lib/rng';
import type { Probe, Space } from './space';
import { pairAround } from './space';

/**
 * Simultaneous perturbation (Spall, IEEE Trans. Autom. Control 37, 332 (1992)): all parameters go ±amplitude at
 * once, each with a random sign Δ; two losses give g_i = (L₊ − L₋) / (2·amplitude·Δ_i), unbiased to second order.
 * How the FICONN chip was trained (Bandyopadhyay et al., Nature Photonics 18, 1335 (2024)).
 */
export function spsaProbe(space: Space, parameters: Float64Array, amplitude: number, step: number): Probe {
  const { trainable, seed } = space;
  const key = randomWord(seed, STREAM.direction, step);
  const pair = pairAround(space, parameters, trainable, (k) => (sign(key, k) ? amplitude : -amplitude));
  return {
    candidates: [pair.plus, pair.minus],
    estimate: ([plus = 0, minus = 0]) => {
      const gradient = new Float64Array(parameters.length);
      for (const at of trainable) {
        const half = pair.half(at);
        if (half !== 0) gradient[at] = (plus - minus) / (2 * half);
      }
      return { kind: 'all', gradient };
    },
  };
}

/** The k-th random bit, 32 of them a word. */
function sign(key: number, k: number): boolean {
  return ((randomWord(key, STREAM.direction, k >>> 5) >>> (k & 31)) & 1) === 1;
}
