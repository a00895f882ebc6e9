import type { Plan, PlanLayer, PlanMesh } from '../../learning/plan';
import type { Mesh } from '../../photonics/mesh';
import { columnCount } from '../../photonics/mesh';
import { placeWords } from '../words/places';

/**
 * Where the parts of a chip are drawn, in chip units: x counts columns of interferometers from the left, y counts
 * rows from the top. Waveguides lie in the row they are built in, and cross where a fixed permutation changes it.
 * The camera turns units into pixels.
 */
export interface ChipLayout {
  readonly modes: number;
  readonly sections: readonly Section[];
  readonly width: number;
  /** Row in which each waveguide enters and leaves the chip. */
  readonly rowsIn: Int32Array;
  readonly rowsOut: Int32Array;
  /** What each layer is called. */
  readonly names: readonly string[];
}

export type Section = MeshSection | PortSection;

export interface MeshSection {
  readonly kind: 'mesh';
  readonly layer: number;
  /** Which full scale its brightness has: attenuators and nonlinearities begin the next one. */
  readonly exposure: number;
  /** `V` and `U` as in M = U·diag(t)·V. */
  readonly role: 'U' | 'V';
  readonly x: number;
  readonly width: number;
  readonly mesh: PlanMesh;
  /** Left edge of every column's cells, from the section's own: columns + 1, the last is the section's end. */
  readonly left: Float64Array;
  /** Width of every column's cells; what is left until the next column is for crossings. */
  readonly cell: Float64Array;
  /** Row of waveguide p: before the mesh at p, in column c at (c + 1)·modes + p, behind it after the last column. */
  readonly rows: Int32Array;
}

/** A column of one part per waveguide. */
export interface PortSection {
  readonly kind: 'input' | 'attenuator' | 'output-phase' | 'nonlinearity';
  readonly layer: number;
  /** Full scale of the light that enters; behind attenuators and nonlinearities the next one holds. */
  readonly exposure: number;
  readonly x: number;
  readonly width: number;
  /** Offset of the column's first parameter, one per waveguide. */
  readonly offset: number | undefined;
  /** Row of each waveguide. */
  readonly rows: Int32Array;
  /** Output phases of a real mesh: 0 or π, set once. */
  readonly isSign: boolean;
}

/** Widths in columns: room for a disc, a bar, or a box. */
const WIDTH = { input: 0.45, attenuator: 0.7, 'output-phase': 0.55, nonlinearity: 1.1 } as const;

/** A fixed coupler needs no room for shifters. */
const COUPLER_WIDTH = 0.5;

export function chipLayout(
  plan: Plan,
  nameOf = (layer: number): string => placeWords.layer(layer + 1),
): ChipLayout {
  const sections: Section[] = [];
  const rowsIn = firstRows(plan);
  let rows = rowsIn;
  let x = 0;
  let exposure = 0;
  const port = (
    kind: PortSection['kind'],
    layer: number,
    offset: number | undefined,
    isSign = false,
  ): void => {
    sections.push({ kind, layer, exposure, x, width: WIDTH[kind], offset, rows, isSign });
    x += WIDTH[kind];
    if (changesExposure(kind)) exposure++;
  };
  const mesh = (role: 'U' | 'V', layer: number, part: PlanMesh): void => {
    const places = meshPlaces(part.topology, rows);
    const width = places.left.at(-1) ?? 0;
    sections.push({ kind: 'mesh', layer, exposure, role, x, width, mesh: part, ...places });
    x += width;
    rows = places.rows.subarray(places.rows.length - plan.modes);
    port('output-phase', layer, part.gammaOffset, part.drive === 'push-pull');
  };
  port('input', 0, undefined);
  plan.layers.forEach((layer: PlanLayer, index) => {
    if (layer.before !== undefined) mesh('V', index, layer.before);
    if (layer.attenuatorOffset !== undefined) port('attenuator', index, layer.attenuatorOffset);
    mesh('U', index, layer.mesh);
    if (layer.nonlinearity.kind !== 'none') port('nonlinearity', index, layer.nonlinearityOffset);
  });
  const names = plan.layers.map((_, layer) => nameOf(layer));
  return { modes: plan.modes, sections, width: x, rowsIn, rowsOut: rows, names };
}

/** Whether light is so much weaker behind such parts that it is drawn on another scale. */
export function changesExposure(kind: Section['kind']): boolean {
  return kind === 'attenuator' || kind === 'nonlinearity';
}

/** The rows the first mesh wants its waveguides in: nothing crosses before it. */
function firstRows({ modes, layers: [first] }: Plan): Int32Array {
  const topology = first && (first.before ?? first.mesh).topology;
  return Int32Array.from({ length: modes }, (_, p) => topology?.rows?.[p] ?? p);
}

function meshPlaces(topology: Mesh, incoming: Int32Array): Pick<MeshSection, 'left' | 'cell' | 'rows'> {
  const { modes, columnStart, fixed } = topology;
  const columns = columnCount(topology);
  const rows = new Int32Array((columns + 2) * modes);
  rows.set(incoming);
  for (let at = 0; at < (columns + 1) * modes; at++) rows[modes + at] = topology.rows?.[at] ?? at % modes;
  const left = new Float64Array(columns + 1);
  const cell = new Float64Array(columns);
  let x = 0;
  for (let column = 0; column <= columns; column++) {
    x += crossingWidth(rows, column * modes, modes);
    left[column] = x;
    if (column === columns) break;
    const [from = 0, to = 0] = columnStart.subarray(column, column + 2);
    const isFixed = fixed !== undefined && to > from && fixed.subarray(from, to).every((each) => each === 1);
    cell[column] = isFixed ? COUPLER_WIDTH : 1;
    x += cell[column] ?? 1;
  }
  return { left, cell, rows };
}

/** Room for waveguides to change rows: more for those that go far, so that their curves stay smooth. */
function crossingWidth(rows: Int32Array, at: number, modes: number): number {
  let farthest = 0;
  for (let p = at; p < at + modes; p++)
    farthest = Math.max(farthest, Math.abs((rows[p + modes] ?? 0) - (rows[p] ?? 0)));
  return farthest === 0 ? 0 : 0.5 + 0.45 * Math.sqrt(farthest);
}
