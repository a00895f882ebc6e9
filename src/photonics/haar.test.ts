import { describe, expect, it } from 'vitest';
import { haarPhases } from './haar';
import { idealFlaws } from './ideal-flaws';
import type { Mesh } from './mesh';
import { MESH_KINDS, rectangularMesh } from './mesh';
import { buildMesh } from './meshes/build-mesh';
import { permutingMesh } from './meshes/permuting';
import { threeSplitterMesh } from './meshes/three-splitter';
import { triangularMesh } from './meshes/triangular';
import { meshMatrix } from './propagate';

/** Means of |tr U|² and of |U_ij|⁴ over all entries and many draws. */
function moments(mesh: Mesh, draws: number): { readonly trace2: number; readonly fourth: number } {
  const { modes } = mesh;
  let trace2 = 0;
  let fourth = 0;
  for (let seed = 0; seed < draws; seed++) {
    const { re, im } = meshMatrix(mesh, haarPhases(mesh, seed));
    let traceRe = 0;
    let traceIm = 0;
    for (let i = 0; i < modes; i++) {
      traceRe += re[i * modes + i] ?? 0;
      traceIm += im[i * modes + i] ?? 0;
    }
    trace2 += traceRe ** 2 + traceIm ** 2;
    for (let k = 0; k < modes * modes; k++)
      fourth += ((re[k] ?? 0) ** 2 + (im[k] ?? 0) ** 2) ** 2 / modes ** 2;
  }
  return { trace2: trace2 / draws, fourth: fourth / draws };
}

describe('Haar initialisation', () => {
  it.each([rectangularMesh(8), triangularMesh(8), threeSplitterMesh(8)])(
    'has the trace and fourth moments of Haar-random unitaries on a $kind mesh',
    (mesh) => {
      const { trace2, fourth } = moments(mesh, 1500);
      // E|tr U|² = 1 with a standard error of about 1/√draws; E|U_ij|⁴ = 2/(N(N+1)).
      expect(trace2).toBeGreaterThan(0.9);
      expect(trace2).toBeLessThan(1.1);
      expect(fourth / (2 / (8 * 9))).toBeCloseTo(1, 1);
    },
  );

  it('comes near on a permuting mesh', () => {
    const { trace2, fourth } = moments(permutingMesh(16), 600);
    expect(trace2).toBeGreaterThan(0.7);
    expect(trace2).toBeLessThan(1.3);
    expect(fourth / (2 / (16 * 17))).toBeLessThan(1.06);
  });

  it('is what it was: numbers of a seed do not change', () => {
    const { theta, phi, gamma } = haarPhases(rectangularMesh(4), 7);
    expect([theta[0], theta[5], phi[3], gamma[2]]).toEqual([
      1.3364283492013695, 1.383066490356313, 1.1824167060247723, 4.14946494043033,
    ]);
  });

  it('leaves fixed couplers without phases and sets the others finite', () => {
    for (const kind of MESH_KINDS) {
      const mesh = buildMesh(kind, 8);
      if (!mesh.ok) throw new Error(mesh.fault.message);
      const { theta, phi, gamma } = haarPhases(mesh.value, 3);
      for (const phases of [theta, phi, gamma]) expect(phases.every(Number.isFinite)).toBe(true);
      mesh.value.fixed?.forEach((isFixed, k) => {
        if (isFixed === 1) expect([theta[k], phi[k]]).toEqual([0, 0]);
      });
      expect(idealFlaws(mesh.value) === undefined).toBe(mesh.value.fixed === undefined);
    }
  });
});
