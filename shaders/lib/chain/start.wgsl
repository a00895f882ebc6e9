fn value_OUT(place: Place) -> f32 {
  return values[index_of(chain.shapes[OUT], chain.samples, place)];
}
