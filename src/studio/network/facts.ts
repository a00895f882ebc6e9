import type { Experiment, Layer } from '../../experiment/schema';
import { HARDWARE_PROFILES } from '../../photonics/hardware';
import { longestPath } from '../../photonics/budget/light-path';
import type { Mesh, MeshKind } from '../../photonics/mesh';
import { columnCount, mziCount } from '../../photonics/mesh';
import { buildMesh } from '../../photonics/meshes/build-mesh';
import { meshesOfForm } from './sketch';

/** What a layer's linear part is and costs, on the chip's model. */
export interface LayerFacts {
  readonly interferometers: number;
  /** Phases and attenuators that are set. */
  readonly settings: number;
  /** Columns that light passes. */
  readonly columns: number;
  /** Decibels on the way through most parts; 0 where the experiment has no loss. */
  readonly loss: number;
}

export function layerFacts({ modes, hardware }: Experiment, layer: Layer): LayerFacts | undefined {
  const mesh = meshOf(layer.mesh, modes);
  if (mesh === undefined) return undefined;
  const copies = meshesOfForm(layer.form);
  const fixed = mesh.fixed?.reduce((sum, each) => sum + each, 0) ?? 0;
  const interferometers = copies * (mziCount(mesh) - fixed);
  const columns = copies * columnCount(mesh);
  const attenuators = layer.form === 'u' ? 0 : modes;
  return {
    interferometers,
    settings: 2 * interferometers + copies * modes + attenuators,
    columns,
    loss: copies * lossOf(mesh, hardware),
  };
}

function lossOf(mesh: Mesh, hardware: Experiment['hardware']): number {
  const { insertionLoss, crossingLoss, propagationLoss } = hardware;
  if (insertionLoss === 0 && crossingLoss === 0 && propagationLoss === 0) return 0;
  const { rows: _, ...straight } = mesh;
  // Counting crossings takes long on large meshes: only where they cost anything.
  const path = longestPath([crossingLoss > 0 ? mesh : straight]);
  const centimetres = (columnCount(mesh) * HARDWARE_PROFILES[hardware.preset].columnLength.value) / 10;
  return insertionLoss * path.interferometers + crossingLoss * path.crossings + propagationLoss * centimetres;
}

const KEPT = 24;
const meshes = new Map<string, Mesh | undefined>();

/** The same few meshes are asked for again and again. */
function meshOf(kind: MeshKind, modes: number): Mesh | undefined {
  const key = `${kind} ${modes}`;
  if (!meshes.has(key)) {
    const built = buildMesh(kind, modes);
    if (meshes.size >= KEPT) meshes.clear();
    meshes.set(key, built.ok ? built.value : undefined);
  }
  return meshes.get(key);
}
