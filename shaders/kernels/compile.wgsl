// Multiplies every linear part into one dense matrix by sending the columns of the identity through it:
//
//   M = gain · diag(loss·e^{iγ})·C_{K−1}…C_0 · diag(t) · V      t_k = sin(alpha_k/2)
//
//   outputs   [mesh][port] (loss, 1/loss): amplitude transmission behind a mesh's last interferometers
//   matrices  [part][row][column] complex: M; then, again for each part, V (what meets the attenuators)
//
// A workgroup carries LANES columns of one part's identity through all its meshes in workgroup memory
// (32·MODES bytes for LANES = 4); a thread is an interferometer of the current mesh column, and one barrier
// ends each column. Prefix: MODES, THREADS. Grid: ceil(modes / LANES) × parts (GRID_ROW).

@group(0) @binding(0) var<uniform> network: Network;
@group(0) @binding(1) var<storage, read> tables: array<u32>;
@group(0) @binding(2) var<storage, read> coefficients: array<vec4f>;
@group(0) @binding(3) var<storage, read> parameters: array<f32>;
@group(0) @binding(4) var<storage, read> outputs: array<vec2f>;
@group(0) @binding(5) var<storage, read_write> matrices: array<vec2f>;

var<workgroup> field_re: array<Lanes, MODES>;
var<workgroup> field_im: array<Lanes, MODES>;

fn forward(device: Interferometer) {
  let t0 = device.t0;
  let t1 = device.t1;
  let x_re = field_re[device.top];
  let x_im = field_im[device.top];
  let y_re = field_re[device.bottom];
  let y_im = field_im[device.bottom];
  field_re[device.top] = t0.x * x_re - t0.y * x_im + t0.z * y_re - t0.w * y_im;
  field_im[device.top] = t0.x * x_im + t0.y * x_re + t0.z * y_im + t0.w * y_re;
  field_re[device.bottom] = t1.x * x_re - t1.y * x_im + t1.z * y_re - t1.w * y_im;
  field_im[device.bottom] = t1.x * x_im + t1.y * x_re + t1.z * y_im + t1.w * y_re;
}

fn through_columns(mesh: Mesh, thread: u32) {
  var start = column_start(mesh, 0u);
  var ahead = fetch(mesh, start + thread);
  for (var column = 0u; column < mesh.columns; column++) {
    let end = column_start(mesh, column + 1u);
    let device = ahead;
    ahead = fetch(mesh, end + thread);
    if (start + thread < end) {
      forward(device);
    }
    for (var k = start + thread + THREADS; k < end; k += THREADS) {
      forward(fetch(mesh, k));
    }
    start = end;
    workgroupBarrier();
  }
}

fn turn_port(port: u32, phase: f32, factor: f32) {
  let sc = factor * sincos(phase);
  let re = field_re[port];
  let im = field_im[port];
  field_re[port] = sc.y * re - sc.x * im;
  field_im[port] = sc.y * im + sc.x * re;
}

fn store_port(port: u32, slot: u32, first_column: u32) {
  let re = field_re[port];
  let im = field_im[port];
  for (var lane = 0u; lane < LANES; lane++) {
    if (first_column + lane < MODES) {
      matrices[(slot * MODES + port) * MODES + first_column + lane] = vec2f(re[lane], im[lane]);
    }
  }
}

// Everything behind the last interferometers of a mesh.
fn leave(index: u32, mesh: Mesh, port: u32, gain: f32) {
  turn_port(port, parameters[mesh.gamma_offset + port], gain * outputs[index * MODES + port].x);
}

@compute @workgroup_size(THREADS)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) thread: u32) {
  let index = group.z * GRID_ROW + group.y;
  if (index >= network.part_count) {
    return;
  }
  let part = part_at(index);
  let first_column = group.x * LANES;
  for (var port = thread; port < MODES; port += THREADS) {
    var one = Lanes();
    for (var lane = 0u; lane < LANES; lane++) {
      one[lane] = select(0.0, 1.0, first_column + lane == port);
    }
    field_re[port] = one;
    field_im[port] = Lanes();
  }
  workgroupBarrier();
  if (part.before != NONE) {
    let before = mesh_at(part.before);
    through_columns(before, thread);
    for (var port = thread; port < MODES; port += THREADS) {
      leave(part.before, before, port, 1.0);
    }
  }
  if (part.attenuator_offset != NONE) {
    for (var port = thread; port < MODES; port += THREADS) {
      store_port(port, network.part_count + index, first_column);
      let t = sincos(0.5 * parameters[part.attenuator_offset + port]).x;
      field_re[port] *= t;
      field_im[port] *= t;
    }
  }
  workgroupBarrier();
  let mesh = mesh_at(part.mesh);
  through_columns(mesh, thread);
  for (var port = thread; port < MODES; port += THREADS) {
    leave(part.mesh, mesh, port, part.gain);
    store_port(port, index, first_column);
  }
}
