// Cotangents before a nonlinearity without trainable numbers from those after it, in place.
//
//   linear Y, cotangents G  [mode][sample]
//
// Grid: batch / 64 × modes.

@group(0) @binding(0) var<uniform> shape: Shape;
@group(0) @binding(1) var<storage, read> linear: array<vec2f>;
@group(0) @binding(2) var<storage, read_write> cotangents: array<vec2f>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= shape.batch) {
    return;
  }
  let at = id.y * shape.stride + id.x;
  cotangents[at] = pull_back(id.y, linear[at], cotangents[at]);
}
