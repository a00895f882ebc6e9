// Turns a run of samples from sample-major to mode-major: fields[mode][row] = data[first + row][mode].
//
// Prefix: MODES. Grid: rows / 64 × modes / MODES_PER_THREAD.

struct Chunk {
  first: u32,
  rows: u32,
  // Samples between modes of `fields`.
  stride: u32,
}

@group(0) @binding(0) var<uniform> chunk: Chunk;
@group(0) @binding(1) var<storage, read> data: array<vec2f>;
@group(0) @binding(2) var<storage, read_write> fields: array<vec2f>;

const MODES_PER_THREAD = 16u;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= chunk.rows) {
    return;
  }
  let first = id.y * MODES_PER_THREAD;
  for (var mode = first; mode < min(first + MODES_PER_THREAD, MODES); mode++) {
    fields[mode * chunk.stride + id.x] = data[(chunk.first + id.x) * MODES + mode];
  }
}
