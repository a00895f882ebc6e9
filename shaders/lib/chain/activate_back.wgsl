fn slope_IN(place: Place) -> f32 {
  return slope_OUT(place) * activate_OUT(value_IN(place)).y;
}
