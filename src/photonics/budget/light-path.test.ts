import { describe, expect, it } from 'vitest';
import type { MeshKind } from '../mesh';
import { buildMesh } from '../meshes/build-mesh';
import { longestPath } from './light-path';

function meshOf(kind: MeshKind, modes: number) {
  const mesh = buildMesh(kind, modes);
  if (!mesh.ok) throw new Error(mesh.fault.message);
  return mesh.value;
}

describe('longest path', () => {
  it.each([
    ['rectangular', 6, { interferometers: 6, couplers: 0, crossings: 0 }],
    // Down along the edge and back up: 2N − 3 columns, each with one on the way.
    ['triangular', 6, { interferometers: 9, couplers: 0, crossings: 0 }],
    ['three-splitter', 6, { interferometers: 6, couplers: 6, crossings: 0 }],
  ] as const)('of a %s mesh of %d waveguides', (kind, modes, path) => {
    expect(longestPath([meshOf(kind, modes)])).toEqual(path);
  });

  it('crosses waveguides where a mesh permutes them, and nowhere else', () => {
    // Strides 1, 2 and 4 of an FFT: log2(8) interferometers.
    const { interferometers, crossings } = longestPath([meshOf('butterfly', 8)]);
    expect(interferometers).toBe(3);
    expect(crossings).toBeGreaterThan(0);
    expect(longestPath([meshOf('butterfly', 2)]).crossings).toBe(0);
  });

  it('adds up meshes one behind the other', () => {
    const mesh = meshOf('rectangular', 5);
    expect(longestPath([mesh, mesh]).interferometers).toBe(10);
    expect(longestPath([])).toEqual({ interferometers: 0, couplers: 0, crossings: 0 });
  });
});
