// Gradient of all phases and attenuators, from each linear part's matrix M and its cotangent dM.
//
// The columns of M are outputs of a virtual batch (the identity), those of dM its output cotangents. Both are
// walked back through the mesh; no intermediate field was stored. At an interferometer with outputs y, g and
// inputs x, g' (⟨g,y⟩ = Σ conj(g)·y over the virtual batch):
//
//   dL/dθ = −cb²·Im⟨g0,y0⟩ − sb²·Im⟨g1,y1⟩ + cb·sb·Re(⟨g0,y1⟩ − ⟨g1,y0⟩)      cb, sb = cos, sin(π/4 + b)
//           + ½·(Im⟨g0,y0⟩ + Im⟨g1,y1⟩) where the drive is push-pull
//   x = diag(1/top², 1/bottom²)·Tᴴ·y,  g' = Tᴴ·g,  dL/dφ = −Im⟨g'0,x0⟩,  dL/dγ = −Im⟨g,y⟩ at the mesh's output
//   dL/dalpha_k = ½cos(alpha_k/2)·Re⟨g_k,v_k⟩ with the stored V before the attenuators
//
// Adjoint method of Hughes et al., Optica 5, 864 (2018); reference: src/learning/layer-matrix.ts.
//
//   couplers        [mzi] vec4f: cos 2b, sin 2b, 1/top², 1/bottom²
//   outputs         [mesh][port] (loss, 1/loss)
//   matrices        [part][row][column] M, then V, from kernels/compile.wgsl
//   partials        [part][split][row][column], dM = Σ_split
//   gradient_slots  [slot][parameter]: slot s holds the sum over virtual columns s·LANES + i·slots·LANES…
//
// A workgroup carries LANES virtual columns at a time in workgroup memory (64·MODES bytes for LANES = 4); a
// thread is an interferometer. Prefix: MODES, THREADS. Grid: slots × parts (GRID_ROW).

@group(0) @binding(0) var<uniform> network: Network;
@group(0) @binding(1) var<storage, read> tables: array<u32>;
@group(0) @binding(2) var<storage, read> coefficients: array<vec4f>;
@group(0) @binding(3) var<storage, read> couplers: array<vec4f>;
@group(0) @binding(4) var<storage, read> parameters: array<f32>;
@group(0) @binding(5) var<storage, read> outputs: array<vec2f>;
@group(0) @binding(6) var<storage, read> matrices: array<vec2f>;
@group(0) @binding(7) var<storage, read> partials: array<vec2f>;
@group(0) @binding(8) var<storage, read_write> gradient_slots: array<f32>;

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

fn load_cotangent(port: u32, part: u32, first_column: u32, factor: f32) {
  var re = Lanes();
  var im = Lanes();
  for (var lane = 0u; lane < LANES; lane++) {
    if (first_column + lane < MODES) {
      var sum = vec2f();
      for (var split = 0u; split < network.splits; split++) {
        sum += partials[((part * network.splits + split) * MODES + port) * MODES + first_column + lane];
      }
      re[lane] = factor * sum.x;
      im[lane] = factor * sum.y;
    }
  }
  cotangent_re[port] = re;
  cotangent_im[port] = im;
}

// Gradient of the output phase, then both fields back through it and the loss before it.
fn back_through_output(index: u32, mesh: Mesh, port: u32) {
  let y_re = field_re[port];
  let y_im = field_im[port];
  let g_re = cotangent_re[port];
  let g_im = cotangent_im[port];
  deposit(mesh.gamma_offset + port, dot(g_im, y_re) - dot(g_re, y_im));
  let sc = sincos(parameters[mesh.gamma_offset + port]);
  let loss = outputs[index * MODES + port];
  let y = loss.y * sc;
  let g = loss.x * sc;
  field_re[port] = y.y * y_re + y.x * y_im;
  field_im[port] = y.y * y_im - y.x * y_re;
  cotangent_re[port] = g.y * g_re + g.x * g_im;
  cotangent_im[port] = g.y * g_im - g.x * g_re;
}

