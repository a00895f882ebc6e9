import { describe, expect, it } from 'vitest';
import { rectangularMesh } from './mesh';
import { meshMatrix } from './propagate';

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
