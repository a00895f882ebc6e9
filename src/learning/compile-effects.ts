import type { Hardware } from '../experiment/schema';
import type { Result } from '../lib/result';
import { ok } from '../lib/result';
import { STREAM, normal } from '../lib/rng';
import type { Mesh } from '../photonics/mesh';
import { mziCount } from '../photonics/mesh';
import type { Crosstalk } from '../photonics/imperfections/crosstalk';
import { meshCrosstalk } from '../photonics/imperfections/crosstalk';
import type { PlanDrift, PlanEffects, PlanLinear, PlanMesh, SparseMatrix } from './plan';
import { ROLE, meshesOf } from './plan';

/** Steps that an experiment's drift is given for. */
const DRIFT_STEPS = 1000;

/** What lies between set phases and those that light meets, or undefined for nothing. */
export function compileEffects(
  hardware: Hardware,
  parts: readonly PlanLinear[],
  roles: Uint8Array,
): Result<PlanEffects | undefined> {
  const { quantisation, drift, phaseNoise, splitterNoise, die } = hardware;
  const crosstalk = compileCrosstalk(hardware.crosstalk, parts, roles.length);
  if (!crosstalk.ok) return crosstalk;
  const effects = {
    quantisation: quantisation ? { of: quantisation.of, levels: 2 ** quantisation.bits } : undefined,
    crosstalk: crosstalk.value,
    drift: drift > 0 ? compileDrift(drift / Math.sqrt(DRIFT_STEPS), die, roles) : undefined,
    phaseNoise,
    splitterNoise,
  };
  return ok(effectsOrNone(effects));
}

/** The effects, or undefined where light meets the phases as they are set. */
export function effectsOrNone(effects: PlanEffects): PlanEffects | undefined {
  const { quantisation, crosstalk, drift, phaseNoise, splitterNoise } = effects;
  const isNothing = !quantisation && !crosstalk && !drift && phaseNoise === 0 && splitterNoise === 0;
  return isNothing ? undefined : effects;
}

function compileDrift(rate: number, die: number, roles: Uint8Array): PlanDrift {
  const loadings = new Float32Array(4 * roles.length);
  for (let at = 0; at < loadings.length; at++) {
    const isPhase = ((roles[at >> 2] ?? 0) & ROLE.phase) !== 0;
    if (isPhase) loadings[at] = 0.5 * normal(die, STREAM.driftLoading, at);
  }
  return { rate, loadings };
}

/** Every mesh heats itself alone. */
function compileCrosstalk(
  crosstalk: Hardware['crosstalk'],
  parts: readonly PlanLinear[],
  parameterCount: number,
): Result<SparseMatrix | undefined> {
  if (crosstalk === null || crosstalk.strength === 0) return ok(undefined);
  const known = new Map<Mesh, Crosstalk>();
  const meshes: { readonly mesh: PlanMesh; readonly heat: Crosstalk }[] = [];
  for (const mesh of meshesOf(parts)) {
    let heat = known.get(mesh.topology);
    if (heat === undefined) {
      const found = meshCrosstalk(mesh.topology, crosstalk);
      if (!found.ok) return found;
      heat = found.value;
      known.set(mesh.topology, heat);
    }
    meshes.push({ mesh, heat });
  }
  const rowStart = new Int32Array(parameterCount + 1);
  for (const { mesh, heat } of meshes) {
    for (const victim of heat.victim) rowStart[positionOf(mesh, victim) + 1]! += 1;
  }
  for (let i = 0; i < parameterCount; i++) rowStart[i + 1]! += rowStart[i]!;
  const columns = new Int32Array(rowStart[parameterCount] ?? 0);
  const values = new Float64Array(columns.length);
  for (const { mesh, heat } of meshes) {
    let next = 0;
    let row = -1;
    heat.victim.forEach((victim, entry) => {
      const position = positionOf(mesh, victim);
      if (position !== row) next = rowStart[position] ?? 0;
      row = position;
      columns[next] = positionOf(mesh, heat.aggressor[entry] ?? 0);
      values[next++] = crosstalk.strength * (heat.weight[entry] ?? 0);
    });
  }
  return ok({ rowStart, columns, values });
}

/** Where a mesh's shifter (theta of each interferometer, phi of each, gamma of each port) is in the flat vector. */
function positionOf(mesh: PlanMesh, shifter: number): number {
  const count = mziCount(mesh.topology);
  if (shifter < count) return mesh.thetaOffset + shifter;
  if (shifter < 2 * count) return mesh.phiOffset + shifter - count;
  return mesh.gammaOffset + shifter - 2 * count;
}
