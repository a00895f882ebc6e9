fn slope_OUT(place: Place) -> f32 {
  return cotangents[index_of(chain.shapes[OUT], chain.samples, place)];
}
