// Loss of each sample of the batch, whether its answer is right, and the cotangent of its fields for the
// mean loss: g_c = 2·(dL/dP_c)·y_c with the power P_c = |y_c|² (lib/readout.wgsl), 0 beyond the class ports;
// taken back through the last layer's nonlinearity (lib/activation.wgsl). With photodiodes hyper and counter follow.
//
//   linear Y, fields f(Y), cotangents of Y  [mode][sample]      outcomes  [sample] (loss, 1 if right)
//
// Prefix: MODES and those of lib/readout.wgsl. Grid: batch / 64.

@group(0) @binding(0) var<uniform> shape: Shape;
@group(0) @binding(1) var<storage, read> fields: array<vec2f>;
@group(0) @binding(2) var<storage, read> batch_labels: array<u32>;
@group(0) @binding(3) var<storage, read> linear: array<vec2f>;
@group(0) @binding(4) var<storage, read_write> cotangents: array<vec2f>;
@group(0) @binding(5) var<storage, read_write> outcomes: array<vec2f>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let sample = id.x;
  if (sample >= shape.batch) {
    return;
  }
  let label = batch_labels[sample];
  let readout = read_out(sample, shape.stride, sample, label);
  outcomes[sample] = vec2f(readout.loss, select(0.0, 1.0, readout.prediction == label));
  // Through the division by the sum: dI_c/dP_d = ([c = d] − I_c) / sum.
  var mean = 0.0;
  if (readout.lit) {
    for (var c = 0u; c < CLASSES; c++) {
      let intensity = port_power(readout.reading, c, sample, shape.stride) / readout.norm;
      mean += intensity_slope(readout, c, intensity, label) * intensity;
    }
  }
  let factor = 2.0 * detection_slope(readout.reading) / (readout.norm * f32(shape.batch));
  for (var c = 0u; c < CLASSES; c++) {
    let intensity = port_power(readout.reading, c, sample, shape.stride) / readout.norm;
    let slope = factor * (intensity_slope(readout, c, intensity, label) - mean);
    let at = c * shape.stride + sample;
    cotangents[at] = pull_back(c, linear[at], slope * fields[at]);
  }
  for (var mode = CLASSES; mode < MODES; mode++) {
    cotangents[mode * shape.stride + sample] = vec2f();
  }
}
