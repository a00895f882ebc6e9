// Counter-based random numbers: src/lib/rng.ts, its integers bit for bit, its normals to about 1e-6.
// With lib/sincos.wgsl and lib/exp_log.wgsl.

const GOLDEN = 0x9e3779b9u;

fn mix32(value: u32) -> u32 {
  var x = value;
  x ^= x >> 16u;
  x *= 0x7feb352du;
  x ^= x >> 15u;
  x *= 0x846ca68bu;
  x ^= x >> 16u;
  return x;
}

// The counter-th 32-bit word of a stream.
fn random_word(seed: u32, stream: u32, counter: u32) -> u32 {
  let key = mix32(seed ^ GOLDEN);
  let lane = mix32(stream + key);
  return mix32(mix32(counter ^ lane) + key);
}
