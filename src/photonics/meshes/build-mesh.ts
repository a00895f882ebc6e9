import type { Fault } from '../../lib/fault';
import type { Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';
import type { Mesh, MeshKind } from '../mesh';
import { MESH_MODES, rectangularMesh } from '../mesh';
import { butterflyMesh } from './butterfly';
import { diamondMesh } from './diamond';
import { permutingMesh } from './permuting';
import { threeSplitterMesh } from './three-splitter';
import { treeMesh } from './tree';
import { triangularMesh } from './triangular';

/**
 * The mesh of a kind on so many waveguides, 2 … 512. Faults: `mesh/modes` where that size is impossible,
 * `mesh/power-of-two` and `mesh/even` where the kind asks for another one; all at `modes`.
 */
export function buildMesh(kind: MeshKind, modes: number): Result<Mesh> {
  const fault = sizeFault(kind, modes);
  return fault ? fail(fault) : ok(BUILDERS[kind](modes));
}

const BUILDERS: { readonly [kind in MeshKind]: (modes: number) => Mesh } = {
  rectangular: rectangularMesh,
  triangular: triangularMesh,
  butterfly: butterflyMesh,
  permuting: permutingMesh,
  diamond: diamondMesh,
  tree: treeMesh,
  'three-splitter': threeSplitterMesh,
};

/** Why a mesh of this kind cannot have so many modes; undefined where it can. */
export function sizeFault(kind: MeshKind, modes: number): Fault | undefined {
  const { min, max } = MESH_MODES;
  if (!Number.isInteger(modes) || modes < min || modes > max) {
    return {
      code: 'mesh/modes',
      message: `A mesh of ${modes} modes cannot be built.`,
      fix: `Use a whole number of modes from ${min} to ${max}.`,
      where: 'modes',
    };
  }
  if ((kind === 'butterfly' || kind === 'tree') && !Number.isInteger(Math.log2(modes))) {
    const below = 2 ** Math.floor(Math.log2(modes));
    return {
      code: 'mesh/power-of-two',
      message: `A ${kind} mesh needs a power of two, and ${modes} is none.`,
      fix: `Use ${below} or ${2 * below} modes, or choose another mesh.`,
      where: 'modes',
    };
  }
  if (kind === 'diamond' && modes % 2 !== 0) {
    return {
      code: 'mesh/even',
      message: `A diamond mesh has an even number of waveguides, and ${modes} is odd.`,
      fix: `Use ${modes - 1} or ${modes + 1} modes, or choose another mesh.`,
      where: 'modes',
    };
  }
  return undefined;
}
