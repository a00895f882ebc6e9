// Photodiodes and converters at the class ports (src/learning/plan.ts, PlanDetection):
//
//   I' = I·(1 + rin·n0) + √(thermal² + shot²·I)·n1, then the nearest of ADC_LEVELS steps up to FULL_SCALE
//
// Prefix: CLASSES, SHOT, THERMAL, RIN, ADC_LEVELS (0: none), FULL_SCALE. With lib/normal.wgsl and lib/hyper.wgsl.

// STREAM.detection and STREAM.rin of src/lib/rng.ts
const DETECTION_STREAM = 10u;
const RIN_STREAM = 11u;

struct Reading {
  noise_key: u32,
  noise: f32,
  // Position of the sample in its batch or split.
  row: u32,
  // 1 + rin·n0, the same for all ports.
  gain: f32,
}

fn start_reading(row: u32) -> Reading {
  let step = this_step();
  var gain = 1.0;
  if (RIN > 0.0) {
    gain += step.noise * RIN * normal(step.noise_key, RIN_STREAM, row);
  }
  return Reading(step.noise_key, step.noise, row, gain);
}

fn detect(reading: Reading, power: f32, port: u32) -> f32 {
  var value = reading.gain * power;
  if (SHOT > 0.0 || THERMAL > 0.0) {
    let sigma = sqrt(THERMAL * THERMAL + SHOT * SHOT * power);
    let draw = normal(reading.noise_key, DETECTION_STREAM, reading.row * CLASSES + port);
    value += reading.noise * sigma * draw;
  }
  if (ADC_LEVELS > 0.0) {
    let level = clamp(floor(value / FULL_SCALE * ADC_LEVELS + 0.5), 0.0, ADC_LEVELS);
    value = FULL_SCALE * level / ADC_LEVELS;
  }
  return value;
}

// dI'/dI: noise is a constant for the gradient, and the converter passes it straight through.
fn detection_slope(reading: Reading) -> f32 {
  return reading.gain;
}
