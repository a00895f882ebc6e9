import fc from 'fast-check';
import { expect, it } from 'vitest';
import { haarPhases } from '../photonics/haar';
import { mziCount, rectangularMesh } from '../photonics/mesh';
import { randomFlaws, randomPlanes, unevenLosses } from '../photonics/random.fixture';
import type { Drive } from '../photonics/propagate';
import { meshMatrix, mziCoefficients, propagateColumns, scaleRows, shiftRows } from '../photonics/propagate';
import { meshGradient } from './mesh-gradient';

const setting = fc.record({
  modes: fc.integer({ min: 2, max: 12 }),
  lanes: fc.integer({ min: 1, max: 5 }),
  seed: fc.nat(0xffffffff),
  sigma: fc.double({ min: 0, max: 0.3, noNaN: true }),
  least: fc.double({ min: 0.8, max: 1, noNaN: true }),
  drive: fc.constantFrom<Drive>('single', 'push-pull'),
});

const largestGap = (a: Float64Array, b: Float64Array) =>
  a.reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] ?? Number.NaN))), 0);

it('walks the fields back to what entered the mesh, and the cotangents to Uᴴ·G', () => {
  fc.assert(
    fc.property(setting, ({ modes, lanes, seed, sigma, least, drive }) => {
      const mesh = rectangularMesh(modes);
      const phases = haarPhases(mesh, seed);
      const flaws = randomFlaws(mesh, seed, sigma);
      const losses = unevenLosses(mesh, seed, least);
      const coefficients = mziCoefficients(mesh, phases, flaws, losses, drive);
      const input = randomPlanes(modes * lanes, seed, 90);
      const fields = { re: input.re.slice(), im: input.im.slice() };
      propagateColumns(mesh, coefficients, fields, lanes);
      shiftRows(fields, phases.gamma, lanes);
      scaleRows(fields, losses.output, lanes);
      const cotangents = randomPlanes(modes * lanes, seed, 91);
      const expected = adjointProduct(
        meshMatrix(mesh, phases, flaws, losses, drive),
        cotangents,
        modes,
        lanes,
      );
      const count = mziCount(mesh);
      const gradient = {
        theta: new Float64Array(count),
        phi: new Float64Array(count),
        gamma: new Float64Array(modes),
      };
      meshGradient(mesh, coefficients, phases, flaws, losses, drive, fields, cotangents, lanes, gradient);
      expect(largestGap(fields.re, input.re)).toBeLessThan(1e-11);
      expect(largestGap(fields.im, input.im)).toBeLessThan(1e-11);
      expect(largestGap(cotangents.re, expected.re)).toBeLessThan(1e-11);
      expect(largestGap(cotangents.im, expected.im)).toBeLessThan(1e-11);
    }),
  );
});

/** Uᴴ·G, entry by entry. */
function adjointProduct(
  u: { readonly re: Float64Array; readonly im: Float64Array },
  g: { readonly re: Float64Array; readonly im: Float64Array },
  modes: number,
  lanes: number,
) {
  const out = { re: new Float64Array(modes * lanes), im: new Float64Array(modes * lanes) };
  for (let i = 0; i < modes; i++)
    for (let k = 0; k < modes; k++)
      for (let lane = 0; lane < lanes; lane++) {
        const [uRe = 0, uIm = 0] = [u.re[k * modes + i], u.im[k * modes + i]];
        const [gRe = 0, gIm = 0] = [g.re[k * lanes + lane], g.im[k * lanes + lane]];
        const at = i * lanes + lane;
        out.re[at] = (out.re[at] ?? 0) + uRe * gRe + uIm * gIm;
        out.im[at] = (out.im[at] ?? 0) + uRe * gIm - uIm * gRe;
      }
  return out;
}
