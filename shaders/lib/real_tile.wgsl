// Real matrix product of one tile: C[row][column] = Σ_k A[row][k]·B[k][column].
//
// A workgroup of THREADS_ROWS × THREADS_COLUMNS threads computes TILE_ROWS × TILE_COLUMNS entries, 8 × 8 per thread
// in four blocks of 4 × 4, from panels of TILE_DEPTH in workgroup memory. A thread loads the same block of four rows,
// and of four columns, of every panel. The kernel supplies
//   start_a(row), start_b(column)   called once, with the first row and column of the thread's blocks
//   a_block(k), b_block(k)          their four entries at depth k, 0 outside
//   store(row, column, values)      called for every four columns of the tile, also outside the matrix
// and the constants THREADS_ROWS and THREADS_COLUMNS (prefix), both even.

const TILE_DEPTH = 16u;
const TILE_ROWS = 8u * THREADS_ROWS;
const TILE_COLUMNS = 8u * THREADS_COLUMNS;
const TILE_THREADS = THREADS_ROWS * THREADS_COLUMNS;
const ROW_BLOCKS = 2u * THREADS_ROWS;
const COLUMN_BLOCKS = 2u * THREADS_COLUMNS;

var<workgroup> a_panel: array<vec4f, TILE_DEPTH * ROW_BLOCKS>;
var<workgroup> b_panel: array<vec4f, TILE_DEPTH * COLUMN_BLOCKS>;

fn load_panels(k0: u32, thread: u32) {
  for (var slot = thread; slot < TILE_DEPTH * ROW_BLOCKS; slot += TILE_THREADS) {
    a_panel[slot] = a_block(k0 + slot / ROW_BLOCKS);
  }
  for (var slot = thread; slot < TILE_DEPTH * COLUMN_BLOCKS; slot += TILE_THREADS) {
    b_panel[slot] = b_block(k0 + slot / COLUMN_BLOCKS);
  }
}

// thread_column, thread_row: place in the workgroup; depth runs over k_from ≤ k < k_to (both uniform), a run that is
// not the last being a multiple of TILE_DEPTH long.
fn multiply_tile(row0: u32, column0: u32, thread_row: u32, thread_column: u32, k_from: u32, k_to: u32) {
  let thread = thread_row * THREADS_COLUMNS + thread_column;
  start_a(row0 + 4u * (thread % ROW_BLOCKS));
  start_b(column0 + 4u * (thread % COLUMN_BLOCKS));
  var c00 = vec4f();
  var c01 = vec4f();
  var c10 = vec4f();
  var c11 = vec4f();
  var c20 = vec4f();
  var c21 = vec4f();
  var c30 = vec4f();
  var c31 = vec4f();
  var c40 = vec4f();
  var c41 = vec4f();
  var c50 = vec4f();
  var c51 = vec4f();
  var c60 = vec4f();
  var c61 = vec4f();
  var c70 = vec4f();
  var c71 = vec4f();
  for (var k0 = k_from; k0 < k_to; k0 += TILE_DEPTH) {
    load_panels(k0, thread);
    workgroupBarrier();
    for (var depth = 0u; depth < TILE_DEPTH; depth++) {
      let a0 = a_panel[depth * ROW_BLOCKS + thread_row];
      let a1 = a_panel[depth * ROW_BLOCKS + THREADS_ROWS + thread_row];
      let b0 = b_panel[depth * COLUMN_BLOCKS + thread_column];
      let b1 = b_panel[depth * COLUMN_BLOCKS + THREADS_COLUMNS + thread_column];
      c00 += a0.x * b0;
      c01 += a0.x * b1;
      c10 += a0.y * b0;
      c11 += a0.y * b1;
      c20 += a0.z * b0;
      c21 += a0.z * b1;
      c30 += a0.w * b0;
      c31 += a0.w * b1;
      c40 += a1.x * b0;
      c41 += a1.x * b1;
      c50 += a1.y * b0;
      c51 += a1.y * b1;
      c60 += a1.z * b0;
      c61 += a1.z * b1;
      c70 += a1.w * b0;
      c71 += a1.w * b1;
    }
    workgroupBarrier();
  }
  let row = row0 + 4u * thread_row;
  let lower = row + 4u * THREADS_ROWS;
  let column = column0 + 4u * thread_column;
  let right = column + 4u * THREADS_COLUMNS;
  store(row, column, c00);
  store(row, right, c01);
  store(row + 1u, column, c10);
  store(row + 1u, right, c11);
  store(row + 2u, column, c20);
  store(row + 2u, right, c21);
  store(row + 3u, column, c30);
  store(row + 3u, right, c31);
  store(lower, column, c40);
  store(lower, right, c41);
  store(lower + 1u, column, c50);
  store(lower + 1u, right, c51);
  store(lower + 2u, column, c60);
  store(lower + 2u, right, c61);
  store(lower + 3u, column, c70);
  store(lower + 3u, right, c71);
}
