// From the gradient by the phases that light meets to the one by those that are set: (1 + crosstalk)ᵀ.
//
//   rows, entries  of the transpose, as in kernels/effects.wgsl      met, result  [parameter]
//
// Prefix: COUNT. Grid: parameters / 64, long.

@group(0) @binding(0) var<storage, read> rows: array<u32>;
@group(0) @binding(1) var<storage, read> entries: array<vec2u>;
@group(0) @binding(2) var<storage, read> met: array<f32>;
@group(0) @binding(3) var<storage, read_write> result: array<f32>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let i = long_index(id, 64u);
  if (i >= COUNT) {
    return;
  }
  var sum = met[i];
  for (var at = rows[i]; at < rows[i + 1u]; at++) {
    let entry = entries[at];
    sum += bitcast<f32>(entry.y) * met[entry.x];
  }
  result[i] = sum;
}
