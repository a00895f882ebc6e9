// Standard normal numbers by Box-Muller: src/lib/rng.ts. With lib/rng.wgsl, lib/sincos.wgsl and lib/exp_log.wgsl.

const UNIT = 2.3283064365386963e-10;
// 2π / 2^32
const WORD_ANGLE = 1.4629180792671596e-9;

// ln((word + ½) / 2^32). Near 1, where f32 has no room left for the difference, by that difference.
fn log_uniform(word: u32) -> f32 {
  if (word < 0xb504f334u) {
    return logarithm((f32(word) + 0.5) * UNIT);
  }
  return logarithm_near_one(-(f32(~word) + 0.5) * UNIT);
}

// cos(2π·(word + ½) / 2^32), reduced in integers.
fn cosine_of_turn(word: u32) -> f32 {
  let quarter = (word + 0x20000000u) >> 30u;
  let rest = bitcast<i32>(word - (quarter << 30u));
  return reduced_sincos((f32(rest) + 0.5) * WORD_ANGLE, i32(quarter)).y;
}

// The counter-th normal of a stream, from its words 2·counter and 2·counter + 1.
fn normal(seed: u32, stream: u32, counter: u32) -> f32 {
  let radius = sqrt(-2.0 * log_uniform(random_word(seed, stream, 2u * counter)));
  return radius * cosine_of_turn(random_word(seed, stream, 2u * counter + 1u));
}
