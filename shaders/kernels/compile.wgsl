// Multiplies the linear part of every layer into one dense matrix by sending the columns of the identity
// through it:
//
//   M = gain · diag(e^{iγ})·C_{K−1}…C_0 · diag(t) · V      t_k = sin(alpha_k/2)
//
//   matrices  [layer][row][column] complex: M; then, again for each layer, V (what meets the attenuators)
//
// A workgroup carries LANES columns of one layer's identity through all its meshes in workgroup memory
// (16·MODES bytes for LANES = 4); a thread is an interferometer of the current mesh column, and one barrier
// ends each column. Prefix: MODES, THREADS. Grid: ceil(modes / LANES) × layers.

@group(0) @binding(0) var<uniform> network: Network;
@group(0) @binding(1) var<storage, read> topology: array<u32>;
@group(0) @binding(2) var<storage, read> coefficients: array<vec4f>;
@group(0) @binding(3) var<storage, read> parameters: array<f32>;
@group(0) @binding(4) var<storage, read_write> matrices: array<vec2f>;

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

@compute @workgroup_size(THREADS)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) thread: u32) {
  let layer = network.layers[group.y];
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
  if (layer.before != NONE) {
    let before = network.meshes[layer.before];
    through_columns(before, thread);
    for (var port = thread; port < MODES; port += THREADS) {
      turn_port(port, parameters[before.gamma_offset + port], 1.0);
    }
  }
  if (layer.attenuator_offset != NONE) {
    for (var port = thread; port < MODES; port += THREADS) {
      store_port(port, network.layer_count + group.y, first_column);
      let t = sincos(0.5 * parameters[layer.attenuator_offset + port]).x;
      field_re[port] *= t;
      field_im[port] *= t;
    }
  }
  workgroupBarrier();
  let mesh = network.meshes[layer.mesh];
  through_columns(mesh, thread);
  for (var port = thread; port < MODES; port += THREADS) {
    turn_port(port, parameters[mesh.gamma_offset + port], layer.gain);
    store_port(port, group.y, first_column);
  }
}
