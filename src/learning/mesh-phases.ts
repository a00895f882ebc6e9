import type { MeshPhases } from '../photonics/haar';
import { mziCount } from '../photonics/mesh';
import type { PlanMesh } from './plan';

/** Views of a mesh's phases inside a flat parameter (or gradient) vector. */
export function phasesOf(mesh: PlanMesh, vector: Float64Array): MeshPhases {
  const count = mziCount(mesh.topology);
  return {
    theta: vector.subarray(mesh.thetaOffset, mesh.thetaOffset + count),
    phi: vector.subarray(mesh.phiOffset, mesh.phiOffset + count),
    gamma: vector.subarray(mesh.gammaOffset, mesh.gammaOffset + mesh.topology.modes),
  };
}
