import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { block, distance } from '../complex-matrix';
import type { MeshKind } from '../mesh';
import { rectangularMesh } from '../mesh';
import { diamondBlock } from '../meshes/diamond';
import type { ComplexPlanes, MeshFlaws } from '../propagate';
import { meshMatrix } from '../propagate';
import { decomposeUnitary } from './nulling';
import { haarMatrix } from './matrix-sources';
import { knownFlaws, meshOf } from './programming.fixture';
import { scheduleOf } from './schedule';

const UNIVERSAL = ['rectangular', 'triangular', 'diamond', 'three-splitter'] as const;

/** Waveguides that a mesh needs for size × size. */
function waveguides(kind: MeshKind, size: number): number {
  return kind === 'diamond' ? 2 * size - 2 : size;
}

/** |U − U'|_F after setting U, and the interferometers out of reach. */
function roundTrip(kind: MeshKind, matrix: ComplexPlanes, size: number, flaws?: MeshFlaws) {
  const mesh = meshOf(kind, waveguides(kind, size));
  const schedule = scheduleOf(mesh);
  if (!schedule) throw new Error('not universal');
  const { phases, outOfReach } = decomposeUnitary(mesh, schedule, matrix, flaws);
  const whole = meshMatrix(mesh, phases, flaws);
  const { first } = schedule;
  return { error: distance(block(whole, mesh.modes, first, first, size, size), matrix), outOfReach };
}

describe.each(UNIVERSAL)('programming a %s mesh', (kind) => {
  it.each([2, 3, 4, 5, 8, 17, 32, 64, 128])('sets a Haar-random matrix of %d modes to rounding', (size) => {
    const { error, outOfReach } = roundTrip(kind, haarMatrix(size, 3), size);
    expect(error).toBeLessThan(1e-14 * size);
    expect(outOfReach).toBe(0);
  });

  it('sets any unitary, those with zeros included', () => {
    const sparse = fc.record({
      size: fc.integer({ min: 2, max: 9 }),
      seed: fc.nat(0xffffffff),
      order: fc.uint8Array({ minLength: 9, maxLength: 9 }),
      joined: fc.boolean(),
    });
    fc.assert(
      fc.property(sparse, ({ size, seed, order, joined }) => {
        // A permutation, or one with a Haar-random block in a corner.
        const to = [...order.slice(0, size)].map((key, i) => [key, i] as const).sort(([a], [b]) => a - b);
        const matrix = { re: new Float64Array(size * size), im: new Float64Array(size * size) };
        const random = haarMatrix(2, seed);
        const inner = (row: number, column: number, part: 're' | 'im'): number => {
          if (joined && row < 2 && column < 2) return random[part][2 * row + column] ?? 0;
          return part === 're' && row === column ? 1 : 0;
        };
        to.forEach(([, row], place) => {
          for (let column = 0; column < size; column++) {
            matrix.re[row * size + column] = inner(place, column, 're');
            matrix.im[row * size + column] = inner(place, column, 'im');
          }
        });
        expect(roundTrip(kind, matrix, size).error).toBeLessThan(1e-14 * size);
      }),
    );
  });
});

describe('programming with known flaws', () => {
  it.each(['rectangular', 'triangular', 'three-splitter'] as const)(
    'is exact on a %s mesh as long as everything is in reach',
    (kind) => {
      const size = 8;
      const mesh = meshOf(kind, size);
      let exact = 0;
      for (let seed = 0; seed < 20; seed++) {
        const { error, outOfReach } = roundTrip(
          kind,
          haarMatrix(size, seed),
          size,
          knownFlaws(mesh, seed, 0.02),
        );
        if (outOfReach > 0) continue;
        expect(error).toBeLessThan(1e-13 * size);
        exact++;
      }
      expect(exact).toBeGreaterThan(10);
    },
  );

  it('leaves less than √(2/3)·N·σ² where something is not, and far less with three splitters', () => {
    const size = 32;
    const sigma = 0.02;
    const error = (kind: MeshKind): number => {
      let sum = 0;
      for (let seed = 0; seed < 40; seed++) {
        const flaws = knownFlaws(meshOf(kind, size), seed, sigma);
        sum += roundTrip(kind, haarMatrix(size, seed), size, flaws).error / Math.sqrt(size);
      }
      return sum / 40;
    };
    const law = Math.sqrt(2 / 3) * size * sigma ** 2;
    expect(error('rectangular')).toBeLessThan(law);
    expect(error('triangular')).toBeLessThan(law);
    expect(error('three-splitter')).toBeLessThan(law / 10);
  });

  it('leaves a diamond’s block open only where its spare interferometers cannot pass', () => {
    const mesh = meshOf('diamond', 14);
    const size = diamondBlock(14).size;
    const { error, outOfReach } = roundTrip('diamond', haarMatrix(size, 1), size, knownFlaws(mesh, 1, 0.01));
    expect(outOfReach).toBeGreaterThan(0);
    expect(error).toBeLessThan(0.01);
  });

  it('survives couplers that are far off', () => {
    fc.assert(
      fc.property(fc.nat(0xffffffff), fc.integer({ min: 2, max: 8 }), (seed, size) => {
        const flaws = knownFlaws(rectangularMesh(size), seed, 1);
        const { error } = roundTrip('rectangular', haarMatrix(size, seed), size, flaws);
        expect(Number.isFinite(error)).toBe(true);
      }),
    );
  });
});

describe('meshes that are not universal', () => {
  it.each(['butterfly', 'tree', 'permuting'] as const)('have no schedule: %s', (kind) => {
    expect(scheduleOf(meshOf(kind, 8))).toBeUndefined();
  });
});
