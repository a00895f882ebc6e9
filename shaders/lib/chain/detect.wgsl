// |z|² or |z| of z = x_c + i·x_{c+C}. Constants: 1 where the power is read.

fn field_OUT(place: Place) -> vec2f {
  let imaginary = Place(place.channel + chain.shapes[OUT].x, place.sample, place.y, place.x);
  return vec2f(value_IN(place), value_IN(imaginary));
}

fn value_OUT(place: Place) -> f32 {
  let z = field_OUT(place);
  let power = dot(z, z);
  return select(sqrt(power), power, chain.constants[OUT].x == 1.0);
}
