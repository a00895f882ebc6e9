import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { haarPhases } from '../haar';
import type { Mesh } from '../mesh';
import { MESH_KINDS, rectangularMesh } from '../mesh';
import { buildMesh } from '../meshes/build-mesh';
import { meshMatrix } from '../propagate';
import { randomFlaws } from '../random.fixture';
import { crossingCounts, meshLosses } from './path-loss';

const NOTHING = { insertion: 0, column: 0, crossing: 0 };

function built(kind: (typeof MESH_KINDS)[number], modes: number): Mesh {
  const mesh = buildMesh(kind, modes);
  if (!mesh.ok) throw new Error(mesh.fault.message);
  return mesh.value;
}

/** Power that comes out of each input port. */
function powers(mesh: Mesh, losses: ReturnType<typeof meshLosses>, seed = 1): number[] {
  const { re, im } = meshMatrix(mesh, haarPhases(mesh, seed), randomFlaws(mesh, seed, 0.1), losses);
  const { modes } = mesh;
  return Array.from({ length: modes }, (_, input) => {
    let power = 0;
    for (let out = 0; out < modes; out++)
      power += (re[out * modes + input] ?? 0) ** 2 + (im[out * modes + input] ?? 0) ** 2;
    return power;
  });
}

describe('loss on the way through a mesh', () => {
  it('is nothing where nothing is lost', () => {
    expect(meshLosses(rectangularMesh(4), NOTHING)).toBeUndefined();
    expect(meshLosses(rectangularMesh(4), { ...NOTHING, crossing: 1 })).toBeUndefined();
  });

  it.each(MESH_KINDS)('in the waveguides is the same for all light of a %s mesh', (kind) => {
    const mesh = built(kind, 8);
    const losses = meshLosses(mesh, { ...NOTHING, column: 0.3 });
    const columns = mesh.columnStart.length - 1;
    for (const power of powers(mesh, losses)) expect(power).toBeCloseTo(10 ** (-0.03 * columns), 12);
  });

  it('in interferometers alone is not met by a waveguide that passes by', () => {
    // Four modes: column 1 has the pair (1, 2) only; ports 0 and 3 pass it by.
    const losses = meshLosses(rectangularMesh(4), { ...NOTHING, insertion: 20 });
    expect(losses?.top).toEqual(new Float64Array(6).fill(0.1));
    expect(losses?.bottom).toEqual(new Float64Array(6).fill(0.1));
    expect(losses?.output).toEqual(new Float64Array(4).fill(1));
  });

  it('waits for the next interferometer of a waveguide, or the output', () => {
    const losses = meshLosses(rectangularMesh(4), { ...NOTHING, column: 20 });
    // (0,1) (2,3) | (1,2) | (0,1) (2,3) | (1,2)
    const expected = {
      top: [0.1, 0.1, 0.1, 0.01, 0.1, 0.1],
      bottom: [0.1, 0.1, 0.1, 0.1, 0.01, 0.1],
      output: [0.1, 1, 1, 0.1],
    };
    expect([...(losses?.top ?? [])].map((t) => Number(t.toPrecision(12)))).toEqual(expected.top);
    expect([...(losses?.bottom ?? [])].map((t) => Number(t.toPrecision(12)))).toEqual(expected.bottom);
    expect([...(losses?.output ?? [])].map((t) => Number(t.toPrecision(12)))).toEqual(expected.output);
  });

  it('counts the crossings that each waveguide makes', () => {
    expect(crossingCounts(Int32Array.of(0, 1, 2, 3), Int32Array.of(0, 1, 2, 3))).toEqual(new Int32Array(4));
    // Waveguide 0 goes from the first row to the last: it crosses all, each of them crosses it.
    expect(crossingCounts(Int32Array.of(0, 1, 2, 3), Int32Array.of(3, 0, 1, 2))).toEqual(
      Int32Array.of(3, 1, 1, 1),
    );
    // A butterfly's shuffle of four: only the middle two change places.
    expect(crossingCounts(Int32Array.of(0, 1, 2, 3), Int32Array.of(0, 2, 1, 3))).toEqual(
      Int32Array.of(0, 1, 1, 0),
    );
  });

  it('spares fixed couplers the interferometer’s loss', () => {
    const mesh = built('three-splitter', 4);
    const losses = meshLosses(mesh, { ...NOTHING, insertion: 20 });
    mesh.fixed?.forEach((isFixed, k) => {
      expect(losses?.top[k]).toBeCloseTo(isFixed === 1 ? 1 : 0.1, 15);
      expect(losses?.bottom[k]).toBeCloseTo(isFixed === 1 ? 1 : 0.1, 15);
    });
  });

  it('never adds power, whatever the mesh', () => {
    const decibels = fc.double({ min: 0, max: 3, noNaN: true });
    fc.assert(
      fc.property(
        fc.constantFrom(...MESH_KINDS),
        fc.constantFrom(2, 4, 8, 16),
        fc.record({ insertion: decibels, column: decibels, crossing: decibels }),
        fc.nat(0xffffffff),
        (kind, modes, loss, seed) => {
          const mesh = built(kind, modes);
          for (const power of powers(mesh, meshLosses(mesh, loss), seed)) {
            expect(power).toBeLessThan(1 + 1e-12);
            if (loss.column > 0.01) expect(power).toBeLessThan(0.998);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('in crossings takes what the counted ones take from each path', () => {
    // With all interferometers in the bar state light stays on its waveguide and meets exactly its crossings.
    for (const kind of ['butterfly', 'permuting'] as const) {
      const mesh = built(kind, 8);
      const phases = haarPhases(mesh, 1);
      phases.theta.fill(Math.PI);
      const { re, im } = meshMatrix(mesh, phases, undefined, meshLosses(mesh, { ...NOTHING, crossing: 0.5 }));
      const total = new Int32Array(8);
      const rows = mesh.rows ?? expect.fail('no permutations');
      for (let column = 0; column + 1 < rows.length / 8; column++) {
        const [before, after] = [
          rows.subarray(8 * column, 8 * column + 8),
          rows.subarray(8 * column + 8, 8 * column + 16),
        ];
        crossingCounts(before, after).forEach((count, port) => (total[port] = (total[port] ?? 0) + count));
      }
      expect(Math.max(...total)).toBeGreaterThan(0);
      total.forEach((count, port) => {
        const power = (re[9 * port] ?? 0) ** 2 + (im[9 * port] ?? 0) ** 2;
        expect(power).toBeCloseTo(10 ** (-0.05 * count), 12);
      });
    }
  });
});