fn backward(mesh: Mesh, k: u32, device: Interferometer, coupler: vec4f) {
  let t0 = device.t0;
  let t1 = device.t1;
  let y0_re = field_re[device.top];
  let y0_im = field_im[device.top];
  let y1_re = field_re[device.bottom];
  let y1_im = field_im[device.bottom];
  let g0_re = cotangent_re[device.top];
  let g0_im = cotangent_im[device.top];
  let g1_re = cotangent_re[device.bottom];
  let g1_im = cotangent_im[device.bottom];
  let q0 = dot(g0_re, y0_im) - dot(g0_im, y0_re);
  let q1 = dot(g1_re, y1_im) - dot(g1_im, y1_re);
  let q2 = dot(g0_re, y1_re) + dot(g0_im, y1_im) - dot(g1_re, y0_re) - dot(g1_im, y0_im);
  // cb² = (1 − sin 2b)/2, sb² = (1 + sin 2b)/2, cb·sb = cos(2b)/2
  let slope = 0.5 * (coupler.x * q2 - (1.0 - coupler.y) * q0 - (1.0 + coupler.y) * q1);
  deposit(mesh.theta_offset + k, slope + mesh.half_drive * (q0 + q1));
  let x0_re = coupler.z * (t0.x * y0_re + t0.y * y0_im + t1.x * y1_re + t1.y * y1_im);
  let x0_im = coupler.z * (t0.x * y0_im - t0.y * y0_re + t1.x * y1_im - t1.y * y1_re);
  field_re[device.top] = x0_re;
  field_im[device.top] = x0_im;
  field_re[device.bottom] = coupler.w * (t0.z * y0_re + t0.w * y0_im + t1.z * y1_re + t1.w * y1_im);
  field_im[device.bottom] = coupler.w * (t0.z * y0_im - t0.w * y0_re + t1.z * y1_im - t1.w * y1_re);
  let h0_re = t0.x * g0_re + t0.y * g0_im + t1.x * g1_re + t1.y * g1_im;
  let h0_im = t0.x * g0_im - t0.y * g0_re + t1.x * g1_im - t1.y * g1_re;
  cotangent_re[device.top] = h0_re;
  cotangent_im[device.top] = h0_im;
  cotangent_re[device.bottom] = t0.z * g0_re + t0.w * g0_im + t1.z * g1_re + t1.w * g1_im;
  cotangent_im[device.bottom] = t0.z * g0_im - t0.w * g0_re + t1.z * g1_im - t1.w * g1_re;
  deposit(mesh.phi_offset + k, dot(h0_im, x0_re) - dot(h0_re, x0_im));
}

fn back_through_columns(mesh: Mesh, thread: u32) {
  var end = column_start(mesh, mesh.columns);
  var start = column_start(mesh, mesh.columns - 1u);
  var ahead = fetch(mesh, start + thread);
  var coupler_ahead = couplers[mesh.mzi_base + start + thread];
  for (var left = mesh.columns; left > 0u; left--) {
    let device = ahead;
    let coupler = coupler_ahead;
    let next = column_start(mesh, max(left, 2u) - 2u);
    ahead = fetch(mesh, next + thread);
    coupler_ahead = couplers[mesh.mzi_base + next + thread];
    if (start + thread < end) {
      backward(mesh, start + thread, device, coupler);
    }
    for (var k = start + thread + THREADS; k < end; k += THREADS) {
      backward(mesh, k, fetch(mesh, k), couplers[mesh.mzi_base + k]);
    }
    end = start;
    start = next;
    workgroupBarrier();
  }
}

@compute @workgroup_size(THREADS)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) thread: u32) {
  let index = group.z * GRID_ROW + group.y;
  if (index >= network.part_count) {
    return;
  }
  let part = part_at(index);
  slot_base = group.x * network.parameter_count;
  adds = false;
  let mesh = mesh_at(part.mesh);
  for (var first_column = group.x * LANES; first_column < MODES; first_column += network.slots * LANES) {
    for (var port = thread; port < MODES; port += THREADS) {
      load_field(port, index, first_column, 1.0 / part.gain);
      load_cotangent(port, index, first_column, part.gain);
      back_through_output(part.mesh, mesh, port);
    }
    workgroupBarrier();
    back_through_columns(mesh, thread);
    if (part.attenuator_offset != NONE) {
      for (var port = thread; port < MODES; port += THREADS) {
        load_field(port, network.part_count + index, first_column, 1.0);
        let g_re = cotangent_re[port];
        let g_im = cotangent_im[port];
        let sc = sincos(0.5 * parameters[part.attenuator_offset + port]);
        let slope = dot(g_re, field_re[port]) + dot(g_im, field_im[port]);
        deposit(part.attenuator_offset + port, 0.5 * sc.y * slope);
        cotangent_re[port] = sc.x * g_re;
        cotangent_im[port] = sc.x * g_im;
      }
    }
    if (part.before != NONE) {
      let before = mesh_at(part.before);
      for (var port = thread; port < MODES; port += THREADS) {
        back_through_output(part.before, before, port);
      }
      workgroupBarrier();
      back_through_columns(before, thread);
    }
    workgroupBarrier();
    adds = true;
  }
}
