import { sampleAt } from '../../lib/permutation';
import { STREAM, randomWord } from '../../lib/rng';
import type { Probe, Space } from './space';
import { pairAround } from './space';

/**
 * Coordinate descent by central differences: `coordinates` parameters, one after the other, each ±amplitude with all
 * others held. Every parameter has its turn once before any has it again, in an order drawn anew each round.
 * Measuring each phase's slope in turn is how Shen et al., Nature Photonics 11, 441 (2017), proposed to train a
 * chip on itself.
 */
export function coordinateProbe(
  space: Space,
  parameters: Float64Array,
  amplitude: number,
  coordinates: number,
  step: number,
): Probe {
  const { trainable, seed } = space;
  const count = Math.min(coordinates, trainable.length);
  const order = randomWord(seed, STREAM.direction, 0);
  const turns = Array.from({ length: count }, (_, k) => {
    const turn = step * count + k;
    const offset = trainable[sampleAt(turn, trainable.length, order)] ?? 0;
    const pair = pairAround(space, parameters, Int32Array.of(offset), () => amplitude);
    return { offset, pair, visits: Math.floor(turn / trainable.length) };
  });
  return {
    candidates: turns.flatMap(({ pair }) => [pair.plus, pair.minus]),
    estimate: (losses) => ({
      kind: 'some',
      slopes: turns.map(({ offset, pair, visits }, k) => {
        const half = pair.half(offset);
        const rise = (losses[2 * k] ?? 0) - (losses[2 * k + 1] ?? 0);
        return { offset, visits, slope: half === 0 ? 0 : rise / (2 * half) };
      }),
    }),
  };
}
