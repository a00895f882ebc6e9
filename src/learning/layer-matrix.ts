import type { ComplexPlanes } from '../photonics/propagate';
import { identity, mziCoefficients, propagateColumns, scaleRows, shiftRows } from '../photonics/propagate';
import { meshGradient } from './mesh-gradient';
import { phasesOf } from './mesh-phases';
import type { PlanLinear, PlanMesh } from './plan';

/** A layer's linear part as one dense N×N matrix, with what its gradient needs. */
export interface LayerMatrix {
  /** M = gain · U · diag(t) · V, row-major. */
  readonly matrix: ComplexPlanes;
  /** V, or the identity: the matrix before the attenuators. */
  readonly beforeAttenuators: ComplexPlanes;
  readonly coefficients: Float64Array;
  readonly beforeCoefficients: Float64Array | undefined;
}

/** Multiplies the meshes and attenuators of a layer into one matrix. */
export function layerMatrix(layer: PlanLinear, parameters: Float64Array): LayerMatrix {
  const modes = layer.mesh.topology.modes;
  const matrix = identity(modes);
  const beforeCoefficients = layer.before && applyMesh(layer.before, parameters, matrix);
  const beforeAttenuators = { re: matrix.re.slice(), im: matrix.im.slice() };
  if (layer.attenuatorOffset !== undefined) {
    for (let k = 0; k < modes; k++)
      scaleRow(matrix, k, modes, attenuation(parameters, layer.attenuatorOffset + k));
  }
  const coefficients = applyMesh(layer.mesh, parameters, matrix);
  scale(matrix, layer.gain);
  return { matrix, beforeAttenuators, coefficients, beforeCoefficients };
}

/**
 * Adds the gradient of a layer's parameters, given the cotangent of its matrix.
 * @param cotangent dL = Re Σ conj(cotangent)·dM; overwritten
 */
export function layerGradient(
  layer: PlanLinear,
  compiled: LayerMatrix,
  parameters: Float64Array,
  cotangent: ComplexPlanes,
  gradient: Float64Array,
): void {
  const modes = layer.mesh.topology.modes;
  const state = { re: compiled.matrix.re.slice(), im: compiled.matrix.im.slice() };
  scale(state, 1 / layer.gain);
  scale(cotangent, layer.gain);
  backThrough(layer.mesh, compiled.coefficients, parameters, state, cotangent, gradient);
  if (layer.attenuatorOffset !== undefined) {
    const before = compiled.beforeAttenuators;
    for (let k = 0; k < modes; k++) {
      const at = layer.attenuatorOffset + k;
      let slope = 0;
      for (let i = k * modes; i < (k + 1) * modes; i++) {
        slope += (cotangent.re[i] ?? 0) * (before.re[i] ?? 0) + (cotangent.im[i] ?? 0) * (before.im[i] ?? 0);
      }
      gradient[at] = (gradient[at] ?? 0) + slope * 0.5 * Math.cos((parameters[at] ?? 0) / 2);
      scaleRow(cotangent, k, modes, attenuation(parameters, at));
    }
  }
  if (layer.before && compiled.beforeCoefficients) {
    const before = { re: compiled.beforeAttenuators.re.slice(), im: compiled.beforeAttenuators.im.slice() };
    backThrough(layer.before, compiled.beforeCoefficients, parameters, before, cotangent, gradient);
  }
}

function applyMesh(mesh: PlanMesh, parameters: Float64Array, matrix: ComplexPlanes): Float64Array {
  const phases = phasesOf(mesh, parameters);
  const coefficients = mziCoefficients(mesh.topology, phases, mesh.flaws, mesh.losses, mesh.drive);
  propagateColumns(mesh.topology, coefficients, matrix, mesh.topology.modes);
  shiftRows(matrix, phases.gamma, mesh.topology.modes);
  if (mesh.losses) scaleRows(matrix, mesh.losses.output, mesh.topology.modes);
  return coefficients;
}

function backThrough(
  mesh: PlanMesh,
  coefficients: Float64Array,
  parameters: Float64Array,
  state: ComplexPlanes,
  cotangent: ComplexPlanes,
  gradient: Float64Array,
): void {
  meshGradient(
    mesh.topology,
    coefficients,
    phasesOf(mesh, parameters),
    mesh.flaws,
    mesh.losses,
    mesh.drive,
    state,
    cotangent,
    mesh.topology.modes,
    phasesOf(mesh, gradient),
  );
}

/** Amplitude of an interferometer used as attenuator: sin(alpha/2). */
function attenuation(parameters: Float64Array, at: number): number {
  return Math.sin((parameters[at] ?? 0) / 2);
}

function scaleRow(matrix: ComplexPlanes, row: number, lanes: number, factor: number): void {
  for (let i = row * lanes; i < (row + 1) * lanes; i++) {
    matrix.re[i] = (matrix.re[i] ?? 0) * factor;
    matrix.im[i] = (matrix.im[i] ?? 0) * factor;
  }
}

function scale(matrix: ComplexPlanes, factor: number): void {
  for (let i = 0; i < matrix.re.length; i++) {
    matrix.re[i] = (matrix.re[i] ?? 0) * factor;
    matrix.im[i] = (matrix.im[i] ?? 0) * factor;
  }
}
