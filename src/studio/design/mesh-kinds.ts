import type { MeshKind } from '../../photonics/mesh';
import { MESH_KINDS } from '../../photonics/mesh';
import { buildMesh } from '../../photonics/meshes/build-mesh';
import type { Option } from '../parts/choice';

/** Short names, and what each mesh is good for. */
export const MESHES: Readonly<Record<MeshKind, { readonly name: string; readonly note: string }>> = {
  rectangular: { name: 'Rectangular', note: 'Every unitary in the fewest columns (Clements)' },
  triangular: { name: 'Triangular', note: 'Every unitary; sets itself from power readings (Reck)' },
  butterfly: { name: 'Butterfly', note: 'log₂N columns like a fast Fourier transform; shrugs off errors' },
  permuting: { name: 'Permuting', note: 'Rectangular blocks with crossings between; mixes all ports early' },
  diamond: { name: 'Diamond', note: 'A triangle with spare interferometers for calibration' },
  tree: { name: 'Tree', note: 'Gathers all light in one port with N − 1 interferometers' },
  'three-splitter': { name: '3-splitter', note: 'A third, fixed splitter per cell keeps errors correctable' },
};

const known = new Map<number, readonly Option<MeshKind>[]>();
/** Sizes remembered: enough to undo a few changes without building all meshes again. */
const REMEMBERED = 8;

/** All kinds for a select, those that cannot be built on so many waveguides with the reason. */
export function meshOptions(modes: number): readonly Option<MeshKind>[] {
  const before = known.get(modes);
  if (before !== undefined) return before;
  const options = MESH_KINDS.map((id) => {
    const built = buildMesh(id, modes);
    return { id, ...MESHES[id], refusal: built.ok ? undefined : `${built.fault.message} ${built.fault.fix}` };
  });
  if (known.size >= REMEMBERED) known.clear();
  known.set(modes, options);
  return options;
}
