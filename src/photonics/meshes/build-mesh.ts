import type { Fault } from '../../lib/fault';
import type { Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';
import type { Mesh, MeshKind } from '../mesh';
import { rectangularMesh } from '../mesh';

/** The mesh of a kind on so many waveguides; a fault that names `mesh` where that size is impossible. */
export function buildMesh(kind: MeshKind, modes: number): Result<Mesh> {
  if (kind === 'rectangular') return ok(rectangularMesh(modes));
  return fail(unknownMesh(kind));
}

function unknownMesh(kind: MeshKind): Fault {
  return {
    code: 'mesh/unknown',
    message: `A ${kind} mesh cannot be built.`,
    fix: 'Choose another mesh.',
    where: 'mesh',
  };
}
