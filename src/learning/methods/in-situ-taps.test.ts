import { describe, expect, it } from 'vitest';
import { normal } from '../../lib/rng';
import type { MeshKind } from '../../photonics/mesh';
import { mziCount } from '../../photonics/mesh';
import { buildMesh } from '../../photonics/meshes/build-mesh';
import type { ComplexPlanes, Drive, MeshLosses } from '../../photonics/propagate';
import { mziCoefficients, propagateColumns, shiftRows } from '../../photonics/propagate';
import { drawFlaws } from '../die';
import { planOf } from '../gradient.fixture';
import { meshGradient } from '../mesh-gradient';
import type { PlanMesh } from '../plan';
import { ROLE } from '../plan';
import { measureByInterference } from './in-situ-taps';
import { addTapNoise, tapDeviation } from './tap-noise';

const MODES = 5;

function meshOf(drive: Drive, losses?: MeshLosses, kind: MeshKind = 'rectangular'): PlanMesh {
  const topology = buildMesh(kind, MODES);
  if (!topology.ok) throw new Error(topology.fault.message);
  const count = mziCount(topology.value);
  return {
    topology: topology.value,
    thetaOffset: 0,
    phiOffset: count,
    gammaOffset: 2 * count,
    flaws: drawFlaws(topology.value, { die: 4, splitterError: 0.1, phaseError: 0.2 }, 0),
    losses,
    drive,
  };
}

const draw = (length: number, stream: number) =>
  Float64Array.from({ length }, (_, i) => normal(8, stream, i));
const planes = (stream: number): ComplexPlanes => ({ re: draw(MODES, stream), im: draw(MODES, stream + 1) });

function phasesOf(mesh: PlanMesh) {
  const count = mziCount(mesh.topology);
  return { theta: draw(count, 20), phi: draw(count, 21), gamma: draw(MODES, 22) };
}

/** Slopes by walking back through the mesh, for one sample. */
function exact(mesh: PlanMesh, input: ComplexPlanes, cotangent: ComplexPlanes) {
  const { topology, flaws, losses, drive } = mesh;
  const phases = phasesOf(mesh);
  const coefficients = mziCoefficients(topology, phases, flaws, losses, drive);
  const fields = { re: input.re.slice(), im: input.im.slice() };
  propagateColumns(topology, coefficients, fields, 1);
  shiftRows(fields, phases.gamma, 1);
  const count = mziCount(topology);
  const gradient = {
    theta: new Float64Array(count),
    phi: new Float64Array(count),
    gamma: new Float64Array(MODES),
  };
  const back = { re: cotangent.re.slice(), im: cotangent.im.slice() };
  meshGradient(
    topology,
    coefficients,
    phases,
    flaws,
    losses && { ...losses, output: new Float64Array(MODES).fill(1) },
    drive,
    fields,
    back,
    1,
    gradient,
  );
  return [...gradient.theta, ...gradient.phi, ...gradient.gamma];
}

function measured(mesh: PlanMesh, input: ComplexPlanes, cotangent: ComplexPlanes, noise = () => 0) {
  const { theta, phi, gamma } = measureByInterference(mesh, phasesOf(mesh), input, cotangent, noise);
  return [...theta, ...phi, ...gamma];
}

/** Loss of the same size in every column, also on waveguides that pass it without an interferometer. */
function evenLoss(mesh: PlanMesh, perColumn: number): MeshLosses {
  const { pairs, columnStart } = mesh.topology;
  const passed = new Int32Array(MODES);
  const top = new Float64Array(mziCount(mesh.topology));
  const bottom = top.slice();
  for (let column = 0; column + 1 < columnStart.length; column++) {
    for (let k = columnStart[column] ?? 0; k < (columnStart[column + 1] ?? 0); k++) {
      for (const [arm, into] of [top, bottom].entries()) {
        const port = pairs[2 * k + arm] ?? 0;
        into[k] = perColumn ** (column + 1 - (passed[port] ?? 0));
        passed[port] = column + 1;
      }
    }
  }
  return { top, bottom, output: new Float64Array(MODES).fill(1) };
}

