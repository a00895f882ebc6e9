// Complex matrix product of one tile: C[row][column] = Σ_k A[row][k]·B[k][column].
//
// A workgroup of TILE_ROWS/4 × TILE_COLUMNS/4 threads computes TILE_ROWS × TILE_COLUMNS entries, 4 × 4 per
// thread, from panels of TILE_DEPTH in workgroup memory. The kernel supplies
//   a_element(row, k), b_element(k, column)   entries, 0 outside
//   store(row, column, value)                 called for every entry of the tile, also outside the matrix
// and the constants THREADS_ROWS, THREADS_COLUMNS (prefix), A_DEPTH_FIRST, B_DEPTH_FIRST: whether neighbours
// in memory are neighbours in k.

const TILE_DEPTH = 8u;
const TILE_ROWS = 4u * THREADS_ROWS;
const TILE_COLUMNS = 4u * THREADS_COLUMNS;
const TILE_THREADS = THREADS_ROWS * THREADS_COLUMNS;

var<workgroup> a_re: array<vec4f, TILE_DEPTH * THREADS_ROWS>;
var<workgroup> a_im: array<vec4f, TILE_DEPTH * THREADS_ROWS>;
var<workgroup> b_re: array<vec4f, TILE_DEPTH * THREADS_COLUMNS>;
var<workgroup> b_im: array<vec4f, TILE_DEPTH * THREADS_COLUMNS>;

fn load_a(first_row: u32, k: u32, slot: u32) {
  let e0 = a_element(first_row, k);
  let e1 = a_element(first_row + 1u, k);
  let e2 = a_element(first_row + 2u, k);
  let e3 = a_element(first_row + 3u, k);
  a_re[slot] = vec4f(e0.x, e1.x, e2.x, e3.x);
  a_im[slot] = vec4f(e0.y, e1.y, e2.y, e3.y);
}

fn load_b(k: u32, first_column: u32, slot: u32) {
  let e0 = b_element(k, first_column);
  let e1 = b_element(k, first_column + 1u);
  let e2 = b_element(k, first_column + 2u);
  let e3 = b_element(k, first_column + 3u);
  b_re[slot] = vec4f(e0.x, e1.x, e2.x, e3.x);
  b_im[slot] = vec4f(e0.y, e1.y, e2.y, e3.y);
}

fn load_panels(row0: u32, column0: u32, k0: u32, thread: u32) {
  for (var i = thread; i < TILE_DEPTH * THREADS_ROWS; i += TILE_THREADS) {
    let depth = select(i / THREADS_ROWS, i % TILE_DEPTH, A_DEPTH_FIRST);
    let block = select(i % THREADS_ROWS, i / TILE_DEPTH, A_DEPTH_FIRST);
    load_a(row0 + 4u * block, k0 + depth, depth * THREADS_ROWS + block);
  }
  for (var i = thread; i < TILE_DEPTH * THREADS_COLUMNS; i += TILE_THREADS) {
    let depth = select(i / THREADS_COLUMNS, i % TILE_DEPTH, B_DEPTH_FIRST);
    let block = select(i % THREADS_COLUMNS, i / TILE_DEPTH, B_DEPTH_FIRST);
    load_b(k0 + depth, column0 + 4u * block, depth * THREADS_COLUMNS + block);
  }
}

fn store_row(row: u32, column: u32, re: vec4f, im: vec4f) {
  store(row, column, vec2f(re.x, im.x));
  store(row, column + 1u, vec2f(re.y, im.y));
  store(row, column + 2u, vec2f(re.z, im.z));
  store(row, column + 3u, vec2f(re.w, im.w));
}

// thread_column, thread_row: place in the workgroup; depth runs over k_from ≤ k < k_to (both uniform).
fn multiply_tile(row0: u32, column0: u32, thread_row: u32, thread_column: u32, k_from: u32, k_to: u32) {
  let thread = thread_row * THREADS_COLUMNS + thread_column;
  var re0 = vec4f();
  var re1 = vec4f();
  var re2 = vec4f();
  var re3 = vec4f();
  var im0 = vec4f();
  var im1 = vec4f();
  var im2 = vec4f();
  var im3 = vec4f();
  for (var k0 = k_from; k0 < k_to; k0 += TILE_DEPTH) {
    load_panels(row0, column0, k0, thread);
    workgroupBarrier();
    for (var depth = 0u; depth < TILE_DEPTH; depth++) {
      let ar = a_re[depth * THREADS_ROWS + thread_row];
      let ai = a_im[depth * THREADS_ROWS + thread_row];
      let br = b_re[depth * THREADS_COLUMNS + thread_column];
      let bi = b_im[depth * THREADS_COLUMNS + thread_column];
      re0 += ar.x * br - ai.x * bi;
      im0 += ar.x * bi + ai.x * br;
      re1 += ar.y * br - ai.y * bi;
      im1 += ar.y * bi + ai.y * br;
      re2 += ar.z * br - ai.z * bi;
      im2 += ar.z * bi + ai.z * br;
      re3 += ar.w * br - ai.w * bi;
      im3 += ar.w * bi + ai.w * br;
    }
    workgroupBarrier();
  }
  let row = row0 + 4u * thread_row;
  let column = column0 + 4u * thread_column;
  store_row(row, column, re0, im0);
  store_row(row + 1u, column, re1, im1);
  store_row(row + 2u, column, re2, im2);
  store_row(row + 3u, column, re3, im3);
}
