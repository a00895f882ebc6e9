import { mix32 } from './random';

/** Batch sampling: the same integer steps as lib/permutation.ts. */

function permute(index: u32, count: u32, half: u32, key: u32): u32 {
  const mask: u32 = (1 << half) - 1;
  let value = index;
  do {
    let left = value >> half;
    let right = value & mask;
    for (let round: u32 = 0; round < 4; round++) {
      const next = left ^ (mix32(right + (round + 1) * 0x9e3779b9 + key) & mask);
      left = right;
      right = next;
    }
    value = (left << half) | right;
  } while (value >= count);
  return value;
}

/**
 * Copies the samples of one batch between planes with rows of `ld` floats.
 * @param first position of the batch in the endless training stream, as epoch and place in it
 * @param half Feistel half width (feistelHalfBits) and `streamKey` = seed + stream·0x9e3779b9 mixed
 */
export function gather(
  re: usize,
  im: usize,
  labels: usize,
  count: u32,
  ld: usize,
  epoch: u32,
  place: u32,
  rows: i32,
  half: u32,
  streamKey: u32,
  outRe: usize,
  outIm: usize,
  outLabels: usize,
): void {
  const bytes = ld << 2;
  let key = mix32(streamKey ^ ((epoch + 1) * 0x85ebca6b));
  for (let row = 0; row < rows; row++) {
    if (place == count) {
      place = 0;
      epoch++;
      key = mix32(streamKey ^ ((epoch + 1) * 0x85ebca6b));
    }
    const sample = permute(place++, count, half, key);
    const from = (<usize>sample) * bytes;
    const to = (<usize>row) * bytes;
    memory.copy(outRe + to, re + from, bytes);
    memory.copy(outIm + to, im + from, bytes);
    store<u8>(outLabels + row, load<u8>(labels + sample));
  }
}
