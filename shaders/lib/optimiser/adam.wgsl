// Adam (Kingma, Ba, ICLR 2015): m ← β1·m + (1−β1)·g, v ← β2·v + (1−β2)·g², x −= rate·m / (√v + epsilon).
// Rate and epsilon of the step carry the bias corrections: src/learning/optimiser.ts.

fn optimise(i: u32, slope: f32) {
  let m = BETA1 * moments[i] + ONE_MINUS_BETA1 * slope;
  let v = BETA2 * moments[COUNT + i] + ONE_MINUS_BETA2 * slope * slope;
  moments[i] = m;
  moments[COUNT + i] = v;
  let step = this_step();
  parameters[i] -= step.rate * m / (sqrt(v) + step.epsilon);
  keep_in_range(i);
}
