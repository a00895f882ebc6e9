// Sum over a workgroup in a fixed order. Prefix: SUM_THREADS, a power of two.

var<workgroup> workgroup_sums: array<vec2f, SUM_THREADS>;

// The same for every thread; call it from all of them.
fn workgroup_sum(value: vec2f, thread: u32) -> vec2f {
  workgroupBarrier();
  workgroup_sums[thread] = value;
  workgroupBarrier();
  for (var half = SUM_THREADS / 2u; half > 0u; half /= 2u) {
    if (thread < half) {
      workgroup_sums[thread] += workgroup_sums[thread + half];
    }
    workgroupBarrier();
  }
  return workgroup_sums[0];
}
