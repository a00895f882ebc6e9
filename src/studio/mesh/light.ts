import { activate } from '../../learning/activate';
import { phasesOf } from '../../learning/layer-matrix';
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
  /** Power on the two inner arms, between the couplers, at c·modes + p; meshes only. */
  readonly arms: Float64Array | undefined;
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
  const arms = new Float64Array(columns * modes);
  writePower(state, power, 0);
  for (let column = 0; column < columns; column++) {
    arms.set(power.subarray(column * modes, (column + 1) * modes), column * modes);
    writeArms(mesh, phases.phi, column, state, arms);
    propagateColumns(mesh.topology, coefficients, state, 1, column, column + 1);
    if (column === columns - 1 && mesh.losses) scaleRows(state, mesh.losses.output, 1);
    writePower(state, power, (column + 1) * modes);
  }
  return { power, arms };
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
    arms[column * modes + top] = (c * xRe - s * yIm) ** 2 + (c * xIm + s * yRe) ** 2;
    arms[column * modes + bottom] = (c * yRe - s * xIm) ** 2 + (c * yIm + s * xRe) ** 2;
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
  writePower(state, power, 0);
  const offset = section.offset;
  if (section.kind === 'output-phase' && offset !== undefined) {
    shiftRows(state, parameters.subarray(offset, offset + modes), 1);
  } else if (section.kind === 'attenuator' && offset !== undefined) {
    for (let p = 0; p < modes; p++) scalePort(state, p, Math.sin((parameters[offset + p] ?? 0) / 2));
  } else if (section.kind === 'nonlinearity') {
    applyNonlinearity(plan, section, parameters, state);
  }
  writePower(state, power, modes);
  return { power, arms: undefined };
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

function writePower(state: ComplexPlanes, power: Float64Array, at: number): void {
  for (let p = 0; p < state.re.length; p++) power[at + p] = (state.re[p] ?? 0) ** 2 + (state.im[p] ?? 0) ** 2;
}

function scalePort(state: ComplexPlanes, port: number, factor: number): void {
  state.re[port] = (state.re[port] ?? 0) * factor;
  state.im[port] = (state.im[port] ?? 0) * factor;
}

function scaleBy(state: ComplexPlanes, factor: number): void {
  if (factor !== 1) for (let p = 0; p < state.re.length; p++) scalePort(state, p, factor);
}
