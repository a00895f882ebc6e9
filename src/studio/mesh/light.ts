import { activate } from '../../learning/activate';
import { phasesOf } from '../../learning/mesh-phases';
import type { Plan, PlanMesh } from '../../learning/plan';
import { columnCount } from '../../photonics/mesh';
import { mziCoefficients, propagateColumns, scaleRows, shiftRows } from '../../photonics/propagate';
import type { ComplexPlanes } from '../../photonics/propagate';
import type { ChipLayout, MeshSection, PortSection } from './layout';
import { changesExposure } from './layout';

/**
 * The light of one sample everywhere in the chip, in f64: what the mesh view draws. It follows the same
 * equations as the reference network, and keeps the powers that a network's forward pass throws away.
 */
export interface Light {
  readonly sections: readonly SectionLight[];
  /** Fields after the last layer. */
  readonly out: ComplexPlanes;
  /** Largest power on any waveguide of each exposure (see `Section.exposure`): the full scale of its brightness. */
  readonly peaks: readonly number[];
}

export interface SectionLight {
  /** Power on waveguide p before column c at c·modes + p; one more column than the section has. */
  readonly power: Float64Array;
  /** The field itself at the same places, for its phase; single precision is plenty for a reading. */
  readonly field: LightField;
  /** Power on the two inner arms, between the couplers, at c·modes + p; meshes only. */
  readonly arms: Float64Array | undefined;
  readonly armField: LightField | undefined;
}

export interface LightField {
  readonly re: Float32Array;
  readonly im: Float32Array;
}

/** Everything in it that can be handed to another thread instead of copied. */
export function buffersOf({ sections, out }: Light): ArrayBuffer[] {
  const arrays = sections.flatMap(({ power, field, arms, armField }) => [
    power,
    field.re,
    field.im,
    ...(arms ? [arms] : []),
    ...(armField ? [armField.re, armField.im] : []),
  ]);
  return [...arrays, out.re, out.im].map(({ buffer }) => buffer as ArrayBuffer);
}

/** @param parameters as light meets them: see `effectivePhases` in learning/effects.ts */
export function traceLight(
  plan: Plan,
  layout: ChipLayout,
  parameters: Float64Array,
  fields: { readonly re: ArrayLike<number>; readonly im: ArrayLike<number> },
): Light {
  const state = { re: Float64Array.from(fields.re), im: Float64Array.from(fields.im) };
  const peaks = Array.from({ length: 1 + (layout.sections.at(-1)?.exposure ?? 0) }, () => 0);
  const sections = layout.sections.map((section) => {
    const light =
      section.kind === 'mesh'
        ? traceMesh(section, parameters, state)
        : tracePorts(plan, section, parameters, state);
    // What leaves a nonlinearity or an attenuator lights what follows, so only its input counts here.
    const counted = changesExposure(section.kind) ? light.power.subarray(0, plan.modes) : light.power;
    for (const value of counted) peaks[section.exposure] = Math.max(peaks[section.exposure] ?? 0, value);
    if (endsLinearPart(layout, section)) scaleBy(state, plan.layers[section.layer]?.gain ?? 1);
    return light;
  });
  return { sections, out: state, peaks };
}

/** The gain follows the layer's last output phases. */
function endsLinearPart(layout: ChipLayout, section: ChipLayout['sections'][number]): boolean {
  if (section.kind !== 'output-phase') return false;
  const before = layout.sections[layout.sections.indexOf(section) - 1];
  return before?.kind === 'mesh' && before.role === 'U';
}

function traceMesh(section: MeshSection, parameters: Float64Array, state: ComplexPlanes): SectionLight {
  const { mesh } = section;
  const modes = mesh.topology.modes;
  const columns = columnCount(mesh.topology);
  const phases = phasesOf(mesh, parameters);
  const coefficients = mziCoefficients(mesh.topology, phases, mesh.flaws, mesh.losses, mesh.drive);
  const power = new Float64Array((columns + 1) * modes);
  const field = fieldOf((columns + 1) * modes);
  const arms = new Float64Array(columns * modes);
  const armField = fieldOf(columns * modes);
  write(state, power, field, 0);
  for (let column = 0; column < columns; column++) {
    write(state, arms, armField, column * modes);
    writeArms(mesh, phases.phi, column, state, arms, armField);
    propagateColumns(mesh.topology, coefficients, state, 1, column, column + 1);
    if (column === columns - 1 && mesh.losses) scaleRows(state, mesh.losses.output, 1);
    write(state, power, field, (column + 1) * modes);
  }
  return { power, field, arms, armField };
}

