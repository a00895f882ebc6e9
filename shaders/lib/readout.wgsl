// Power readout of one sample and its loss. I_c = |y_c|² on the first CLASSES ports as lib/detection reads them,
// divided by their sum if NORMALISE; logits are scale·I. Equations: src/learning/loss.ts. The kernel binds
// `fields` [mode][sample].
// Constants from the prefix: CLASSES, NORMALISE, MEAN_SQUARE (else cross-entropy), READOUT_SCALE and
// DARK_READOUT, the least sum that is divided by.

struct Readout {
  reading: Reading,
  // What intensities are divided by, and whether it moves with them.
  norm: f32,
  lit: bool,
  // Softmax's shift and sum.
  largest: f32,
  total: f32,
  loss: f32,
  prediction: u32,
}

fn port_power(reading: Reading, port: u32, sample: u32, stride: u32) -> f32 {
  let y = fields[port * stride + sample];
  return detect(reading, dot(y, y), port);
}

// row: the sample's position in its batch or split.
fn read_out(sample: u32, stride: u32, row: u32, label: u32) -> Readout {
  let reading = start_reading(row);
  var sum = 0.0;
  var brightest = 0.0;
  var prediction = 0u;
  for (var c = 0u; c < CLASSES; c++) {
    let power = port_power(reading, c, sample, stride);
    sum += power;
    if (c == 0u || power > brightest) {
      brightest = power;
      prediction = c;
    }
  }
  let norm = select(1.0, max(sum, DARK_READOUT), NORMALISE);
  let scale = READOUT_SCALE / norm;
  let largest = scale * brightest;
  var total = 0.0;
  var loss = 0.0;
  for (var c = 0u; c < CLASSES; c++) {
    let logit = scale * port_power(reading, c, sample, stride);
    if (MEAN_SQUARE) {
      let error = logit - select(0.0, 1.0, c == label);
      loss += error * error / f32(CLASSES);
    } else {
      total += exponential(logit - largest);
    }
  }
  if (!MEAN_SQUARE) {
    loss = largest + logarithm(total) - scale * port_power(reading, label, sample, stride);
  }
  return Readout(reading, norm, NORMALISE && sum >= DARK_READOUT, largest, total, loss, prediction);
}

// dL/dI_c of one sample, with I already divided.
fn intensity_slope(readout: Readout, port: u32, intensity: f32, label: u32) -> f32 {
  let target_value = select(0.0, 1.0, port == label);
  let logit = READOUT_SCALE * intensity;
  if (MEAN_SQUARE) {
    return 2.0 * READOUT_SCALE * (logit - target_value) / f32(CLASSES);
  }
  return READOUT_SCALE * (exponential(logit - readout.largest) / readout.total - target_value);
}
