import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { block, distance, product } from '../../photonics/complex-matrix';
import type { MeshPhases } from '../../photonics/haar';
import { haarPhases } from '../../photonics/haar';
import { MESH_KINDS } from '../../photonics/mesh';
import { buildMesh } from '../../photonics/meshes/build-mesh';
import { namedMatrix } from '../../photonics/programming/matrix-sources';
import { decomposeUnitary } from '../../photonics/programming/nulling';
import { programMatrix } from '../../photonics/programming/program';
import { scheduleOf } from '../../photonics/programming/schedule';
import { identity, meshMatrix, scaleRows } from '../../photonics/propagate';
import { asSigns, fromPushPull, toPushPull } from './push-pull';

/** Through fixed couplers phases do not pass. */
const kinds = MESH_KINDS.filter((kind) => kind !== 'three-splitter');

it('does the same with both arms driven, in every mesh, and back', () => {
  fc.assert(
    fc.property(fc.constantFrom(...kinds), fc.constantFrom(2, 4, 8), fc.nat(1000), (kind, modes, seed) => {
      const mesh = buildMesh(kind, modes);
      if (!mesh.ok) throw new Error(mesh.fault.message);
      const phases = haarPhases(mesh.value, seed);
      const wanted = meshMatrix(mesh.value, phases);
      const driven = toPushPull(mesh.value, phases);
      const both = meshMatrix(mesh.value, driven, undefined, undefined, 'push-pull');
      expect(distance(both, wanted)).toBeLessThan(1e-11);
      expect(distance(meshMatrix(mesh.value, fromPushPull(mesh.value, driven)), wanted)).toBeLessThan(1e-11);
    }),
  );
});

it('sets a rotation with signs alone, and refuses what is complex', () => {
  const mesh = buildMesh('rectangular', 6);
  const schedule = mesh.ok ? scheduleOf(mesh.value) : undefined;
  if (!mesh.ok || !schedule) throw new Error('expected a mesh');
  const real = haarPhases(mesh.value, 7);
  const signs = { ...real, phi: real.phi.map(() => 0), gamma: real.gamma.map(() => Math.PI) };
  const rotation = meshMatrix(mesh.value, signs, undefined, undefined, 'push-pull');
  expect(Math.max(...rotation.im.map(Math.abs))).toBeLessThan(1e-12);
  const { phases } = decomposeUnitary(mesh.value, schedule, rotation, undefined);
  const set = asSigns(toPushPull(mesh.value, phases));
  if (set === undefined) throw new Error('expected signs');
  expect([...new Set([...set.phi, ...set.gamma])].every((phase) => phase === 0 || phase === Math.PI)).toBe(
    true,
  );
  expect(distance(meshMatrix(mesh.value, set, undefined, undefined, 'push-pull'), rotation)).toBeLessThan(
    1e-9,
  );
  expect(asSigns(toPushPull(mesh.value, real))).toBeUndefined();
});

describe.each(['rectangular', 'triangular', 'diamond'] as const)('on a real %s mesh', (kind) => {
  it.each(['identity', 'hadamard', 'permutation'] as const)('sets the %s matrix', (source) => {
    const size = 4;
    const matrix = namedMatrix(source, size, 3);
    if (!matrix.ok) throw new Error(matrix.fault.message);
    for (const form of ['u', 'usv'] as const) {
      const request = { rows: size, columns: size, matrix: matrix.value, mesh: kind, form, flaws: undefined };
      const programmed = programMatrix(request);
      if (!programmed.ok) throw new Error(programmed.fault.message);
      const { u, v, alpha, firstPort, modes, gain } = programmed.value;
      const mesh = buildMesh(kind, modes);
      if (!mesh.ok) throw new Error(mesh.fault.message);
      const real = (phases: MeshPhases) => {
        const signs = asSigns(toPushPull(mesh.value, phases));
        if (signs === undefined) throw new Error('expected signs');
        return meshMatrix(mesh.value, signs, undefined, undefined, 'push-pull');
      };
      const before = v ? real(v) : identity(modes);
      if (alpha)
        scaleRows(
          before,
          alpha.map((angle) => gain * Math.sin(angle / 2)),
          modes,
        );
      const whole = product(real(u), before, modes, modes, modes);
      const own = block(whole, modes, firstPort, firstPort, size, size);
      expect(distance(own, matrix.value)).toBeLessThan(1e-9);
    }
  });
});
