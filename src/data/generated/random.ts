import { mix32, normal, STREAM, uniform } from '../../lib/rng';

/** Draws of one generated thing: a private sequence for (seed, item), so that items can be made in any order. */
export interface Draws {
  /** Uniform in [low, high). */
  between(low: number, high: number): number;
  /** Normal with mean 0 and the given deviation. */
  gaussian(deviation: number): number;
  /** Integer in 0…count−1. */
  below(count: number): number;
}

/** The sequence of one item of one kind (`kind` separates uses that share a seed). */
export function drawsOf(seed: number, kind: number, item: number): Draws {
  const key = mix32((mix32((seed + kind * 0x9e3779b9) >>> 0) ^ Math.imul(item + 1, 0x85ebca6b)) >>> 0);
  let counter = 0;
  const next = () => uniform(key, STREAM.generatedData, counter++);
  return {
    between: (low, high) => low + (high - low) * next(),
    gaussian: (deviation) => {
      counter += counter & 1;
      const value = normal(key, STREAM.generatedData, counter / 2);
      counter += 2;
      return deviation * value;
    },
    below: (count) => Math.floor(count * next()),
  };
}
