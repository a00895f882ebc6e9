// The linear parts of a network as kernels see them: which meshes each has and where their numbers lie. Packed by
// src/engine/webgpu/network-layout.ts. With lib/grid.wgsl; the kernel binds `network` and `tables`.

const NONE = 0xffffffffu;

struct Network {
  part_count: u32,
  mesh_count: u32,
  // Partial matrices per part that kernels/gemm_outer.wgsl leaves.
  splits: u32,
  // Partial gradients that kernels/mesh_backward.wgsl leaves.
  slots: u32,
  parameter_count: u32,
}

// U·diag(t)·V, U·diag(t) or U.
struct Part {
  // Index of the first mesh the light meets, or NONE.
  before: u32,
  mesh: u32,
  // Offset of the attenuator angles, or NONE.
  attenuator_offset: u32,
  gain: f32,
}

struct Mesh {
  // First word of the mesh's column starts (columns + 1 of them) and of its port pairs, in `tables`.
  column_base: u32,
  pair_base: u32,
  columns: u32,
  // First interferometer in `coefficients` and `devices`.
  mzi_base: u32,
  // Offsets in the parameter vector.
  theta_offset: u32,
  phi_offset: u32,
  gamma_offset: u32,
  // ½ for a push-pull drive, else 0: its share of dL/dθ.
  half_drive: f32,
}

const PART_WORDS = 4u;
const MESH_WORDS = 8u;

fn part_at(index: u32) -> Part {
  let at = PART_WORDS * index;
  return Part(tables[at], tables[at + 1u], tables[at + 2u], bitcast<f32>(tables[at + 3u]));
}

fn mesh_at(index: u32) -> Mesh {
  let at = PART_WORDS * network.part_count + MESH_WORDS * index;
  return Mesh(
    tables[at],
    tables[at + 1u],
    tables[at + 2u],
    tables[at + 3u],
    tables[at + 4u],
    tables[at + 5u],
    tables[at + 6u],
    bitcast<f32>(tables[at + 7u]),
  );
}

// First interferometer of a column; of the column after the last, their number.
fn column_start(mesh: Mesh, column: u32) -> u32 {
  return tables[mesh.column_base + column];
}
