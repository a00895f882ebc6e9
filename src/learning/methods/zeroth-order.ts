import { STREAM, normal, randomWord } from '../../lib/rng';
import type { Pair, Probe, Space } from './space';
import { pairAround } from './space';

/**
 * Gradient of the loss smoothed over a Gaussian of width `amplitude`, from K random directions u and losses on
 * both sides along each (Nesterov, Spokoiny, Found. Comput. Math. 17, 527 (2017)):
 *
 *     g = 1/K · Σ_u (L(p + amplitude·u) − L(p − amplitude·u)) / (2·amplitude) · u
 *
 * Its variance falls with 1/K; one step costs 2K passes. On optical chips: Gu et al., DAC 2020 (FLOPS).
 */
export function zerothOrderProbe(
  space: Space,
  parameters: Float64Array,
  amplitude: number,
  directions: number,
  step: number,
): Probe {
  const { trainable, seed } = space;
  const key = randomWord(seed, STREAM.direction, step);
  const pairs: Pair[] = [];
  for (let d = 0; d < directions; d++) {
    const first = d * trainable.length;
    pairs.push(
      pairAround(space, parameters, trainable, (k) => amplitude * normal(key, STREAM.direction, first + k)),
    );
  }
  return {
    candidates: pairs.flatMap(({ plus, minus }) => [plus, minus]),
    estimate: (losses) => {
      const gradient = new Float64Array(parameters.length);
      pairs.forEach((pair, d) => {
        const slope = ((losses[2 * d] ?? 0) - (losses[2 * d + 1] ?? 0)) / (2 * amplitude);
        const share = slope / (amplitude * directions);
        for (const at of trainable) gradient[at] = (gradient[at] ?? 0) + share * pair.half(at);
      });
      return { kind: 'all', gradient };
    },
  };
}
