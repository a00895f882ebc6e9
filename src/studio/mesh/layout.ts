import type { Plan, PlanLayer, PlanMesh } from '../../learning/plan';
import { columnCount } from '../../photonics/mesh';

/**
 * Where the parts of a chip are drawn, in chip units: x counts interferometer columns from the left,
 * y counts waveguides from the top (waveguide p runs at y = p). The camera turns them into pixels.
 */
export interface ChipLayout {
  readonly modes: number;
  readonly sections: readonly Section[];
  readonly width: number;
}

export type Section = MeshSection | PortSection;

export interface MeshSection {
  readonly kind: 'mesh';
  readonly layer: number;
  /** `V` and `U` as in M = U·diag(t)·V. */
  readonly role: 'U' | 'V';
  readonly x: number;
  readonly width: number;
  readonly mesh: PlanMesh;
}

/** A column of one part per waveguide. */
export interface PortSection {
  readonly kind: 'input' | 'attenuator' | 'output-phase' | 'nonlinearity';
  readonly layer: number;
  readonly x: number;
  readonly width: number;
  /** Offset of the column's first parameter, one per waveguide. */
  readonly offset: number | undefined;
}

/** Widths in columns: room for a disc, a bar, or a box. */
const WIDTH = { input: 0.45, attenuator: 0.7, 'output-phase': 0.55, nonlinearity: 1.1 } as const;

export function chipLayout(plan: Plan): ChipLayout {
  const sections: Section[] = [];
  let x = 0;
  const port = (kind: PortSection['kind'], layer: number, offset: number | undefined): void => {
    sections.push({ kind, layer, x, width: WIDTH[kind], offset });
    x += WIDTH[kind];
  };
  const mesh = (role: 'U' | 'V', layer: number, part: PlanMesh): void => {
    const width = columnCount(part.topology);
    sections.push({ kind: 'mesh', layer, role, x, width, mesh: part });
    x += width;
    port('output-phase', layer, part.gammaOffset);
  };
  port('input', 0, undefined);
  plan.layers.forEach((layer: PlanLayer, index) => {
    if (layer.before !== undefined) mesh('V', index, layer.before);
    if (layer.attenuatorOffset !== undefined) port('attenuator', index, layer.attenuatorOffset);
    mesh('U', index, layer.mesh);
    if (layer.nonlinearity.kind !== 'none') port('nonlinearity', index, layer.nonlinearityOffset);
  });
  return { modes: plan.modes, sections, width: x };
}

/** One interferometer of the chip: which mesh, and its place in `topology.pairs`. */
export interface MziRef {
  readonly section: number;
  readonly index: number;
}

/** Column of an interferometer in its mesh (binary search in columnStart). */
export function columnOf(mesh: PlanMesh, index: number): number {
  const starts = mesh.topology.columnStart;
  let low = 0;
  let high = starts.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Upper and lower waveguide of an interferometer. */
export function portsOf(mesh: PlanMesh, index: number): readonly [number, number] {
  return [mesh.topology.pairs[2 * index] ?? 0, mesh.topology.pairs[2 * index + 1] ?? 0];
}

/** The interferometer whose cell holds the point, or undefined between them. */
export function mziAt(layout: ChipLayout, x: number, y: number): MziRef | undefined {
  for (let section = 0; section < layout.sections.length; section++) {
    const part = layout.sections[section];
    if (part?.kind !== 'mesh' || x < part.x || x >= part.x + part.width) continue;
    const column = Math.floor(x - part.x);
    const starts = part.mesh.topology.columnStart;
    for (let index = starts[column] ?? 0; index < (starts[column + 1] ?? 0); index++) {
      const [top, bottom] = portsOf(part.mesh, index);
      if (y >= top - 0.25 && y <= bottom + 0.25) return { section, index };
    }
  }
  return undefined;
}

/** The next interferometer in a direction, for the arrow keys; the same one at the chip's edge. */
export function neighbour(
  layout: ChipLayout,
  from: MziRef,
  direction: 'left' | 'right' | 'up' | 'down',
): MziRef {
  const part = layout.sections[from.section];
  if (part?.kind !== 'mesh') return from;
  const column = columnOf(part.mesh, from.index);
  const starts = part.mesh.topology.columnStart;
  const inColumn = (section: number, mesh: PlanMesh, target: number, wanted: number): MziRef => {
    const first = mesh.topology.columnStart[target] ?? 0;
    const count = (mesh.topology.columnStart[target + 1] ?? first) - first;
    if (count === 0) return from;
    return { section, index: first + Math.min(count - 1, Math.max(0, wanted)) };
  };
  const first = starts[column] ?? 0;
  const row = from.index - first;
  if (direction === 'up') return inColumn(from.section, part.mesh, column, row - 1);
  if (direction === 'down') return inColumn(from.section, part.mesh, column, row + 1);
  const step = direction === 'right' ? 1 : -1;
  if (column + step >= 0 && column + step < part.width) {
    const next = inColumn(from.section, part.mesh, column + step, row);
    // A two-mode mesh has an empty odd column: step over it.
    return next === from && column + 2 * step >= 0
      ? inColumn(from.section, part.mesh, column + 2 * step, row)
      : next;
  }
  for (let section = from.section + step; section >= 0 && section < layout.sections.length; section += step) {
    const other = layout.sections[section];
    if (other?.kind === 'mesh') return inColumn(section, other.mesh, step > 0 ? 0 : other.width - 1, row);
  }
  return from;
}

/** Centre of an interferometer's cell in chip units. */
export function mziCentre(layout: ChipLayout, ref: MziRef): readonly [x: number, y: number] {
  const part = layout.sections[ref.section];
  if (part?.kind !== 'mesh') return [0, 0];
  const [top, bottom] = portsOf(part.mesh, ref.index);
  return [part.x + columnOf(part.mesh, ref.index) + 0.5, (top + bottom) / 2];
}

/** For people: "layer 2, column 3, waveguides 4–5" (counted from 1). */
export function mziName(layout: ChipLayout, ref: MziRef): string {
  const part = layout.sections[ref.section];
  if (part?.kind !== 'mesh') return '';
  const [top, bottom] = portsOf(part.mesh, ref.index);
  const role = layout.sections.some((s) => s.kind === 'mesh' && s.role === 'V') ? `, mesh ${part.role}` : '';
  return `Layer ${part.layer + 1}${role}, column ${columnOf(part.mesh, ref.index) + 1}, waveguides ${top + 1}–${bottom + 1}`;
}
