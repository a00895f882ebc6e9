import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mesh } from '../mesh';
import { MESH_KINDS, mziCount, rectangularMesh } from '../mesh';
import { buildMesh } from '../meshes/build-mesh';
import { meshCrosstalk } from './crosstalk';
import { HEAT_REACH, LEAST_SHARE, heatShare } from './heat-law';
import type { ChipGrid } from './shifter-places';
import { shifterPlaces } from './shifter-places';

const SCATTER: ChipGrid = { columnPitch: 24, rowPitch: 120, armPitch: 10 };

/** Weights by [victim, aggressor]. */
function weightsOf(mesh: Mesh, grid: ChipGrid): Map<string, number> {
  const found = meshCrosstalk(mesh, grid);
  if (!found.ok) throw new Error(found.fault.message);
  const { victim, aggressor, weight } = found.value;
  return new Map([...victim].map((v, e) => [`${v} ${aggressor[e] ?? -1}`, weight[e] ?? 0]));
}

describe('crosstalk', () => {
  it('between the two shifters of one interferometer, by hand', () => {
    // Shifters: theta 0, phi 1, gamma 2 and 3. Theta and phi lie 12 µm apart on the upper arm; the lower arm is
    // √(12² + 10²) = 15.620 µm away.
    const weights = weightsOf(rectangularMesh(2), SCATTER);
    const near = 3.55117528e-7 * 12 ** 5 - 1.55789201e-5 * 12 ** 4 - 8.29631681e-6 * 12 ** 3;
    const share12 = near + 9.89616761e-3 * 12 ** 2 - 0.176013871 * 12 + 1;
    expect(weights.get('0 1')).toBeCloseTo(share12 - heatShare(Math.sqrt(244)), 12);
    expect(weights.get('1 0')).toBe(weights.get('0 1'));
  });

  it('reaches a single waveguide whole', () => {
    // Gamma of port 0 lies at x = 48, y = 0 (two columns, the second empty); theta at x = 12, y = 60 − 5.
    const weights = weightsOf(rectangularMesh(2), SCATTER);
    const distance = Math.hypot(36, 55);
    expect(weights.get('2 0')).toBeCloseTo(0.2167267 * Math.exp(-0.12747211 * distance), 15);
    // Back again it is the difference of both arms.
    expect(weights.get('0 2')).toBeCloseTo(heatShare(distance) - heatShare(Math.hypot(36, 65)), 15);
  });

  it('has the sign of the nearer arm', () => {
    // Interferometers one below the other heat the lower arm of the upper one, and the upper arm of the lower one.
    const weights = weightsOf(rectangularMesh(4), { ...SCATTER, rowPitch: 15 });
    expect(weights.get('0 1')).toBeLessThan(0);
    expect(weights.get('1 0')).toBeGreaterThan(0);
  });

  it('is what all pairs give, for every mesh', () => {
    const pitch = fc.double({ min: 5, max: 150, noNaN: true });
    fc.assert(
      fc.property(
        fc.constantFrom(...MESH_KINDS),
        fc.constantFrom(2, 4, 8),
        fc.record({ columnPitch: pitch, rowPitch: pitch, armPitch: pitch }),
        (kind, modes, grid) => {
          const built = buildMesh(kind, modes);
          if (!built.ok) throw new Error(built.fault.message);
          const { x, heater, otherArm, exists } = shifterPlaces(built.value, grid);
          const share = (d: number): number => (d <= HEAT_REACH ? heatShare(d) : 0);
          const expected = new Map<string, number>();
          for (let i = 0; i < x.length; i++) {
            for (let j = 0; j < x.length; j++) {
              if (i === j || exists[i] === 0 || exists[j] === 0) continue;
              const along = (x[i] ?? 0) - (x[j] ?? 0);
              const far = otherArm[i] ?? Number.NaN;
              const weight =
                share(Math.sqrt(along ** 2 + ((heater[i] ?? 0) - (heater[j] ?? 0)) ** 2)) -
                (Number.isNaN(far) ? 0 : share(Math.sqrt(along ** 2 + (far - (heater[j] ?? 0)) ** 2)));
              if (Math.abs(weight) >= LEAST_SHARE) expected.set(`${i} ${j}`, weight);
            }
          }
          const found = weightsOf(built.value, grid);
          expect([...found.keys()].sort()).toEqual([...expected.keys()].sort());
          for (const [pair, weight] of expected) expect(found.get(pair)).toBeCloseTo(weight, 12);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('leaves fixed couplers out', () => {
    const built = buildMesh('three-splitter', 4);
    if (!built.ok) throw new Error(built.fault.message);
    const { fixed } = built.value;
    const found = meshCrosstalk(built.value, SCATTER);
    if (!found.ok) throw new Error(found.fault.message);
    const count = mziCount(built.value);
    for (const shifter of [...found.value.victim, ...found.value.aggressor])
      if (shifter < 2 * count) expect(fixed?.[shifter % count]).toBe(0);
  });

  it('names the field where shifters lie on top of each other', () => {
    const found = meshCrosstalk(rectangularMesh(256), { columnPitch: 1, rowPitch: 1, armPitch: 1 });
    expect(found).toMatchObject({ ok: false, fault: { where: 'hardware.crosstalk' } });
  });
});
