fn slope_IN(place: Place) -> f32 {
  let shape = chain.shapes[IN];
  return slope_OUT(Place((place.channel * shape.y + place.y) * shape.z + place.x, place.sample, 0u, 0u));
}
