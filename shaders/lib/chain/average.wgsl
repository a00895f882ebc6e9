// Mean of windows that do not overlap.

fn window_OUT() -> vec2u {
  let packed = chain.shapes[OUT].w;
  return vec2u(packed & 0xffffu, packed >> 16u);
}

fn value_OUT(place: Place) -> f32 {
  let window = window_OUT();
  var sum = 0.0;
  for (var i = 0u; i < window.x; i++) {
    for (var j = 0u; j < window.y; j++) {
      sum += value_IN(Place(place.channel, place.sample, place.y * window.x + i, place.x * window.y + j));
    }
  }
  return sum / f32(window.x * window.y);
}
