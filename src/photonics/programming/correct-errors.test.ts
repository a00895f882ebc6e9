import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uniform } from '../../lib/rng';
import { distance } from '../complex-matrix';
import type { MeshPhases } from '../haar';
import { haarPhases } from '../haar';
import type { Mesh } from '../mesh';
import { MESH_KINDS, mziCount } from '../mesh';
import type { Drive, MeshFlaws } from '../propagate';
import { meshMatrix } from '../propagate';
import { correctErrors } from './correct-errors';
import { knownFlaws, meshOf } from './programming.fixture';
import { transferRange } from './transfer-range';

/** |U − U'|_F/√N of phases on a die against the ideal mesh. */
function errorOn(
  mesh: Mesh,
  ideal: MeshPhases,
  set: MeshPhases,
  flaws: MeshFlaws,
  drive: Drive = 'single',
): number {
  const wanted = meshMatrix(mesh, ideal, undefined, undefined, drive);
  return distance(meshMatrix(mesh, set, flaws, undefined, drive), wanted) / Math.sqrt(mesh.modes);
}

/** Any phases, with theta inside a range; fixed couplers have none. */
function phasesWithin(mesh: Mesh, seed: number, low: number, high: number): MeshPhases {
  const draw = (stream: number, from: number, to: number, length = mziCount(mesh)): Float64Array =>
    Float64Array.from({ length }, (_, k) =>
      mesh.fixed?.[k] === 1 && length !== mesh.modes ? 0 : from + (to - from) * uniform(seed, stream, k),
    );
  return { theta: draw(60, low, high), phi: draw(61, -9, 9), gamma: draw(62, -9, 9, mesh.modes) };
}

/** Coupler errors anywhere within ±maxError, phase errors of any size. */
function dieWithin(mesh: Mesh, seed: number, maxError: number): MeshFlaws {
  const flaws = knownFlaws(mesh, seed, 0.1);
  const bounded = (stream: number): Float64Array =>
    Float64Array.from({ length: mziCount(mesh) }, (_, k) => maxError * (2 * uniform(seed, stream, k) - 1));
  return { ...flaws, a: bounded(63), b: bounded(64) };
}

