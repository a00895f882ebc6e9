// Stochastic gradient descent with momentum: v ← MOMENTUM·v + g, x −= rate·v.

fn optimise(i: u32, slope: f32) {
  let velocity = MOMENTUM * moments[i] + slope;
  moments[i] = velocity;
  parameters[i] -= this_step().rate * velocity;
  keep_in_range(i);
}
