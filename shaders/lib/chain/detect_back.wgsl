// Both quadratures; the modulus is taken as flat where it is dark.
fn slope_IN(place: Place) -> f32 {
  let channels = chain.shapes[OUT].x;
  let detected = Place(place.channel % channels, place.sample, place.y, place.x);
  let z = field_OUT(detected);
  let part = select(z.x, z.y, place.channel >= channels);
  let slope = slope_OUT(detected);
  if (chain.constants[OUT].x == 1.0) {
    return 2.0 * slope * part;
  }
  let modulus = sqrt(dot(z, z));
  if (modulus == 0.0) {
    return 0.0;
  }
  return slope * part / modulus;
}
