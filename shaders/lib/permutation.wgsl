// Which sample a position of the endless training stream visits: the same integer steps as
// src/lib/permutation.ts, bit for bit. With lib/rng.wgsl.

// STREAM.sampling of src/lib/rng.ts
const SAMPLING_STREAM = 2u;
const ROUNDS = 4u;

fn epoch_key(seed: u32, epoch: u32) -> u32 {
  return mix32(mix32(seed + SAMPLING_STREAM * GOLDEN) ^ ((epoch + 1u) * 0x85ebca6bu));
}

// Half the bit width of the smallest even Feistel domain that covers `count`.
fn feistel_half_bits(count: u32) -> u32 {
  var half = 1u;
  while (half < 16u && (1u << (2u * half)) < count) {
    half++;
  }
  return half;
}

fn permute(index: u32, count: u32, key: u32) -> u32 {
  let half = feistel_half_bits(count);
  let mask = (1u << half) - 1u;
  var value = index;
  loop {
    var left = value >> half;
    var right = value & mask;
    for (var round = 0u; round < ROUNDS; round++) {
      let next = left ^ (mix32(right + (round + 1u) * GOLDEN + key) & mask);
      left = right;
      right = next;
    }
    value = (left << half) | right;
    if (value < count) {
      break;
    }
  }
  return value;
}

fn sample_at(position: u32, count: u32, seed: u32) -> u32 {
  let epoch = position / count;
  return permute(position - epoch * count, count, epoch_key(seed, epoch));
}