describe('gradients measured by interference', () => {
  it.each([
    ['single', 'rectangular'],
    ['single', 'triangular'],
    ['push-pull', 'rectangular'],
  ] as const)('are exact on a flawed mesh without loss: %s drive, %s', (drive, kind) => {
    const mesh = meshOf(drive, undefined, kind);
    const [input, cotangent] = [planes(1), planes(3)];
    const wanted = exact(mesh, input, cotangent);
    measured(mesh, input, cotangent).forEach((value, i) => {
      expect(value).toBeCloseTo(wanted[i] ?? NaN, 12);
    });
  });

  it('are exact where all light loses equally much, and biased where it does not', () => {
    const plain = meshOf('single');
    const lossy = meshOf('single', evenLoss(plain, 0.8));
    const [input, cotangent] = [planes(1), planes(3)];
    const wanted = exact(lossy, input, cotangent);
    const count = mziCount(lossy.topology);
    // Up to the last column every waveguide has lost equally much; output phases lie behind uneven ends.
    measured(lossy, input, cotangent)
      .slice(0, 2 * count)
      .forEach((value, i) => {
        expect(value).toBeCloseTo(wanted[i] ?? NaN, 12);
      });
    const each = new Float64Array(count).fill(0.8);
    const uneven = meshOf('single', { top: each, bottom: each, output: new Float64Array(MODES).fill(1) });
    const bias = measured(uneven, input, cotangent).map(
      (value, i) => value - (exact(uneven, input, cotangent)[i] ?? 0),
    );
    expect(Math.max(...bias.map(Math.abs))).toBeGreaterThan(1e-3);
  });

  it.each(['single', 'push-pull'] as const)('scatter as the fast noise does: %s drive', (drive) => {
    const mesh = meshOf(drive, evenLoss(meshOf(drive), 0.85));
    const count = mziCount(mesh.topology);
    const SIGMA = 0.05;
    const TRIALS = 4000;
    let reading = 0;
    const noise = () => SIGMA * normal(5, 60, reading++);
    const [input, cotangent] = [planes(1), planes(3)];
    const still = measured(mesh, input, cotangent);
    const mean = new Float64Array(still.length);
    const square = new Float64Array(still.length);
    for (let trial = 0; trial < TRIALS; trial++) {
      measured(mesh, input, cotangent, noise).forEach((value, i) => {
        const off = value - (still[i] ?? 0);
        mean[i] = (mean[i] ?? 0) + off / TRIALS;
        square[i] = (square[i] ?? 0) + off ** 2 / TRIALS;
      });
    }
    const plan = planFor(mesh);
    const deviation = tapDeviation({ ...plan, batchSize: 1 }, SIGMA);
    deviation.forEach((sigma, i) => {
      expect(Math.abs(mean[i] ?? NaN)).toBeLessThan((5 * sigma) / Math.sqrt(TRIALS));
      // The relative error of a variance from n samples is √(2/n): 2.2 %.
      expect((square[i] ?? NaN) / sigma ** 2).toBeGreaterThan(0.89);
      expect((square[i] ?? NaN) / sigma ** 2).toBeLessThan(1.11);
    });
    expect(deviation[0]).toBeCloseTo(
      (drive === 'single' ? 1 : Math.SQRT1_2) * SIGMA * expectedAt(0.85 ** 2),
      12,
    );
    expect(deviation[2 * count]).toBeGreaterThan(deviation[count] ?? Infinity);
  });
});

/** √(1 + 1 + r⁴) / 2r */
const expectedAt = (r: number) => Math.sqrt(2 + r ** 4) / (2 * r);

function planFor(mesh: PlanMesh) {
  const plan = planOf({});
  const parameterCount = 2 * mziCount(mesh.topology) + MODES;
  const [layer] = plan.layers;
  if (layer === undefined) throw new Error('no layer');
  return {
    ...plan,
    parameterCount,
    roles: new Uint8Array(parameterCount).fill(ROLE.trainable | ROLE.phase),
    layers: [
      { ...layer, before: undefined, attenuatorOffset: undefined, nonlinearityOffset: undefined, mesh },
    ],
  };
}

describe('the fast noise of taps', () => {
  it('has the deviation of its batch, comes anew each step and spares what is frozen', () => {
    const plan = planOf({
      form: 'usv',
      frozen: ['gamma'],
      nonlinearity: { kind: 'nofu', kappa: 5, r: 0.6, a: 0.97 },
    });
    const deviation = tapDeviation(plan, 0.2);
    const noise = (step: number) => {
      const gradient = new Float64Array(plan.parameterCount);
      addTapNoise(plan, gradient, deviation, step);
      return gradient;
    };
    expect(noise(4)).toEqual(noise(4));
    expect(noise(4)).not.toEqual(noise(5));
    const STEPS = 3000;
    const square = new Float64Array(plan.parameterCount);
    for (let step = 0; step < STEPS; step++)
      noise(step).forEach((value, i) => (square[i] = (square[i] ?? 0) + value ** 2 / STEPS));
    const lossless = (0.2 * Math.sqrt(3)) / 2 / Math.sqrt(plan.batchSize);
    const [layer] = plan.layers;
    const theta = layer?.mesh.thetaOffset ?? NaN;
    const nofu = layer?.nonlinearityOffset ?? NaN;
    expect(Math.sqrt(square[theta] ?? NaN) / lossless).toBeCloseTo(1, 1);
    expect(Math.sqrt(square[layer?.attenuatorOffset ?? NaN] ?? NaN) / lossless).toBeCloseTo(Math.SQRT1_2, 1);
    expect(square[layer?.mesh.gammaOffset ?? NaN]).toBe(0);
    expect(square[nofu]).toBe(0);
    expect(tapDeviation(plan, 0).every((value) => value === 0)).toBe(true);
  });
});
