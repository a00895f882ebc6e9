// One interferometer as the mesh kernels hold it in registers. With lib/network.wgsl; the kernel binds
// `coefficients`.

struct Interferometer {
  top: u32,
  bottom: u32,
  // (T00, T01) and (T10, T11), complex.
  t0: vec4f,
  t1: vec4f,
}

// Interferometer k of a mesh; call it before the barrier that ends the previous column, so that the fetch
// from memory runs while that column is still computed. Beyond the mesh it returns something meaningless.
fn fetch(mesh: Mesh, k: u32) -> Interferometer {
  let pair = mesh.pair_base + 2u * k;
  let entry = 2u * (mesh.mzi_base + k);
  return Interferometer(tables[pair], tables[pair + 1u], coefficients[entry], coefficients[entry + 1u]);
}
