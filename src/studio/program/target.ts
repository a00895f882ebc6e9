import type { NetworkPlan, PlanLinear, PlanMesh } from '../../learning/plan';
import type { Fault } from '../../lib/fault';
import { diamondBlock } from '../../photonics/meshes/diamond';
import type { TileChoice } from '../conv/conv-trace';
import { tileOf } from '../conv/tile-plan';
import { placeWords } from '../words/places';
import { programWords } from '../words/program';

/** What of a linear part a matrix is set on: all of it (U·Σ·V†), or one mesh. */
export type Part = 'layer' | 'U' | 'V';

/** Meshes of the chip on screen that a matrix can be set on. */
export interface Target {
  /** For people: "Layer 2" or "Stage 1, tile 3". */
  readonly name: string;
  readonly part: Part;
  /** The whole linear part the meshes belong to. */
  readonly linear: PlanLinear;
  /** In the order of light: V before U. */
  readonly meshes: readonly PlanMesh[];
  /** Rows and columns a matrix may have: the mesh's ports, or those that reach every unitary. */
  readonly size: number;
  /** The first of these ports. */
  readonly firstPort: number;
  readonly isReal: boolean;
}

/** Names of the network's linear parts; of a convolution only the tile that is drawn. */
export function partNames(network: NetworkPlan, tile: TileChoice): readonly string[] {
  return network.kind === 'coherent'
    ? network.layers.map((_, layer) => placeWords.layer(layer + 1))
    : [placeWords.tile(tile.stage + 1, tile.block + 1)];
}

/** Parts that a linear part offers. */
export function partsOf(linear: PlanLinear): readonly Part[] {
  return linear.before === undefined ? ['U'] : ['layer', 'U', 'V'];
}

export function targetOf(
  network: NetworkPlan,
  tile: TileChoice,
  layer: number,
  wanted: Part,
): Target | undefined {
  const linear =
    network.kind === 'coherent' ? (network.layers[layer] ?? network.layers[0]) : tileOf(network, tile);
  if (linear === undefined) return undefined;
  const names = partNames(network, tile);
  const part = partsOf(linear).includes(wanted) ? wanted : (partsOf(linear)[0] ?? 'U');
  const both = linear.before ? [linear.before, linear.mesh] : [linear.mesh];
  const meshes = part === 'layer' ? both : [part === 'V' ? (linear.before ?? linear.mesh) : linear.mesh];
  const { kind, modes } = linear.mesh.topology;
  const { first, size } = kind === 'diamond' ? diamondBlock(modes) : { first: 0, size: modes };
  return {
    name: names[layer] ?? names[0] ?? '',
    part,
    linear,
    meshes,
    size,
    firstPort: first,
    isReal: linear.mesh.drive === 'push-pull',
  };
}

/** The target's own meshes alone, without gain: what a matrix is compared with. */
export function linearOf({ part, linear, meshes: [mesh = linear.mesh] }: Target): PlanLinear {
  return part === 'layer'
    ? { ...linear, gain: 1 }
    : { gain: 1, before: undefined, attenuatorOffset: undefined, mesh };
}

/** The same without the die's errors and without loss, for comparing. */
export function withoutFlaws(linear: PlanLinear, ideal: (mesh: PlanMesh) => PlanMesh['flaws']): PlanLinear {
  const clean = (mesh: PlanMesh): PlanMesh => ({ ...mesh, flaws: ideal(mesh), losses: undefined });
  return { ...linear, before: linear.before && clean(linear.before), mesh: clean(linear.mesh) };
}

/** Whether the die has errors on these meshes, beyond what is part of the mesh's kind. */
export function hasErrors({ meshes }: Target): boolean {
  return meshes.some(({ flaws, topology }) =>
    flaws
      ? (['a', 'b', 'theta', 'phi'] as const).some((part) =>
          flaws[part].some((error, k) => (topology.fixed?.[k] === 1 && part === 'a' ? false : error !== 0)),
        )
      : false,
  );
}

/** Why nothing can be set on these meshes at all; undefined where something can. */
export function targetFault({ isReal, meshes }: Target): Fault | undefined {
  if (!isReal || meshes.every(({ topology }) => topology.fixed === undefined)) return undefined;
  return {
    code: 'studio/real-couplers',
    ...programWords.faults.realCouplers,
    where: 'mesh',
  };
}
