// Gradient of all phases and attenuators, from each layer's matrix M and its cotangent dM.
//
// The columns of M are outputs of a virtual batch (the identity), those of dM its output cotangents. Both are
// walked back through the mesh; no intermediate field was stored. At an interferometer with outputs y, g and
// inputs x, g' (⟨g,y⟩ = Σ conj(g)·y over the virtual batch):
//
//   dL/dθ = −cb²·Im⟨g0,y0⟩ − sb²·Im⟨g1,y1⟩ + cb·sb·Re(⟨g0,y1⟩ − ⟨g1,y0⟩)      cb, sb = cos, sin(π/4 + b)
//   x = Tᴴ·y/ℓ²,  g' = Tᴴ·g,  dL/dφ = −Im⟨g'0,x0⟩,  dL/dγ = −Im⟨g,y⟩ at the mesh's output
//   dL/dalpha_k = ½cos(alpha_k/2)·Re⟨g_k,v_k⟩ with the stored V before the attenuators
//
// Adjoint method of Hughes et al., Optica 5, 864 (2018); reference: src/learning/layer-matrix.ts.
//
//   matrices        [layer][row][column] M, then V, from kernels/compile.wgsl
//   partials        [layer][split][row][column], dM = Σ_split
//   gradient_slots  [slot][parameter]: slot s holds the sum over virtual columns s·LANES + i·slots·LANES…
//
// A workgroup carries LANES virtual columns at a time in workgroup memory (64·MODES bytes for LANES = 4); a
// thread is an interferometer. Prefix: MODES, THREADS. Grid: slots × layers.

@group(0) @binding(0) var<uniform> network: Network;
@group(0) @binding(1) var<storage, read> topology: array<u32>;
@group(0) @binding(2) var<storage, read> coefficients: array<vec4f>;
@group(0) @binding(3) var<storage, read> devices: array<vec4f>;
@group(0) @binding(4) var<storage, read> parameters: array<f32>;
@group(0) @binding(5) var<storage, read> matrices: array<vec2f>;
@group(0) @binding(6) var<storage, read> partials: array<vec2f>;
@group(0) @binding(7) var<storage, read_write> gradient_slots: array<f32>;

var<workgroup> field_re: array<Lanes, MODES>;
var<workgroup> field_im: array<Lanes, MODES>;
var<workgroup> cotangent_re: array<Lanes, MODES>;
var<workgroup> cotangent_im: array<Lanes, MODES>;

// First parameter of this workgroup's slot, and whether it adds to what the slot holds.
var<private> slot_base: u32;
var<private> adds: bool;

fn deposit(parameter: u32, value: f32) {
  let at = slot_base + parameter;
  if (adds) {
    gradient_slots[at] += value;
  } else {
    gradient_slots[at] = value;
  }
}

fn load_field(port: u32, slot: u32, first_column: u32, factor: f32) {
  var re = Lanes();
  var im = Lanes();
  for (var lane = 0u; lane < LANES; lane++) {
    if (first_column + lane < MODES) {
      let value = factor * matrices[(slot * MODES + port) * MODES + first_column + lane];
      re[lane] = value.x;
      im[lane] = value.y;
    }
  }
  field_re[port] = re;
  field_im[port] = im;
}

fn load_cotangent(port: u32, layer: u32, first_column: u32, factor: f32) {
  var re = Lanes();
  var im = Lanes();
  for (var lane = 0u; lane < LANES; lane++) {
    if (first_column + lane < MODES) {
      var sum = vec2f();
      for (var split = 0u; split < network.splits; split++) {
        sum += partials[((layer * network.splits + split) * MODES + port) * MODES + first_column + lane];
      }
      re[lane] = factor * sum.x;
      im[lane] = factor * sum.y;
    }
  }
  cotangent_re[port] = re;
  cotangent_im[port] = im;
}

// Gradient of the output phase, then both fields back through it.
fn back_through_output(mesh: Mesh, port: u32) {
  let y_re = field_re[port];
  let y_im = field_im[port];
  let g_re = cotangent_re[port];
  let g_im = cotangent_im[port];
  deposit(mesh.gamma_offset + port, dot(g_im, y_re) - dot(g_re, y_im));
  let sc = sincos(parameters[mesh.gamma_offset + port]);
  field_re[port] = sc.y * y_re + sc.x * y_im;
  field_im[port] = sc.y * y_im - sc.x * y_re;
  cotangent_re[port] = sc.y * g_re + sc.x * g_im;
  cotangent_im[port] = sc.y * g_im - sc.x * g_re;
}

