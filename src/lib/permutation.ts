import { STREAM, mix32 } from './rng';

/**
 * A random bijection of 0…count−1 that needs no table: a balanced Feistel network on the smallest even
 * number of bits that covers `count`, walked until it lands inside. Used to visit every sample once per
 * epoch; the same integer steps run in TypeScript, AssemblyScript and WGSL.
 */
const ROUNDS = 4;

/** Half the bit width of the Feistel domain for `count` items. */
export function feistelHalfBits(count: number): number {
  let half = 1;
  while (half < 16 && 2 ** (2 * half) < count) half++;
  return half;
}

/** The seed's part of every epoch's key. */
export function streamKey(seed: number): number {
  return mix32((seed + Math.imul(STREAM.sampling, 0x9e3779b9)) >>> 0);
}

/** Key of one epoch's permutation. */
export function epochKey(seed: number, epoch: number): number {
  return mix32((streamKey(seed) ^ Math.imul(epoch + 1, 0x85ebca6b)) >>> 0);
}

/** Image of `index` under the permutation of 0…count−1 chosen by `key`. */
export function permute(index: number, count: number, key: number): number {
  const half = feistelHalfBits(count);
  const mask = 2 ** half - 1;
  let value = index >>> 0;
  do {
    let left = value >>> half;
    let right = value & mask;
    for (let round = 0; round < ROUNDS; round++) {
      const next = left ^ (mix32((right + Math.imul(round + 1, 0x9e3779b9) + key) >>> 0) & mask);
      left = right;
      right = next;
    }
    value = ((left << half) | right) >>> 0;
  } while (value >= count);
  return value;
}

/**
 * Sample visited at `position` of the endless training stream (step · batch + row): epochs follow each
 * other without a gap, so every batch is full.
 */
export function sampleAt(position: number, count: number, seed: number): number {
  const epoch = Math.floor(position / count);
  return permute(position - epoch * count, count, epochKey(seed, epoch));
}
