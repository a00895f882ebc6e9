// From the phases that are set to those that light meets (src/learning/plan.ts, PlanEffects):
//
//   ψ' = ψ + (r' − r) + Σ_j crosstalk_ij·r'_j + Σ_k loading_ik·W_k + PHASE_NOISE·n_i
//
// with r = ψ mod 2π and r' its level, or r itself without quantisation. What is no phase passes unchanged.
//
//   roles     bits of ROLE, one word per parameter
//   rows      [parameter + 1] first entry of each row of the crosstalk
//   entries   [entry] (column, bits of the weight)
//   loadings  [parameter] of the four drift walks
//
// Prefix: COUNT, LEVEL_STEP (radians; 0: any phase), OF_VOLTAGE, CROSSTALK, DRIFT, PHASE_NOISE; what is left out is bound to
// nothing of use. With lib/normal.wgsl and lib/hyper.wgsl. Grid: parameters / 64, long.

@group(0) @binding(0) var<storage, read> hyper: Hyper;
@group(0) @binding(1) var<storage, read> counter: u32;
@group(0) @binding(2) var<storage, read> parameters: array<f32>;
@group(0) @binding(3) var<storage, read> roles: array<u32>;
@group(0) @binding(4) var<storage, read> rows: array<u32>;
@group(0) @binding(5) var<storage, read> entries: array<vec2u>;
@group(0) @binding(6) var<storage, read> loadings: array<vec4f>;
@group(0) @binding(7) var<storage, read_write> effective: array<f32>;

// ROLE.phase of src/learning/plan.ts and STREAM.phaseNoise of src/lib/rng.ts
const PHASE_ROLE = 2u;
const PHASE_NOISE_STREAM = 8u;

const TURN = 6.28318530717958648;
// ½ and the 1/64 that sends phases exactly between two levels up in every arithmetic.
const NEAREST = 0.515625;

// ψ mod 2π, reduced in three parts like lib/sincos.wgsl.
fn within_turn(phase: f32) -> f32 {
  let turns = floor(phase / TURN);
  let quarters = 4.0 * turns;
  let rest = ((phase - quarters * HALF_PI_HIGH) - quarters * HALF_PI_MIDDLE) - quarters * HALF_PI_LOW;
  // The division may have rounded past a whole turn.
  return select(select(rest, rest + TURN, rest < 0.0), rest - TURN, rest >= TURN);
}

// r' = LEVEL_STEP·k, or LEVEL_STEP·k² of voltages.
fn level(within: f32) -> f32 {
  if (LEVEL_STEP == 0.0) {
    return within;
  }
  let wanted = within / LEVEL_STEP;
  let k = floor(select(wanted, sqrt(wanted), OF_VOLTAGE) + NEAREST);
  return LEVEL_STEP * select(k, k * k, OF_VOLTAGE);
}

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let i = long_index(id, 64u);
  if (i >= COUNT) {
    return;
  }
  var phase = parameters[i];
  if ((roles[i] & PHASE_ROLE) == 0u) {
    effective[i] = phase;
    return;
  }
  let step = this_step();
  if (LEVEL_STEP > 0.0) {
    let within = within_turn(phase);
    phase += level(within) - within;
  }
  if (DRIFT) {
    phase += dot(loadings[i], step.walks);
  }
  if (PHASE_NOISE > 0.0) {
    phase += step.noise * PHASE_NOISE * normal(step.noise_key, PHASE_NOISE_STREAM, i);
  }
  if (CROSSTALK) {
    for (var at = rows[i]; at < rows[i + 1u]; at++) {
      let entry = entries[at];
      phase += bitcast<f32>(entry.y) * level(within_turn(parameters[entry.x]));
    }
  }
  effective[i] = phase;
}
