import type { Die } from '../../learning/die';
import { phasesOf } from '../../learning/mesh-phases';
import { linearParts } from '../../learning/methods/twin';
import type { NetworkPlan } from '../../learning/plan';
import { meshesOf } from '../../learning/plan';
import { correctErrors } from '../../photonics/programming/correct-errors';

/** Parameters meant for ideal meshes, corrected for the flaws of a die as if they had been measured. */
export function correctedFor(plan: NetworkPlan, parameters: Float64Array, die: Die): Float64Array {
  const out = parameters.slice();
  meshesOf(linearParts(plan)).forEach((mesh, index) => {
    const flaws = die[index];
    if (flaws === undefined) return;
    const { phases } = correctErrors(mesh.topology, phasesOf(mesh, parameters), flaws, mesh.drive);
    const into = phasesOf(mesh, out);
    for (const group of ['theta', 'phi', 'gamma'] as const) into[group].set(phases[group]);
  });
  return out;
}
