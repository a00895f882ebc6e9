// y = scale·x̂ + shift, x̂ = (x − mean)/√(variance + epsilon), per channel of a shard
// (src/learning/convolution/normalise.ts). statistics: [shard][channel] (mean, variance, 1/√(variance + epsilon), _).

fn statistics_OUT(place: Place) -> u32 {
  return place.sample / chain.shard_samples * chain.shapes[OUT].x + place.channel;
}

fn normalised_OUT(place: Place) -> f32 {
  let of_channel = statistics[statistics_OUT(place)];
  return (value_IN(place) - of_channel.x) * of_channel.z;
}

fn value_OUT(place: Place) -> f32 {
  let scale = parameters[chain.scale_offset + place.channel];
  return scale * normalised_OUT(place) + parameters[chain.shift_offset + place.channel];
}
