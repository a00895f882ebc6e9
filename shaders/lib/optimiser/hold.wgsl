// No update: the gradient is only reported.

fn optimise(i: u32, slope: f32) {
}
