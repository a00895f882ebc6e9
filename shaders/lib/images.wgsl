// A batch of images and how its pixels are to be taken. Packed by src/engine/webgpu/convolution/blocks.ts.

struct Images {
  // (channels, rows, columns, _)
  shape: vec4u,
  // Images in the batch, and in the data set.
  samples: u32,
  count: u32,
  seed: u32,
  // Largest shift in pixels, and whether images are mirrored (src/learning/convolution/augment.ts).
  shift: u32,
  mirrored: u32,
  // Per channel: byte·scale + offset.
  scale: vec4f,
  offset: vec4f,
}
