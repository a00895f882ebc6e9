import { CELL } from './cell-shape';
import type { ChipLayout, MeshSection, Section } from './layout';
import type { Light } from './light';
import { columnSpan, rowOf } from './places';

/**
 * One piece of waveguide. In a mesh `column` c is before its column c of interferometers, and behind the last; in a
 * column of parts 0 is before them and 1 behind. `arm` is the inner arm of an interferometer of the column.
 */
export interface WaveguideRef {
  readonly section: number;
  readonly column: number;
  readonly port: number;
  readonly arm: boolean;
}

/** What light does on one piece of waveguide. */
export interface WaveguideReading {
  readonly power: number;
  /** Of the power that enters the chip. */
  readonly share: number;
  /** Of the field, radians in 0 … 2π; undefined in the dark. */
  readonly phase: number | undefined;
}

export function sameWaveguide(a: WaveguideRef, b: WaveguideRef): boolean {
  return a.section === b.section && a.column === b.column && a.port === b.port && a.arm === b.arm;
}

/**
 * The piece of waveguide at a point in chip units, or undefined beside the chip.
 * @param withArms whether the inner arms are drawn apart
 */
export function waveguideAt(
  layout: ChipLayout,
  x: number,
  y: number,
  withArms: boolean,
): WaveguideRef | undefined {
  const row = Math.round(y);
  if (row < 0 || row >= layout.modes) return undefined;
  const section = layout.sections.findIndex((each) => x >= each.x && x < each.x + each.width);
  const part = layout.sections[section];
  if (part === undefined) return undefined;
  if (part.kind !== 'mesh') {
    const port = part.rows.indexOf(row);
    return port < 0 ? undefined : { section, column: x < part.x + part.width / 2 ? 0 : 1, port, arm: false };
  }
  const place = columnPlace(part, x, withArms);
  const port = portInRow(part, place.cell, row);
  if (port === undefined) return undefined;
  const arm = place.arm && isCoupled(part, place.cell, port);
  const column = !arm && place.arm ? place.cell : place.column;
  return { section, column, port, arm };
}

/** Which light a point of a mesh belongs to: that before `column`, or on an arm of it; `cell` tells the rows. */
function columnPlace(
  section: MeshSection,
  x: number,
  withArms: boolean,
): { readonly column: number; readonly cell: number; readonly arm: boolean } {
  for (let column = 0; column < section.cell.length; column++) {
    const [from, to] = columnSpan(section, column);
    if (x >= to) continue;
    if (x < from) return { column, cell: column, arm: false };
    const along = (x - from) / (to - from);
    const [before, after] = withArms ? [CELL.middle, 1 - CELL.middle] : [0.5, 0.5];
    if (along < before) return { column, cell: column, arm: false };
    return along < after
      ? { column, cell: column, arm: true }
      : { column: column + 1, cell: column, arm: false };
  }
  return { column: section.cell.length, cell: section.cell.length, arm: false };
}

function portInRow(section: MeshSection, column: number, row: number): number | undefined {
  for (let port = 0; port < section.mesh.topology.modes; port++)
    if (rowOf(section, column, port) === row) return port;
  return undefined;
}

function isCoupled({ mesh: { topology } }: MeshSection, column: number, port: number): boolean {
  const { pairs, columnStart } = topology;
  for (let k = columnStart[column] ?? 0; k < (columnStart[column + 1] ?? 0); k++)
    if (pairs[2 * k] === port || pairs[2 * k + 1] === port) return true;
  return false;
}

/** Whether the chip has this piece. */
export function isOnChip(layout: ChipLayout, { section, column, port, arm }: WaveguideRef): boolean {
  const part = layout.sections[section];
  if (part === undefined || port >= layout.modes) return false;
  if (part.kind !== 'mesh') return column <= 1 && !arm;
  return arm ? column < part.cell.length : column <= part.cell.length;
}

/** Middle of a piece in chip units. */
export function waveguideCentre(layout: ChipLayout, ref: WaveguideRef): readonly [x: number, y: number] {
  const part: Section | undefined = layout.sections[ref.section];
  if (part === undefined) return [0, 0];
  if (part.kind !== 'mesh')
    return [part.x + part.width * (ref.column === 0 ? 0.25 : 0.75), part.rows[ref.port] ?? ref.port];
  const columns = part.cell.length;
  const [from, to] = columnSpan(part, Math.min(ref.column, columns - 1));
  if (ref.arm) return [(from + to) / 2, rowOf(part, ref.column, ref.port)];
  if (ref.column === columns) return [part.x + part.width, rowOf(part, columns, ref.port)];
  return [from, rowOf(part, ref.column, ref.port)];
}

/** Power and phase on a piece of waveguide. */
export function readWaveguide(
  layout: ChipLayout,
  light: Light | undefined,
  { section, column, port, arm }: WaveguideRef,
): WaveguideReading | undefined {
  const part = light?.sections[section];
  const powers = arm ? part?.arms : part?.power;
  const field = arm ? part?.armField : part?.field;
  const power = powers?.[column * layout.modes + port];
  if (power === undefined || light === undefined) return undefined;
  const at = column * layout.modes + port;
  const [re, im] = [field?.re[at] ?? 0, field?.im[at] ?? 0];
  const angle = Math.atan2(im, re);
  return {
    power,
    share: power / Math.max(inputPower(layout, light), Number.MIN_VALUE),
    phase: re === 0 && im === 0 ? undefined : angle < 0 ? angle + 2 * Math.PI : angle,
  };
}

function inputPower({ modes }: ChipLayout, light: Light): number {
  const power = light.sections[0]?.power;
  let sum = 0;
  for (let port = 0; port < modes; port++) sum += power?.[port] ?? 0;
  return sum;
}
