import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComplexPlanes } from '../propagate';
import { mziCount } from '../mesh';
import { triangularMesh } from '../meshes/triangular';
import { PROBES, bestAngle, bestSetting } from './best-setting';
import { haarMatrix } from './matrix-sources';
import { knownFlaws } from './programming.fixture';
import type { SelfConfiguration } from './self-configure';
import { selfConfigure } from './self-configure';

function configured(size: number, more: Partial<SelfConfiguration> = {}) {
  const result = selfConfigure({
    size,
    target: haarMatrix(size, 2),
    flaws: undefined,
    noise: undefined,
    repeats: 1,
    ...more,
  });
  if (!result.ok) throw new Error(result.fault.message);
  return result.value;
}

describe('self-configuration', () => {
  it('sets any unitary on a chip with unknown couplers and phases, from powers only', () => {
    const setting = fc.record({ size: fc.integer({ min: 2, max: 9 }), seed: fc.nat(0xffffffff) });
    fc.assert(
      fc.property(setting, ({ size, seed }) => {
        const mesh = triangularMesh(size);
        const flaws = { ...knownFlaws(mesh, seed, 0.01) };
        const { residual, measurements } = configured(size, { target: haarMatrix(size, seed), flaws });
        // Rarely an interferometer needs a setting that its couplers do not allow.
        expect(residual).toBeLessThan(0.02);
        expect(measurements).toBe(9 * mziCount(mesh) + 3 * size);
      }),
      { numRuns: 25 },
    );
    for (const size of [2, 3, 8, 16])
      expect(configured(size, { flaws: knownFlaws(triangularMesh(size), 1, 0.01) }).residual).toBeLessThan(
        1e-12,
      );
  });

  it('copes with phases it has no idea of', () => {
    const mesh = triangularMesh(6);
    const flaws = knownFlaws(mesh, 3, 0.01);
    const lost = { ...flaws, theta: flaws.theta.map((x) => 300 * x), phi: flaws.phi.map((x) => 300 * x) };
    // Interferometers further on do not cross then, but let enough light pass.
    expect(configured(6, { flaws: lost }).residual).toBeLessThan(1e-9);
  });

  it('sets permutations, where many interferometers see no light', () => {
    const target: ComplexPlanes = { re: new Float64Array(16), im: new Float64Array(16) };
    [2, 0, 3, 1].forEach((column, row) => (target.re[4 * row + column] = 1));
    expect(configured(4, { target, flaws: knownFlaws(triangularMesh(4), 1, 0) }).residual).toBeLessThan(
      1e-14,
    );
  });

  it('is as good as its detectors, and better with repeated readings', () => {
    const flaws = knownFlaws(triangularMesh(8), 1, 0.02);
    const of = (sigma: number, repeats: number): number => {
      let sum = 0;
      for (let seed = 0; seed < 10; seed++)
        sum += configured(8, { flaws, noise: { sigma, seed }, repeats }).residual;
      return sum / 10;
    };
    const once = of(1e-3, 1);
    expect(once).toBeGreaterThan(1e-4);
    expect(once).toBeLessThan(0.02);
    expect(of(1e-3, 25) / once).toBeLessThan(0.4);
    expect(of(1e-2, 1) / once).toBeGreaterThan(3);
  });

  it.each([
    ['programming/not-unitary', { target: { re: Float64Array.of(1, 0, 0, 2), im: new Float64Array(4) } }],
    [
      'programming/not-finite',
      { target: { re: Float64Array.of(1, 0, 0, Number.NaN), im: new Float64Array(4) } },
    ],
    ['programming/shape', { target: haarMatrix(3, 1) }],
    ['programming/repeats', { repeats: 0 }],
    ['programming/flaws', { flaws: knownFlaws(triangularMesh(3), 1, 0) }],
  ] as const)('has the fault %s', (code, more) => {
    const target = haarMatrix(2, 1);
    const result = selfConfigure({
      size: 2,
      target,
      flaws: undefined,
      noise: undefined,
      repeats: 1,
      ...more,
    });
    expect(result).toMatchObject({ ok: false, fault: { code } });
  });
});

describe('the best setting', () => {
  it('is where a power of theta and phi is greatest', () => {
    const amplitudes = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(amplitudes, ([a = 0, b = 0, c = 0, d = 0]) => {
        // |e^{iφ}·(a·S + i·b·C) + (c·C + i·d·S)|², as behind any interferometer.
        const power = (theta: number, phi: number): number => {
          const s = Math.sin(theta / 2);
          const k = Math.cos(theta / 2);
          const re = Math.cos(phi) * a * s - Math.sin(phi) * b * k + c * k;
          const im = Math.sin(phi) * a * s + Math.cos(phi) * b * k + d * s;
          return re * re + im * im;
        };
        const { theta, phi } = bestSetting(PROBES.flatMap((t) => PROBES.map((p) => power(t, p))));
        const most = power(theta, phi);
        for (let i = 0; i < 40; i++)
          for (let j = 0; j < 40; j++)
            expect(power((i * Math.PI) / 20, (j * Math.PI) / 20)).toBeLessThan(most + 1e-12);
      }),
      { numRuns: 30 },
    );
  });

  it('of one angle is the crest of its wave', () => {
    expect(bestAngle(PROBES.map((x) => 2 + 0.3 * Math.cos(x - 1)))).toBeCloseTo(1, 14);
  });
});
