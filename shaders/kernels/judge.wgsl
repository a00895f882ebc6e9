// Loss and answer of each sample of an evaluated chunk (lib/readout.wgsl).
//
//   fields  [mode][row]      labels  bytes, four a word      verdicts  [sample] (bits of the loss, answer)
//
// Prefix: those of lib/readout.wgsl. With photodiodes hyper and counter follow. Grid: rows / 64.

struct Chunk {
  first: u32,
  rows: u32,
  stride: u32,
}

@group(0) @binding(0) var<uniform> chunk: Chunk;
@group(0) @binding(1) var<storage, read> fields: array<vec2f>;
@group(0) @binding(2) var<storage, read> labels: array<u32>;
@group(0) @binding(3) var<storage, read_write> verdicts: array<vec2u>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= chunk.rows) {
    return;
  }
  let sample = chunk.first + id.x;
  let label = extractBits(labels[sample >> 2u], 8u * (sample & 3u), 8u);
  let readout = read_out(id.x, chunk.stride, sample, label);
  verdicts[sample] = vec2u(bitcast<u32>(readout.loss), readout.prediction);
}