describe('local error correction', () => {
  const plain = MESH_KINDS.filter((kind) => kind !== 'three-splitter');

  it.each(plain)('moves a %s network within the transfer range to any die exactly', (kind) => {
    const setting = fc.record({
      exponent: fc.integer({ min: 1, max: 4 }),
      seed: fc.nat(0xffffffff),
      maxError: fc.double({ min: 0, max: 0.35, noNaN: true }),
      drive: fc.constantFrom('single' as const, 'push-pull' as const),
    });
    fc.assert(
      fc.property(setting, ({ exponent, seed, maxError, drive }) => {
        const mesh = meshOf(kind, 2 ** exponent);
        const range = transferRange(maxError);
        if (!range.ok) throw new Error(range.fault.message);
        const ideal = phasesWithin(mesh, seed, range.value.low, range.value.high);
        const flaws = dieWithin(mesh, seed, maxError);
        const { phases, outOfReach } = correctErrors(mesh, ideal, flaws, drive);
        expect(outOfReach).toBe(0);
        expect(errorOn(mesh, ideal, phases, flaws, drive)).toBeLessThan(1e-10);
      }),
      { numRuns: 40 },
    );
  });

  it('follows the published equation for theta', () => {
    const mesh = meshOf('rectangular', 2);
    for (const [theta, a, b] of [
      [1, 0.1, -0.05],
      [2, 0.2, 0.1],
      [0.7, -0.02, -0.1],
    ] as const) {
      const one = (value: number): Float64Array => Float64Array.of(value);
      const { phases } = correctErrors(
        mesh,
        { theta: one(theta), phi: one(0.3), gamma: new Float64Array(2) },
        { a: one(a), b: one(b), theta: one(0), phi: one(0) },
      );
      const cosine =
        (Math.cos(theta) + Math.sin(2 * a) * Math.sin(2 * b)) / (Math.cos(2 * a) * Math.cos(2 * b));
      expect(phases.theta[0]).toBeCloseTo(Math.acos(cosine), 12);
    }
  });

  it('counts what is out of reach and leaves less than √(2/3)·N·σ² of it', () => {
    const mesh = meshOf('rectangular', 32);
    const sigma = 0.02;
    let before = 0;
    let after = 0;
    let lost = 0;
    const draws = 40;
    for (let seed = 0; seed < draws; seed++) {
      const ideal = haarPhases(mesh, seed);
      const flaws = {
        ...knownFlaws(mesh, seed, sigma),
        theta: new Float64Array(496),
        phi: new Float64Array(496),
      };
      const { phases, outOfReach } = correctErrors(mesh, ideal, flaws);
      before += errorOn(mesh, ideal, ideal, flaws) / draws;
      after += errorOn(mesh, ideal, phases, flaws) / draws;
      lost += outOfReach;
    }
    expect(before / (Math.sqrt(64) * sigma)).toBeCloseTo(1, 1);
    expect(after).toBeLessThan(Math.sqrt(2 / 3) * 32 * sigma ** 2);
    expect(lost).toBeGreaterThan(0);
  });

  it('has almost nothing out of reach on three-splitter cells', () => {
    const mesh = meshOf('three-splitter', 16);
    let lost = 0;
    for (let seed = 0; seed < 20; seed++) {
      const ideal = haarPhases(mesh, seed);
      const flaws = knownFlaws(mesh, seed, 0.03);
      const { phases, outOfReach } = correctErrors(mesh, ideal, flaws);
      lost += outOfReach;
      if (outOfReach === 0) expect(errorOn(mesh, ideal, phases, flaws)).toBeLessThan(1e-12);
    }
    expect(lost).toBeLessThan(5);
  });

  it('corrects nothing where nothing is wrong', () => {
    const mesh = meshOf('permuting', 8);
    const ideal = haarPhases(mesh, 1);
    const none = { ...dieWithin(mesh, 1, 0), theta: new Float64Array(28), phi: new Float64Array(28) };
    const { phases } = correctErrors(mesh, ideal, none);
    phases.theta.forEach((theta, k) => expect(theta).toBeCloseTo(ideal.theta[k] ?? Number.NaN, 12));
    phases.phi.forEach((phi, k) => expect(Math.cos(phi - (ideal.phi[k] ?? 0))).toBeCloseTo(1, 12));
  });
});

describe('the transfer range', () => {
  it.each([Math.PI / 8, 1, -0.1, Number.NaN])('does not exist for %d', (maxError) => {
    expect(transferRange(maxError)).toMatchObject({ ok: false, fault: { where: 'maxError' } });
  });

  it('is as wide as it may be: just outside some die fails', () => {
    const mesh = meshOf('rectangular', 2);
    const range = transferRange(0.05);
    if (!range.ok) throw new Error(range.fault.message);
    const one = (value: number): Float64Array => Float64Array.of(value);
    const worst = { a: one(0.05), b: one(0.05), theta: one(0), phi: one(0) };
    const at = (theta: number): number =>
      correctErrors(mesh, { theta: one(theta), phi: one(0), gamma: new Float64Array(2) }, worst).outOfReach;
    expect(at(range.value.low + 1e-9)).toBe(0);
    expect(at(range.value.low - 1e-6)).toBe(1);
    const opposed = { ...worst, b: one(-0.05) };
    const from = (theta: number): number =>
      correctErrors(mesh, { theta: one(theta), phi: one(0), gamma: new Float64Array(2) }, opposed).outOfReach;
    expect(from(range.value.high - 1e-9)).toBe(0);
    expect(from(range.value.high + 1e-6)).toBe(1);
  });
});
