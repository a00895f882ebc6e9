// Stochastic gradient descent with momentum: v ← MOMENTUM·v + g, x −= rate·v.

fn optimise(i: u32, slope: f32) {
  let velocity = MOMENTUM * momentum[i] + slope;
  momentum[i] = velocity;
  parameters[i] -= hyper.steps[counter - hyper.first_step].x * velocity;
}
