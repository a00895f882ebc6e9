import { idealFlaws } from '../ideal-flaws';
import type { Mesh, MeshKind } from '../mesh';
import { buildMesh } from '../meshes/build-mesh';
import type { MeshFlaws } from '../propagate';
import { randomFlaws } from '../random.fixture';

export function meshOf(kind: MeshKind, modes: number): Mesh {
  const mesh = buildMesh(kind, modes);
  if (!mesh.ok) throw new Error(mesh.fault.message);
  return mesh.value;
}

/** Normal errors of couplers and phases on top of the nominal couplers; fixed couplers have one error and no phases. */
export function knownFlaws(mesh: Mesh, seed: number, sigma: number): MeshFlaws {
  const flaws = randomFlaws(mesh, seed, sigma);
  const ideal = idealFlaws(mesh);
  const isFixed = (k: number): boolean => mesh.fixed?.[k] === 1;
  return {
    a: flaws.a.map((error, k) => error + (ideal?.a[k] ?? 0)),
    b: flaws.b.map((error, k) => (isFixed(k) ? 0 : error)),
    theta: flaws.theta.map((error, k) => (isFixed(k) ? 0 : error)),
    phi: flaws.phi.map((error, k) => (isFixed(k) ? 0 : error)),
  };
}
