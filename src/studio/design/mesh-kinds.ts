import type { MeshKind } from '../../photonics/mesh';
import { MESH_KINDS } from '../../photonics/mesh';
import { sizeFault } from '../../photonics/meshes/build-mesh';
import type { Option } from '../parts/choice';
import { fieldWords as words } from '../words/design-fields';

/** Short names, and what each mesh is good for. */
export const MESHES: Readonly<Record<MeshKind, { readonly name: string; readonly note: string }>> = {
  rectangular: { name: words.meshKinds.rectangular, note: words.meshKinds.rectangularNote },
  triangular: { name: words.meshKinds.triangular, note: words.meshKinds.triangularNote },
  butterfly: { name: words.meshKinds.butterfly, note: words.meshKinds.butterflyNote },
  permuting: { name: words.meshKinds.permuting, note: words.meshKinds.permutingNote },
  diamond: { name: words.meshKinds.diamond, note: words.meshKinds.twoTrianglesOnOneBase },
  tree: { name: words.meshKinds.tree, note: words.meshKinds.splitsOneInputIntoAny },
  'three-splitter': { name: words.meshKinds.threeSplitter, note: words.meshKinds.threeSplitterNote },
};

/** All kinds for a select, those that cannot have so many waveguides with the reason. */
export function meshOptions(modes: number): readonly Option<MeshKind>[] {
  return MESH_KINDS.map((id) => {
    const fault = sizeFault(id, modes);
    return { id, ...MESHES[id], refusal: fault && `${fault.message} ${fault.fix}` };
  });
}
