/** Workgroups in a row of a long grid: GRID_ROW of shaders/lib/grid.wgsl. WebGPU guarantees 65,535 a dimension. */
const GRID_ROW = 32768;

/** Two dimensions of a grid of `count` workgroups or more. */
export function longGrid(count: number): readonly [number, number] {
  return [Math.min(count, GRID_ROW), Math.ceil(count / GRID_ROW)];
}
