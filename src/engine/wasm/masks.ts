import type { Arena } from './arena';

/** One i32 per parameter: all bits where it has every bit of `role`, else none; padded to whole SIMD vectors. */
export function putMask(arena: Arena, roles: Uint8Array, role: number): number {
  const length = 4 * Math.ceil(roles.length / 4);
  return arena.putInts(Int32Array.from({ length }, (_, i) => (((roles[i] ?? 0) & role) === role ? -1 : 0)));
}
