// All numbers of a sample as one pixel of many channels.
fn value_OUT(place: Place) -> f32 {
  let shape = chain.shapes[IN];
  let row = place.channel / shape.z;
  return value_IN(Place(row / shape.y, place.sample, row % shape.y, place.channel % shape.z));
}
