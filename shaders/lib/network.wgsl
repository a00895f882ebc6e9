// The network as kernels see it: which meshes a layer has and where their numbers lie. Packed by
// src/engine/webgpu/network-layout.ts. Prefix: MAX_LAYERS, each with up to two meshes.

const NONE = 0xffffffffu;

struct Mesh {
  // First word of the mesh's column starts (columns + 1 of them) and of its port pairs, in `topology`.
  column_base: u32,
  pair_base: u32,
  columns: u32,
  // First interferometer in `coefficients` and `devices`.
  mzi_base: u32,
  // Offsets in the parameter vector.
  theta_offset: u32,
  phi_offset: u32,
  gamma_offset: u32,
  // 1 / transmission², undoes the loss of T^H·T.
  inverse_loss: f32,
}

struct Layer {
  // Index of the first mesh the light meets, or NONE.
  before: u32,
  mesh: u32,
  // Offset of the attenuator angles, or NONE.
  attenuator_offset: u32,
  gain: f32,
}

struct Network {
  layers: array<Layer, MAX_LAYERS>,
  meshes: array<Mesh, 2 * MAX_LAYERS>,
  layer_count: u32,
  // Partial matrices per layer that kernels/gemm_outer.wgsl leaves.
  splits: u32,
  // Partial gradients that kernels/mesh_backward.wgsl leaves.
  slots: u32,
  parameter_count: u32,
}
