import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uniform } from '../lib/rng';
import { mziCount } from '../photonics/mesh';
import { planOf, worstGradientError } from './gradient.fixture';
import { layerMatrix } from './layer-matrix';
import { ROLE } from './plan';

const REAL_MESHES = ['rectangular', 'triangular', 'butterfly', 'permuting', 'diamond', 'tree'] as const;

describe('a layer with real weights', () => {
  it('is a real orthogonal matrix at any theta', () => {
    fc.assert(
      fc.property(fc.constantFrom(...REAL_MESHES), fc.nat(0xffff), (mesh, seed) => {
        const plan = planOf({ weights: 'real', gain: 1, mesh });
        const [layer = expect.fail('no layer')] = plan.layers;
        const parameters = plan.initial.map((value, i) =>
          ((plan.roles[i] ?? 0) & ROLE.trainable) === 0 ? value : 20 * uniform(seed, 95, i) - 10,
        );
        const { re, im } = layerMatrix(layer, parameters).matrix;
        for (const part of im) expect(Math.abs(part)).toBeLessThan(1e-12);
        for (let i = 0; i < 4; i++) {
          for (let j = 0; j < 4; j++) {
            let product = 0;
            for (let k = 0; k < 4; k++) product += (re[4 * i + k] ?? 0) * (re[4 * j + k] ?? 0);
            expect(Math.abs(product - (i === j ? 1 : 0))).toBeLessThan(1e-12);
          }
        }
      }),
    );
  });

  it.each(REAL_MESHES)('of a %s mesh has the exact gradient, by theta alone', (mesh) => {
    const plan = planOf({
      form: 'usv',
      weights: 'real',
      mesh,
      nonlinearity: { kind: 'mod-relu', threshold: 0.2 },
    });
    expect(worstGradientError(plan)).toBeLessThan(1e-7);
    for (const layer of plan.layers) {
      const { thetaOffset, phiOffset, gammaOffset, topology } = layer.mesh;
      const count = mziCount(topology);
      const trainable = (offset: number, length: number) =>
        plan.roles.slice(offset, offset + length).every((role) => (role & ROLE.trainable) !== 0);
      expect(trainable(thetaOffset, count)).toBe(true);
      expect(trainable(phiOffset, 1)).toBe(false);
      expect(trainable(gammaOffset, 1)).toBe(false);
      const signs = plan.initial.subarray(phiOffset, gammaOffset + topology.modes);
      for (const phase of signs) expect([0, Math.PI]).toContain(phase);
    }
  });
});