fn backward(mesh: Mesh, k: u32, device: Interferometer, coupler: vec2f) {
  let t0 = device.t0;
  let t1 = device.t1;
  var y0_re = field_re[device.top];
  var y0_im = field_im[device.top];
  var y1_re = field_re[device.bottom];
  var y1_im = field_im[device.bottom];
  let g0_re = cotangent_re[device.top];
  let g0_im = cotangent_im[device.top];
  let g1_re = cotangent_re[device.bottom];
  let g1_im = cotangent_im[device.bottom];
  let q0 = dot(g0_re, y0_im) - dot(g0_im, y0_re);
  let q1 = dot(g1_re, y1_im) - dot(g1_im, y1_re);
  let q2 = dot(g0_re, y1_re) + dot(g0_im, y1_im) - dot(g1_re, y0_re) - dot(g1_im, y0_im);
  // cb² = (1 − sin 2b)/2, sb² = (1 + sin 2b)/2, cb·sb = cos(2b)/2
  deposit(mesh.theta_offset + k, 0.5 * (coupler.x * q2 - (1.0 - coupler.y) * q0 - (1.0 + coupler.y) * q1));
  y0_re *= mesh.inverse_loss;
  y0_im *= mesh.inverse_loss;
  y1_re *= mesh.inverse_loss;
  y1_im *= mesh.inverse_loss;
  let x0_re = t0.x * y0_re + t0.y * y0_im + t1.x * y1_re + t1.y * y1_im;
  let x0_im = t0.x * y0_im - t0.y * y0_re + t1.x * y1_im - t1.y * y1_re;
  field_re[device.top] = x0_re;
  field_im[device.top] = x0_im;
  field_re[device.bottom] = t0.z * y0_re + t0.w * y0_im + t1.z * y1_re + t1.w * y1_im;
  field_im[device.bottom] = t0.z * y0_im - t0.w * y0_re + t1.z * y1_im - t1.w * y1_re;
  let h0_re = t0.x * g0_re + t0.y * g0_im + t1.x * g1_re + t1.y * g1_im;
  let h0_im = t0.x * g0_im - t0.y * g0_re + t1.x * g1_im - t1.y * g1_re;
  cotangent_re[device.top] = h0_re;
  cotangent_im[device.top] = h0_im;
  cotangent_re[device.bottom] = t0.z * g0_re + t0.w * g0_im + t1.z * g1_re + t1.w * g1_im;
  cotangent_im[device.bottom] = t0.z * g0_im - t0.w * g0_re + t1.z * g1_im - t1.w * g1_re;
  deposit(mesh.phi_offset + k, dot(h0_im, x0_re) - dot(h0_re, x0_im));
}

// (cos 2b, sin 2b) of the second coupler.
fn second_coupler(mesh: Mesh, k: u32) -> vec2f {
  return devices[2u * (mesh.mzi_base + k) + 1u].zw;
}

fn back_through_columns(mesh: Mesh, thread: u32) {
  var end = column_start(mesh, mesh.columns);
  var start = column_start(mesh, mesh.columns - 1u);
  var ahead = fetch(mesh, start + thread);
  var coupler_ahead = second_coupler(mesh, start + thread);
  for (var left = mesh.columns; left > 0u; left--) {
    let device = ahead;
    let coupler = coupler_ahead;
    let next = column_start(mesh, max(left, 2u) - 2u);
    ahead = fetch(mesh, next + thread);
    coupler_ahead = second_coupler(mesh, next + thread);
    if (start + thread < end) {
      backward(mesh, start + thread, device, coupler);
    }
    for (var k = start + thread + THREADS; k < end; k += THREADS) {
      backward(mesh, k, fetch(mesh, k), second_coupler(mesh, k));
    }
    end = start;
    start = next;
    workgroupBarrier();
  }
}

@compute @workgroup_size(THREADS)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) thread: u32) {
  let layer = network.layers[group.y];
  slot_base = group.x * network.parameter_count;
  adds = false;
  let mesh = network.meshes[layer.mesh];
  for (var first_column = group.x * LANES; first_column < MODES; first_column += network.slots * LANES) {
    for (var port = thread; port < MODES; port += THREADS) {
      load_field(port, group.y, first_column, 1.0 / layer.gain);
      load_cotangent(port, group.y, first_column, layer.gain);
      back_through_output(mesh, port);
    }
    workgroupBarrier();
    back_through_columns(mesh, thread);
    if (layer.attenuator_offset != NONE) {
      for (var port = thread; port < MODES; port += THREADS) {
        load_field(port, network.layer_count + group.y, first_column, 1.0);
        let g_re = cotangent_re[port];
        let g_im = cotangent_im[port];
        let sc = sincos(0.5 * parameters[layer.attenuator_offset + port]);
        let slope = dot(g_re, field_re[port]) + dot(g_im, field_im[port]);
        deposit(layer.attenuator_offset + port, 0.5 * sc.y * slope);
        cotangent_re[port] = sc.x * g_re;
        cotangent_im[port] = sc.x * g_im;
      }
    }
    if (layer.before != NONE) {
      let before = network.meshes[layer.before];
      for (var port = thread; port < MODES; port += THREADS) {
        back_through_output(before, port);
      }
      workgroupBarrier();
      back_through_columns(before, thread);
    }
    workgroupBarrier();
    adds = true;
  }
}
