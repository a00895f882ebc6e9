// What changes from step to step, computed by the host in f64 (src/engine/webgpu/hyper.ts) for all steps of a
// submit. The kernel binds `hyper` and `counter`, the steps done.

struct Step {
  // What lib/optimiser/<kind>.wgsl names.
  rate: f32,
  epsilon: f32,
  // Seed of everything random in this presentation: src/learning/noise.ts.
  noise_key: u32,
  // 1, or 0 where light is sent through without noise.
  noise: f32,
  // The common drift walks, radians.
  walks: vec4f,
}

struct Hyper {
  // Step that steps[0] belongs to.
  first_step: u32,
  steps: array<Step>,
}

fn this_step() -> Step {
  return hyper.steps[counter - hyper.first_step];
}
