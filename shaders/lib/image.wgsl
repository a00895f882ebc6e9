// Activations of a batch of images: [channel][sample][row][column], so that a channel's numbers lie side by side.
// A shape is (channels, rows, columns, _).

struct Place {
  channel: u32,
  sample: u32,
  y: u32,
  x: u32,
}

fn place_at(shape: vec4u, samples: u32, index: u32) -> Place {
  let row = index / shape.z;
  let image = row / shape.y;
  return Place(image / samples, image % samples, row % shape.y, index % shape.z);
}

fn index_of(shape: vec4u, samples: u32, place: Place) -> u32 {
  return ((place.channel * samples + place.sample) * shape.y + place.y) * shape.z + place.x;
}
