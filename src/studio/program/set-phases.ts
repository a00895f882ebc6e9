import type { PlanMesh } from '../../learning/plan';
import type { Fault } from '../../lib/fault';
import type { Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';
import type { MeshPhases } from '../../photonics/haar';
import type { Programmed } from '../../photonics/programming/program';
import type { ParameterChange } from '../state/chip';
import { asSigns, toPushPull } from './push-pull';
import type { Target } from './target';
import { programWords } from '../words/program';

/** Where programmed phases go in the network's parameters. Fixed couplers have none, signs of real meshes must be exact. */
export function changesFor(target: Target, programmed: Programmed): Result<readonly ParameterChange[]> {
  const all = target.part === 'layer' ? [programmed.v, programmed.u] : [programmed.u];
  const changes: ParameterChange[] = [];
  for (const [index, mesh] of target.meshes.entries()) {
    const phases = all[index];
    if (phases === undefined) continue;
    const driven = target.isReal ? asSigns(toPushPull(mesh.topology, phases)) : phases;
    if (driven === undefined) return fail(notReal());
    changes.push(...meshChanges(mesh, driven));
  }
  const { attenuatorOffset } = target.linear;
  if (target.part === 'layer' && attenuatorOffset !== undefined)
    programmed.alpha?.forEach((value, k) => changes.push({ offset: attenuatorOffset + k, value }));
  return ok(changes);
}

/** All phases of one mesh as changes of its parameters. */
export function meshChanges(mesh: PlanMesh, { theta, phi, gamma }: MeshPhases): ParameterChange[] {
  const { fixed } = mesh.topology;
  const put = (offset: number, values: Float64Array, isDevice: boolean): ParameterChange[] =>
    Array.from(values, (value, k) => ({ offset: offset + k, value })).filter(
      (_, k) => !(isDevice && fixed?.[k] === 1),
    );
  return [
    ...put(mesh.thetaOffset, theta, true),
    ...put(mesh.phiOffset, phi, true),
    ...put(mesh.gammaOffset, gamma, false),
  ];
}

function notReal(): Fault {
  return {
    code: 'studio/not-real',
    ...programWords.faults.notReal,
    where: 'matrix',
  };
}
