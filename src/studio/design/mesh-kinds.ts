import type { MeshKind } from '../../photonics/mesh';
import { MESH_KINDS } from '../../photonics/mesh';
import { sizeFault } from '../../photonics/meshes/build-mesh';
import type { Option } from '../parts/choice';

/** Short names, and what each mesh is good for. */
export const MESHES: Readonly<Record<MeshKind, { readonly name: string; readonly note: string }>> = {
  rectangular: { name: 'Rectangular', note: 'Every unitary in the fewest columns (Clements)' },
  triangular: { name: 'Triangular', note: 'Every unitary; can set itself from power readings (Reck)' },
  butterfly: { name: 'Butterfly', note: 'Fourier-like, log₂N columns: few phases, forgives errors' },
  permuting: { name: 'Permuting', note: 'Rectangular blocks with far crossings between: mixes early' },
  diamond: { name: 'Diamond', note: 'Two triangles on one base; spare parts let light be aligned' },
  tree: { name: 'Tree', note: 'Splits one input into any vector with N − 1 interferometers' },
  'three-splitter': { name: '3-splitter', note: 'A third, fixed splitter per cell keeps errors correctable' },
};

/** All kinds for a select, those that cannot have so many waveguides with the reason. */
export function meshOptions(modes: number): readonly Option<MeshKind>[] {
  return MESH_KINDS.map((id) => {
    const fault = sizeFault(id, modes);
    return { id, ...MESHES[id], refusal: fault && `${fault.message} ${fault.fix}` };
  });
}
