// Gathers the batch of the current step from the data set: row r is the sample visited at position
// step·batch + r of the training stream (lib/permutation.wgsl).
//
//   data    [sample][mode] complex, sample-major      fields [mode][row] complex, mode-major
//   labels  bytes, four a word                        batch_labels [row]
//
// Prefix: MODES. Grid: rows / 64 × modes / MODES_PER_THREAD. Positions are exact up to 2^32.

struct Batch {
  rows: u32,
  sample_count: u32,
  seed: u32,
}

@group(0) @binding(0) var<uniform> batch: Batch;
@group(0) @binding(1) var<storage, read> data: array<vec2f>;
@group(0) @binding(2) var<storage, read> labels: array<u32>;
@group(0) @binding(3) var<storage, read> counter: u32;
@group(0) @binding(4) var<storage, read_write> fields: array<vec2f>;
@group(0) @binding(5) var<storage, read_write> batch_labels: array<u32>;

// One thread reads 128 neighbouring bytes, the usual cache line.
const MODES_PER_THREAD = 16u;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let row = id.x;
  if (row >= batch.rows) {
    return;
  }
  let sample = sample_at(counter * batch.rows + row, batch.sample_count, batch.seed);
  let first = id.y * MODES_PER_THREAD;
  for (var mode = first; mode < min(first + MODES_PER_THREAD, MODES); mode++) {
    fields[mode * batch.rows + row] = data[sample * MODES + mode];
  }
  if (id.y == 0u) {
    batch_labels[row] = extractBits(labels[sample >> 2u], 8u * (sample & 3u), 8u);
  }
}
