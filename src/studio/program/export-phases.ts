import { phasesOf } from '../../learning/mesh-phases';
import type { PlanMesh } from '../../learning/plan';
import type { Result } from '../../lib/result';
import { ok } from '../../lib/result';
import type { Convention, ConventionPhases } from '../../photonics/programming/conventions';
import { CONVENTION_TEXTS, meshToConvention } from '../../photonics/programming/conventions';
import { columnOf, portsOf } from '../mesh/places';
import { fromPushPull } from './push-pull';
import type { Target } from './target';

interface ExportedMesh {
  readonly role: 'U' | 'V';
  readonly mesh: PlanMesh;
  readonly phases: ConventionPhases;
}

/** Phases of the target's meshes in a convention, as they are programmed now. */
function exported(
  target: Target,
  parameters: Float64Array,
  convention: Convention,
): Result<readonly ExportedMesh[]> {
  const meshes: ExportedMesh[] = [];
  for (const [index, mesh] of target.meshes.entries()) {
    const own = phasesOf(mesh, parameters);
    // Other packages drive one arm.
    const single = target.isReal ? fromPushPull(mesh.topology, own) : own;
    const phases = meshToConvention(convention, mesh.topology, single);
    if (!phases.ok) return phases;
    const role = target.part === 'V' || (target.part === 'layer' && index === 0) ? 'V' : 'U';
    meshes.push({ role, mesh, phases: phases.value });
  }
  return ok(meshes);
}

/** One line per interferometer and per port: mesh, column, waveguides (from 0), theta, phi; of ports one phase. */
export function phasesAsCsv(
  target: Target,
  parameters: Float64Array,
  convention: Convention,
): Result<string> {
  const meshes = exported(target, parameters, convention);
  if (!meshes.ok) return meshes;
  const lines = ['mesh,part,column,waveguide,other_waveguide,theta,phi'];
  for (const { role, mesh, phases } of meshes.value) {
    phases.theta.forEach((theta, k) => {
      const [top, bottom] = portsOf(mesh, k);
      const part = mesh.topology.fixed?.[k] === 1 ? 'coupler' : 'interferometer';
      lines.push([role, part, columnOf(mesh, k), top, bottom, theta, phases.phi[k] ?? 0].join(','));
    });
    phases.ports.forEach((phase, port) =>
      lines.push([role, phases.portsAt, '', port, '', '', phase].join(',')),
    );
  }
  return ok(`${lines.join('\n')}\n`);
}

/** The same as JSON, with attenuators and what the convention means. */
export function phasesAsJson(
  target: Target,
  parameters: Float64Array,
  convention: Convention,
): Result<string> {
  const meshes = exported(target, parameters, convention);
  if (!meshes.ok) return meshes;
  const { attenuatorOffset, gain, mesh } = target.linear;
  const { modes } = mesh.topology;
  const { who, matrix } = CONVENTION_TEXTS[convention];
  const document = {
    format: 'photonic-phases',
    convention,
    used_by: who,
    interferometer: matrix,
    unit: 'radian',
    of: target.name,
    gain,
    ...(target.part === 'layer' && attenuatorOffset !== undefined
      ? { attenuator_angles: [...parameters.subarray(attenuatorOffset, attenuatorOffset + modes)] }
      : {}),
    meshes: meshes.value.map(({ role, mesh: { topology }, mesh: own, phases }) => ({
      role,
      kind: topology.kind,
      waveguides: topology.modes,
      interferometers: Array.from(phases.theta, (theta, k) => ({
        column: columnOf(own, k),
        waveguides: portsOf(own, k),
        theta,
        phi: phases.phi[k] ?? 0,
        ...(topology.fixed?.[k] === 1 ? { fixed: true } : {}),
      })),
      port_phases: { at: phases.portsAt, values: [...phases.ports] },
    })),
  };
  return ok(`${JSON.stringify(document, undefined, 2)}\n`);
}
