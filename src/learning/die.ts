import type { Hardware } from '../experiment/schema';
import { STREAM, normal } from '../lib/rng';
import { idealFlaws } from '../photonics/ideal-flaws';
import type { Mesh } from '../photonics/mesh';
import { mziCount } from '../photonics/mesh';
import type { MeshFlaws } from '../photonics/propagate';
import type { Plan, PlanLinear, PlanMesh } from './plan';

/** Random streams per mesh, so that no two meshes share numbers. */
export const STREAMS_PER_MESH = 16;

/** Standard deviations of what fabrication gets wrong, radians, and the number of the die. */
export type DieSpread = Pick<Hardware, 'die' | 'splitterError' | 'phaseError'>;

/** The flaws of every mesh of a network, in the order of light (`meshesOf`). */
export type Die = readonly (MeshFlaws | undefined)[];

/** A whole die: the same number gives the same flaws in every experiment with these meshes. */
export function drawDie(meshes: readonly Pick<PlanMesh, 'topology'>[], spread: DieSpread): Die {
  return meshes.map(({ topology }, index) => drawFlaws(topology, spread, index));
}

/**
 * Flaws of one mesh: independent normal errors, a pure function of die, mesh and device; the nominal couplers
 * of fixed splitters are part of them. Undefined where there is nothing to say.
 */
export function drawFlaws(mesh: Mesh, spread: DieSpread, meshIndex: number): MeshFlaws | undefined {
  const { die, splitterError, phaseError } = spread;
  const ideal = idealFlaws(mesh);
  if (splitterError === 0 && phaseError === 0) return ideal;
  const draw = (stream: number, part: number, sigma: number, nominal?: Float64Array): Float64Array =>
    Float64Array.from({ length: mziCount(mesh) }, (_, k) => {
      const error =
        sigma === 0 ? 0 : sigma * normal(die, stream + STREAMS_PER_MESH * meshIndex, 2 * k + part);
      return error + (nominal?.[k] ?? 0);
    });
  const flaws = {
    a: draw(STREAM.splitterError, 0, splitterError, ideal?.a),
    b: draw(STREAM.splitterError, 1, splitterError),
    theta: draw(STREAM.phaseError, 0, phaseError),
    phi: draw(STREAM.phaseError, 1, phaseError),
  };
  mesh.fixed?.forEach((isFixed, k) => {
    if (isFixed === 0) return;
    // A fixed splitter is one coupler with one error, and has no shifters.
    for (const part of [flaws.b, flaws.theta, flaws.phi]) part[k] = 0;
  });
  return flaws;
}

/** A plan on another die. */
export function withDie(plan: Plan, die: Die): Plan {
  return { ...plan, layers: onDie(plan.layers, die) };
}

/** Linear parts with the flaws of another die. */
export function onDie<Part extends PlanLinear>(parts: readonly Part[], die: Die): readonly Part[] {
  let next = 0;
  const on = (mesh: PlanMesh): PlanMesh => ({ ...mesh, flaws: die[next++] });
  return parts.map((part) => ({ ...part, before: part.before && on(part.before), mesh: on(part.mesh) }));
}
