// Couplers as they were fabricated.

// cos, sin of a + b, then of a − b.
fn coupler_at(device: u32) -> vec4f {
  return devices[2u * device];
}
