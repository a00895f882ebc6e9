// What training may change, and where phases are put back to: src/learning/range.ts.
//
//   bounds  [parameter] (low, high); low above high where training may not move it at all
//
// Prefix: WRAP, whether phases are wrapped from low to high instead of stopped there; UNBOUNDED, the largest
// bound, which stands for none.

@group(0) @binding(7) var<storage, read> bounds: array<vec2f>;

fn may_move(i: u32) -> bool {
  return bounds[i].x <= bounds[i].y;
}

fn keep_in_range(i: u32) {
  let bound = bounds[i];
  if (bound.x > bound.y || (bound.y >= UNBOUNDED && bound.x <= -UNBOUNDED)) {
    return;
  }
  let value = parameters[i];
  if (WRAP) {
    let turn = bound.y - bound.x;
    parameters[i] = value - turn * floor((value - bound.x) / turn);
  } else {
    parameters[i] = clamp(value, bound.x, bound.y);
  }
}