/**
 * After the first coupler B(a) and the external shifter: |i·s·e^{iφ}x + c·y|² on the lower arm, and its partner.
 * What the way there has lost is lost before them.
 */
function writeArms(
  mesh: PlanMesh,
  phi: Float64Array,
  column: number,
  state: ComplexPlanes,
  arms: Float64Array,
  field: LightField,
): void {
  const { pairs, columnStart, modes } = mesh.topology;
  for (let k = columnStart[column] ?? 0; k < (columnStart[column + 1] ?? 0); k++) {
    const top = pairs[2 * k] ?? 0;
    const bottom = pairs[2 * k + 1] ?? 0;
    const angle = Math.PI / 4 + (mesh.flaws?.a[k] ?? 0);
    const turn = (phi[k] ?? 0) + (mesh.flaws?.phi[k] ?? 0);
    const c = Math.cos(angle);
    const s = Math.sin(angle);
    const upper = mesh.losses?.top[k] ?? 1;
    const lower = mesh.losses?.bottom[k] ?? 1;
    const xRe = upper * ((state.re[top] ?? 0) * Math.cos(turn) - (state.im[top] ?? 0) * Math.sin(turn));
    const xIm = upper * ((state.re[top] ?? 0) * Math.sin(turn) + (state.im[top] ?? 0) * Math.cos(turn));
    const yRe = lower * (state.re[bottom] ?? 0);
    const yIm = lower * (state.im[bottom] ?? 0);
    put(arms, field, column * modes + top, c * xRe - s * yIm, c * xIm + s * yRe);
    put(arms, field, column * modes + bottom, c * yRe - s * xIm, c * yIm + s * xRe);
  }
}

function tracePorts(
  plan: Plan,
  section: PortSection,
  parameters: Float64Array,
  state: ComplexPlanes,
): SectionLight {
  const { modes } = plan;
  const power = new Float64Array(2 * modes);
  const field = fieldOf(2 * modes);
  write(state, power, field, 0);
  const offset = section.offset;
  if (section.kind === 'output-phase' && offset !== undefined) {
    shiftRows(state, parameters.subarray(offset, offset + modes), 1);
  } else if (section.kind === 'attenuator' && offset !== undefined) {
    for (let p = 0; p < modes; p++) scalePort(state, p, Math.sin((parameters[offset + p] ?? 0) / 2));
  } else if (section.kind === 'nonlinearity') {
    applyNonlinearity(plan, section, parameters, state);
  }
  write(state, power, field, modes);
  return { power, field, arms: undefined, armField: undefined };
}

function applyNonlinearity(
  plan: Plan,
  section: PortSection,
  parameters: Float64Array,
  state: ComplexPlanes,
): void {
  const layer = plan.layers[section.layer];
  if (layer === undefined) return;
  const after = activate(layer, parameters, state, 1);
  state.re.set(after.re);
  state.im.set(after.im);
}

function fieldOf(length: number): LightField {
  return { re: new Float32Array(length), im: new Float32Array(length) };
}

function write(state: ComplexPlanes, power: Float64Array, field: LightField, at: number): void {
  for (let p = 0; p < state.re.length; p++) put(power, field, at + p, state.re[p] ?? 0, state.im[p] ?? 0);
}

function put(power: Float64Array, field: LightField, at: number, re: number, im: number): void {
  power[at] = re * re + im * im;
  field.re[at] = re;
  field.im[at] = im;
}

function scalePort(state: ComplexPlanes, port: number, factor: number): void {
  state.re[port] = (state.re[port] ?? 0) * factor;
  state.im[port] = (state.im[port] ?? 0) * factor;
}

function scaleBy(state: ComplexPlanes, factor: number): void {
  if (factor !== 1) for (let p = 0; p < state.re.length; p++) scalePort(state, p, factor);
}
