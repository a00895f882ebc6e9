fn value_OUT(place: Place) -> f32 {
  return activate_OUT(value_IN(place)).x;
}
