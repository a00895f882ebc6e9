import type { PlanMesh } from '../../learning/plan';
import { ARM } from './cell-shape';
import type { ChipLayout, MeshSection } from './layout';
import { placeWords } from '../words/places';

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

/** Whether it is a fixed coupler, without shifters. */
export function isFixed(mesh: PlanMesh, index: number): boolean {
  return mesh.topology.fixed?.[index] === 1;
}

/** Row of a waveguide in a column of a mesh; the column before the first is −1. */
export function rowOf(section: MeshSection, column: number, port: number): number {
  return section.rows[(column + 1) * section.mesh.topology.modes + port] ?? port;
}

/** Rows of both waveguides of an interferometer in its column: its first port's, then its second's. */
export function rowsOfPair(section: MeshSection, column: number, index: number): readonly [number, number] {
  const [top, bottom] = portsOf(section.mesh, index);
  return [rowOf(section, column, top), rowOf(section, column, bottom)];
}

/** Where the cells of a column begin and end, in the chip's x. */
export function columnSpan(section: MeshSection, column: number): readonly [number, number] {
  const left = section.x + (section.left[column] ?? 0);
  return [left, left + (section.cell[column] ?? 1)];
}

/** The interferometer (or fixed coupler) whose cell holds the point, or undefined between them. */
export function mziAt(layout: ChipLayout, x: number, y: number): MziRef | undefined {
  for (let section = 0; section < layout.sections.length; section++) {
    const part = layout.sections[section];
    if (part?.kind !== 'mesh' || x < part.x || x >= part.x + part.width) continue;
    const column = columnAt(part, x);
    if (column === undefined) continue;
    const starts = part.mesh.topology.columnStart;
    for (let index = starts[column] ?? 0; index < (starts[column + 1] ?? 0); index++) {
      const [a, b] = rowsOfPair(part, column, index);
      if (y >= Math.min(a, b) - 0.25 && y <= Math.max(a, b) + 0.25) return { section, index };
    }
  }
  return undefined;
}

/** The column whose cells hold x; undefined where waveguides only cross. */
function columnAt(section: MeshSection, x: number): number | undefined {
  let low = 0;
  let high = section.cell.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (columnSpan(section, middle)[0] <= x) low = middle;
    else high = middle - 1;
  }
  const [from, to] = columnSpan(section, low);
  return x >= from && x < to ? low : undefined;
}

/** Centre of an interferometer's cell in chip units. */
export function mziCentre(layout: ChipLayout, ref: MziRef): readonly [x: number, y: number] {
  const part = layout.sections[ref.section];
  if (part?.kind !== 'mesh') return [0, 0];
  const column = columnOf(part.mesh, ref.index);
  const [from, to] = columnSpan(part, column);
  const [a, b] = rowsOfPair(part, column, ref.index);
  return [(from + to) / 2, (a + b) / 2];
}

/** Where phi's disc lies in its column's cell, as a share of its width. */
const PHI_AT = 0.02;

/** Centres of the discs of an interferometer's phases, in chip units. */
export function discPlaces(
  section: MeshSection,
  column: number,
  index: number,
): { readonly theta: readonly [number, number]; readonly phi: readonly [number, number] } {
  const [from, to] = columnSpan(section, column);
  const [upper, lower] = rowsOfPair(section, column, index);
  const towards = Math.sign(upper - lower);
  return {
    theta: [(from + to) / 2, (upper + lower) / 2 + towards * ARM],
    phi: [from + PHI_AT * (to - from), upper],
  };
}

type Direction = 'left' | 'right' | 'up' | 'down';

/**
 * The next interferometer in a direction, for the arrow keys; the same one at the chip's edge. Fixed couplers
 * are passed over: there is nothing to set.
 */
export function neighbour(layout: ChipLayout, from: MziRef, direction: Direction): MziRef {
  const part = layout.sections[from.section];
  if (part?.kind !== 'mesh') return from;
  const column = columnOf(part.mesh, from.index);
  const [, y] = mziCentre(layout, from);
  if (direction === 'up' || direction === 'down') {
    const sign = direction === 'up' ? -1 : 1;
    return nearest(layout, from.section, column, y, (distance) => sign * distance > 0.5) ?? from;
  }
  const step = direction === 'right' ? 1 : -1;
  let next = column + step;
  for (let section = from.section; section >= 0 && section < layout.sections.length; section += step) {
    const other = layout.sections[section];
    if (other?.kind !== 'mesh') continue;
    const columns = other.cell.length;
    if (section !== from.section) next = step > 0 ? 0 : columns - 1;
    for (; next >= 0 && next < columns; next += step) {
      const found = nearest(layout, section, next, y, () => true);
      if (found) return found;
    }
  }
  return from;
}

/** The first interferometer of a chip, where a selection by keys begins. */
export function firstMzi(layout: ChipLayout): MziRef | undefined {
  for (let section = 0; section < layout.sections.length; section++) {
    const part = layout.sections[section];
    if (part?.kind !== 'mesh') continue;
    for (let column = 0; column < part.cell.length; column++) {
      const found = nearest(layout, section, column, 0, () => true);
      if (found) return found;
    }
  }
  return undefined;
}

/** Of a column's interferometers that `accepts` takes, the one nearest to row y. */
function nearest(
  layout: ChipLayout,
  section: number,
  column: number,
  y: number,
  accepts: (distance: number) => boolean,
): MziRef | undefined {
  const part = layout.sections[section];
  if (part?.kind !== 'mesh') return undefined;
  const starts = part.mesh.topology.columnStart;
  let best: { readonly index: number; readonly distance: number } | undefined;
  for (let index = starts[column] ?? 0; index < (starts[column + 1] ?? 0); index++) {
    if (isFixed(part.mesh, index)) continue;
    const [a, b] = rowsOfPair(part, column, index);
    const distance = (a + b) / 2 - y;
    if (accepts(distance) && (best === undefined || Math.abs(distance) < Math.abs(best.distance)))
      best = { index, distance };
  }
  return best && { section, index: best.index };
}

/** For people: "Layer 2, column 3, waveguides 4–5" (counted from 1). */
export function mziName(layout: ChipLayout, ref: MziRef): string {
  const part = layout.sections[ref.section];
  if (part?.kind !== 'mesh') return '';
  const [top, bottom] = portsOf(part.mesh, ref.index);
  const role = layout.sections.some((s) => s.kind === 'mesh' && s.role === 'V') ? part.role : undefined;
  const join = Math.abs(top - bottom) === 1 ? placeWords.neighbours : placeWords.two;
  const column = columnOf(part.mesh, ref.index) + 1;
  return placeWords.interferometer(layout.names[part.layer] ?? '', role, column, join(top + 1, bottom + 1));
}
