// Grids longer than the 65,535 workgroups a dimension may have: rows of GRID_ROW workgroups, laid out by
// src/engine/webgpu/grid.ts.

const GRID_ROW = 32768u;

// Number of a thread of a long grid in x and y.
fn long_index(id: vec3u, threads: u32) -> u32 {
  return GRID_ROW * threads * id.y + id.x;
}
