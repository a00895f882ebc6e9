// One linear stage of a convolutional network: a matrix of `rows` × `columns` streams over the patches of an image,
// column (channel·kernel + kernel row)·kernel + kernel column. Equations: src/learning/convolution/convolve.ts.

const NONE = 0xffffffffu;

struct Convolution {
  samples: u32,
  // Of the input.
  channels: u32,
  height: u32,
  width: u32,
  rows: u32,
  columns: u32,
  out_height: u32,
  out_width: u32,
  // Side of a patch.
  kernel: u32,
  stride: u32,
  // Dark pixels on each side.
  padding: u32,
  // First weight in `weights`.
  weight_base: u32,
  // Offset of a number per row, or NONE.
  bias_offset: u32,
  // Tiles under the matrix: their side, how many lie side by side, the first one's number, and whether their
  // imaginary parts are the matrix's lower half.
  tile: u32,
  tiles_across: u32,
  first_part: u32,
  is_complex: u32,
}

// Element of a patch.
struct Tap {
  channel: u32,
  y: u32,
  x: u32,
}

fn tap_at(column: u32) -> Tap {
  let line = column / convolution.kernel;
  return Tap(line / convolution.kernel, line % convolution.kernel, column % convolution.kernel);
}

// Pixel of a batch of images of some height and width.
struct Pixel {
  sample: u32,
  y: u32,
  x: u32,
}

fn pixel_at(index: u32, height: u32, width: u32) -> Pixel {
  let line = index / width;
  return Pixel(line / height, line % height, index % width);
}

// Four neighbouring pixels, as numbers and as places.
struct Pixels {
  sample: vec4u,
  y: vec4u,
  x: vec4u,
  inside: vec4<bool>,
}

fn pixels_from(first: u32, height: u32, width: u32) -> Pixels {
  let p0 = pixel_at(first, height, width);
  let p1 = pixel_at(first + 1u, height, width);
  let p2 = pixel_at(first + 2u, height, width);
  let p3 = pixel_at(first + 3u, height, width);
  let sample = vec4u(p0.sample, p1.sample, p2.sample, p3.sample);
  return Pixels(
    sample,
    vec4u(p0.y, p1.y, p2.y, p3.y),
    vec4u(p0.x, p1.x, p2.x, p3.x),
    sample < vec4u(convolution.samples),
  );
}
