fn slope_IN(place: Place) -> f32 {
  let window = window_OUT();
  let pooled = Place(place.channel, place.sample, place.y / window.x, place.x / window.y);
  if (pooled.y >= chain.shapes[OUT].y || pooled.x >= chain.shapes[OUT].z) {
    return 0.0;
  }
  let best = largest_OUT(pooled);
  if (best.y != place.y || best.x != place.x) {
    return 0.0;
  }
  return slope_OUT(pooled);
}
