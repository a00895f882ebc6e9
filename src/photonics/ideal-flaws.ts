import type { Mesh } from './mesh';
import { mziCount } from './mesh';
import type { MeshFlaws } from './propagate';

/**
 * The nominal couplers of a mesh with fixed splitters, as flaws: a = −π/4 leaves two couplers without a shifter
 * between them as one, B(0)·B(−π/4) = B(0). Undefined for meshes of interferometers only.
 */
export function idealFlaws(mesh: Mesh): MeshFlaws | undefined {
  const { fixed } = mesh;
  if (fixed === undefined) return undefined;
  const none = (): Float64Array => new Float64Array(mziCount(mesh));
  return {
    a: Float64Array.from(fixed, (isFixed) => (isFixed === 1 ? -Math.PI / 4 : 0)),
    b: none(),
    theta: none(),
    phi: none(),
  };
}
