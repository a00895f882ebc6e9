import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { haarPhases } from './haar';
import { mziCount, rectangularMesh } from './mesh';
import { meshMatrix, mziCoefficients, propagateColumns, shiftRows } from './propagate';
import { evenLosses, randomFlaws, randomPlanes } from './random.fixture';

/** [theta, phi] column after column, and the output phases: the 4-point DFT as QPG-MIT's meshes package programs it. */
const DFT4 = {
  mzi: [
    [1.5707963267948968, -1.5707963267948963],
    [1.5707963267948961, 1.6653345369377348e-16],
    [1.2309594173407745, -3.9269908169872414],
    [1.0471975511965976, -3.3115111083168545],
    [-1.0471975511965974, 5.667705598509198],
    [-1.9106332362490186, -1.6626772598669866],
  ],
  gamma: [5.929504986308348, 4.620508047312603, 2.264313557120256, 0.5235987755982983],
} as const;

describe('rectangular mesh', () => {
  it('is the discrete Fourier transform at its published phases', () => {
    const { re, im } = meshMatrix(rectangularMesh(4), {
      theta: Float64Array.from(DFT4.mzi, ([theta]) => theta),
      phi: Float64Array.from(DFT4.mzi, ([, phi]) => phi),
      gamma: Float64Array.from(DFT4.gamma),
    });
    for (let row = 0; row < 4; row++) {
      for (let column = 0; column < 4; column++) {
        // F_jk = e^{2πi·jk/4} / 2
        const angle = (Math.PI / 2) * row * column;
        expect(re[4 * row + column]).toBeCloseTo(Math.cos(angle) / 2, 12);
        expect(im[4 * row + column]).toBeCloseTo(Math.sin(angle) / 2, 12);
      }
    }
  });

  it('has N columns and N(N − 1)/2 interferometers of neighbouring ports', () => {
    for (const modes of [2, 3, 6, 17]) {
      const { pairs, columnStart } = rectangularMesh(modes);
      expect(columnStart).toHaveLength(modes + 1);
      expect(pairs).toHaveLength(modes * (modes - 1));
      for (let k = 0; k < pairs.length; k += 2) expect(pairs[k + 1]).toBe((pairs[k] ?? 0) + 1);
    }
  });
});

const setting = fc.record({
  modes: fc.integer({ min: 2, max: 16 }),
  seed: fc.nat(0xffffffff),
  sigma: fc.double({ min: 0, max: 0.5, noNaN: true }),
});

describe('a mesh with any phases and flaws', () => {
  it('is unitary', () => {
    fc.assert(
      fc.property(setting, ({ modes, seed, sigma }) => {
        const mesh = rectangularMesh(modes);
        const { re, im } = meshMatrix(mesh, haarPhases(mesh, seed), randomFlaws(mesh, seed, sigma));
        for (let i = 0; i < modes; i++) {
          for (let j = 0; j < modes; j++) {
            let overlap = 0;
            let quadrature = 0;
            for (let k = 0; k < modes; k++) {
              const [a = 0, b = 0] = [re[i * modes + k], im[i * modes + k]];
              const [c = 0, d = 0] = [re[j * modes + k], im[j * modes + k]];
              overlap += a * c + b * d;
              quadrature += b * c - a * d;
            }
            expect(overlap).toBeCloseTo(i === j ? 1 : 0, 12);
            expect(quadrature).toBeCloseTo(0, 12);
          }
        }
      }),
    );
  });

  it('loses the same share of every interferometer on the way, and nothing without loss', () => {
    fc.assert(
      fc.property(setting, ({ modes, seed, sigma }) => {
        const mesh = rectangularMesh(modes);
        const phases = haarPhases(mesh, seed);
        const flaws = randomFlaws(mesh, seed, sigma);
        const fields = randomPlanes(modes, seed, 90);
        const power = () => fields.re.reduce((sum, x, i) => sum + x ** 2 + (fields.im[i] ?? 0) ** 2, 0);
        const before = power();
        propagateColumns(mesh, mziCoefficients(mesh, phases, flaws), fields, 1);
        shiftRows(fields, phases.gamma, 1);
        expect(power() / before).toBeCloseTo(1, 12);
        const lossy = meshMatrix(mesh, phases, flaws, evenLosses(mesh, 0.9));
        const total = lossy.re.reduce((sum, x, i) => sum + x ** 2 + (lossy.im[i] ?? 0) ** 2, 0);
        // Light meets at least one interferometer and at most one a column.
        expect(total / modes).toBeGreaterThan(0.81 ** modes - 1e-12);
        expect(total / modes).toBeLessThan(0.81 + 0.19 / mziCount(mesh));
      }),
    );
  });
});
