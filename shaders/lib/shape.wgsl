// One layer's part in the batch kernels.
struct Shape {
  // Columns of the batch that are computed and the distance between rows, both in samples.
  batch: u32,
  stride: u32,
  layer: u32,
  // Offset of the nonlinearity's trainable numbers in the parameter vector.
  nonlinearity_offset: u32,
  // The nonlinearity's fixed constants, in the order its file in lib/activation names.
  constants: vec4f,
}
