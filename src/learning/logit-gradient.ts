import type { ComplexPlanes } from '../photonics/propagate';
import { mziCoefficients, propagateColumns, scaleRows, shiftRows } from '../photonics/propagate';
import { activate, activateBackward } from './activate';
import { detect, detectedOf } from './detect';
import type { Moment } from './effects';
import { QUIET, effectiveLayers, effectivePhases, pullBack } from './effects';
import { phasesOf } from './mesh-phases';
import { DARK } from './dark';
import { meshGradient } from './mesh-gradient';
import type { Plan, PlanLinear, PlanMesh } from './plan';
import { ROLE } from './plan';

/** One class's logit for one sample, and its slopes. */
export interface LogitGradient {
  readonly logit: number;
  /** By every parameter as it is set, frozen ones too: dlogit/dparameter. */
  readonly gradient: Float64Array;
}

/**
 * Exact gradient of the readout's logit of a class (scale·I_c, see {@link batchLoss}) for a single sample. It walks one vector of
 * fields through the meshes and back, so that it takes as long as two passes of light and not as a matrix product.
 * @param input fields of all modes
 */
export function logitGradient(
  plan: Plan,
  parameters: Float64Array,
  input: { readonly re: ArrayLike<number>; readonly im: ArrayLike<number> },
  ofClass: number,
  moment: Moment = QUIET,
): LogitGradient {
  const phases = effectivePhases(plan, parameters, moment);
  const layers = effectiveLayers(plan, moment);
  let fields: ComplexPlanes = { re: Float64Array.from(input.re), im: Float64Array.from(input.im) };
  const trace = layers.map((layer) => {
    const linear = forward(layer, phases, fields);
    fields = activate(layer, phases, linear.out, 1);
    return linear;
  });
  const read = readLogit(plan, fields, ofClass, moment);
  const gradient = new Float64Array(plan.parameterCount);
  const { cotangent } = read;
  for (let index = layers.length - 1; index >= 0; index--) {
    const layer = layers[index];
    const linear = trace[index];
    if (!layer || !linear) continue;
    activateBackward(layer, phases, linear.out, cotangent, 1, gradient);
    backward(layer, phases, linear, cotangent, gradient);
  }
  // Training leaves frozen phases alone; the answer depends on them all the same.
  pullBack({ roles: plan.roles.map((role) => role | ROLE.trainable), effects: plan.effects }, gradient);
  return { logit: read.logit, gradient };
}

/** Fields behind each mesh of a layer, and behind its gain. */
interface Linear {
  readonly beforeAttenuators: ComplexPlanes | undefined;
  readonly behindMesh: ComplexPlanes;
  readonly out: ComplexPlanes;
}

function forward(layer: PlanLinear, phases: Float64Array, input: ComplexPlanes): Linear {
  const state = copyOf(input);
  if (layer.before) pass(layer.before, phases, state);
  const beforeAttenuators = copyOf(state);
  attenuate(layer, phases, state);
  pass(layer.mesh, phases, state);
  const behindMesh = copyOf(state);
  scale(state, layer.gain);
  return { beforeAttenuators, behindMesh, out: state };
}

/** Turns the cotangent of a layer's linear output into that of its input, in place. */
function backward(
  layer: PlanLinear,
  phases: Float64Array,
  { beforeAttenuators, behindMesh }: Linear,
  cotangent: ComplexPlanes,
  gradient: Float64Array,
): void {
  scale(cotangent, layer.gain);
  back(layer.mesh, phases, behindMesh, cotangent, gradient);
  const { attenuatorOffset } = layer;
  if (beforeAttenuators === undefined) return;
  if (attenuatorOffset !== undefined) {
    for (let k = 0; k < cotangent.re.length; k++) {
      const slope = 0.5 * Math.cos((phases[attenuatorOffset + k] ?? 0) / 2);
      const along = cotangent.re[k]! * beforeAttenuators.re[k]! + cotangent.im[k]! * beforeAttenuators.im[k]!;
      gradient[attenuatorOffset + k] = gradient[attenuatorOffset + k]! + slope * along;
    }
    attenuate(layer, phases, cotangent);
  }
  if (layer.before) back(layer.before, phases, beforeAttenuators, cotangent, gradient);
}

function pass(mesh: PlanMesh, parameters: Float64Array, state: ComplexPlanes): void {
  const phases = phasesOf(mesh, parameters);
  propagateColumns(mesh.topology, coefficientsOf(mesh, parameters), state, 1);
  shiftRows(state, phases.gamma, 1);
  if (mesh.losses) scaleRows(state, mesh.losses.output, 1);
}

function back(
  mesh: PlanMesh,
  parameters: Float64Array,
  fields: ComplexPlanes,
  cotangent: ComplexPlanes,
  gradient: Float64Array,
): void {
  meshGradient(
    mesh.topology,
    coefficientsOf(mesh, parameters),
    phasesOf(mesh, parameters),
    mesh.flaws,
    mesh.losses,
    mesh.drive,
    copyOf(fields),
    cotangent,
    1,
    phasesOf(mesh, gradient),
  );
}

function coefficientsOf(mesh: PlanMesh, parameters: Float64Array): Float64Array {
  return mziCoefficients(mesh.topology, phasesOf(mesh, parameters), mesh.flaws, mesh.losses, mesh.drive);
}

/** Logit of a class, and the cotangent of the fields at the detectors: dlogit = Re Σ conj(cotangent)·dfields. */
function readLogit(
  plan: Plan,
  fields: ComplexPlanes,
  ofClass: number,
  { key }: Moment,
): { readonly logit: number; readonly cotangent: ComplexPlanes } {
  const { classes, readout } = plan;
  const power = new Float64Array(classes);
  for (let c = 0; c < classes; c++) power[c] = fields.re[c]! ** 2 + fields.im[c]! ** 2;
  const detected = detectedOf(plan, key);
  const gain = detected ? detect(detected, 0, power) : 1;
  const total = power.reduce((sum, value) => sum + value, 0);
  const dark = detected?.detection.dark ?? DARK;
  const norm = readout.normalise ? Math.max(total, dark) : 1;
  const intensity = (power[ofClass] ?? 0) / norm;
  // A sum too dark to divide by is a constant.
  const pull = readout.normalise && total >= dark ? intensity : 0;
  const cotangent = { re: new Float64Array(fields.re.length), im: new Float64Array(fields.im.length) };
  for (let c = 0; c < classes; c++) {
    const factor = (2 * gain * readout.scale * ((c === ofClass ? 1 : 0) - pull)) / norm;
    cotangent.re[c] = factor * fields.re[c]!;
    cotangent.im[c] = factor * fields.im[c]!;
  }
  return { logit: readout.scale * intensity, cotangent };
}

function attenuate({ attenuatorOffset }: PlanLinear, phases: Float64Array, state: ComplexPlanes): void {
  if (attenuatorOffset === undefined) return;
  scaleRows(
    state,
    Float64Array.from(state.re, (_, k) => Math.sin((phases[attenuatorOffset + k] ?? 0) / 2)),
    1,
  );
}

function scale({ re, im }: ComplexPlanes, factor: number): void {
  for (let i = 0; i < re.length; i++) {
    re[i] = re[i]! * factor;
    im[i] = im[i]! * factor;
  }
}

function copyOf({ re, im }: ComplexPlanes): ComplexPlanes {
  return { re: re.slice(), im: im.slice() };
}
