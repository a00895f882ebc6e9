// dL/dx = scale/√(variance + epsilon)·(g − mean(g) − x̂·mean(g·x̂)), means over the channel's numbers of the shard.
// sums: [shard][channel] (Σ g, Σ g·x̂), from kernels/conv_chain_sums.wgsl.

fn slope_IN(place: Place) -> f32 {
  let at = statistics_OUT(place);
  let shape = chain.shapes[OUT];
  let count = f32(chain.shard_samples * shape.y * shape.z);
  let means = sums[at] / count;
  let factor = parameters[chain.scale_offset + place.channel] * statistics[at].z;
  return factor * (slope_OUT(place) - means.x - normalised_OUT(place) * means.y);
}
