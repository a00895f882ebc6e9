// Largest value of windows that do not overlap; of equal ones the first, row by row.

struct Largest_OUT {
  value: f32,
  y: u32,
  x: u32,
}

fn window_OUT() -> vec2u {
  let packed = chain.shapes[OUT].w;
  return vec2u(packed & 0xffffu, packed >> 16u);
}

fn largest_OUT(place: Place) -> Largest_OUT {
  let window = window_OUT();
  let first = Place(place.channel, place.sample, place.y * window.x, place.x * window.y);
  var best = Largest_OUT(value_IN(first), first.y, first.x);
  for (var k = 1u; k < window.x * window.y; k++) {
    let y = first.y + k / window.y;
    let x = first.x + k % window.y;
    let value = value_IN(Place(place.channel, place.sample, y, x));
    if (value > best.value) {
      best = Largest_OUT(value, y, x);
    }
  }
  return best;
}

fn value_OUT(place: Place) -> f32 {
  return largest_OUT(place).value;
}
