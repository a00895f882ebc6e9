// Pixels as bytes, four a word, and what the network sees of them: (byte/255 − mean)/deviation per channel.
// With lib/images.wgsl and lib/image.wgsl; the kernel binds `images` and `pixels`.

// Moved by (dx, dy) and mirrored or not; the mean beyond the edge.
fn pixel(image: u32, place: Place, dx: i32, dy: i32, flip: bool) -> f32 {
  let shape = images.shape;
  let y = i32(place.y) + dy;
  let x = select(i32(place.x), i32(shape.z - 1u - place.x), flip) + dx;
  if (y < 0 || y >= i32(shape.y) || x < 0 || x >= i32(shape.z)) {
    return 0.0;
  }
  let at = ((image * shape.x + place.channel) * shape.y + u32(y)) * shape.z + u32(x);
  let byte = extractBits(pixels[at >> 2u], 8u * (at & 3u), 8u);
  return f32(byte) * images.scale[place.channel] + images.offset[place.channel];
}
