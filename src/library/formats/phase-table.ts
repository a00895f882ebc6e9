import type { TextTable } from '../../data/csv';
import type { NetworkPlan, PlanMesh } from '../../learning/plan';
import { columnCount } from '../../photonics/mesh';
import { barFraction } from '../../photonics/mzi';
import { formatFault } from './format-fault';
import type { ParameterGroup } from './parameter-groups';
import { namedLinears, parameterGroups } from './parameter-groups';
import type { Tensor } from './tensor';
import { realTensor } from './tensor';

/** How a phase is held: heaters burn power in proportion to it, electro-optic shifters take a voltage in proportion. */
export interface ShifterDrive {
  /** Milliwatts of a shifter at π; 0 for one that holds without power. */
  readonly powerAtPi: number;
  /** Ohm; undefined where it is not known, and then no voltage is given. */
  readonly resistance: number | undefined;
  /** Volts at π of an electro-optic shifter; undefined for heaters. */
  readonly halfWave: number | undefined;
}

/** Columns of the table; docs/formats.md says what each means. */
export const PHASE_COLUMNS = [
  'name',
  'index',
  'part',
  'column',
  'port',
  'other_port',
  'value',
  'value_pi',
  'split',
  'power_mw',
  'voltage_v',
] as const;

/**
 * One line per parameter, in plan order: `value` alone says all; the rest is for people and drivers. Lines that begin
 * with # come first where there is a remark.
 */
export function writePhaseTable(
  network: NetworkPlan,
  parameters: Float64Array,
  drive: ShifterDrive,
  remark = '',
): string {
  const meshes = meshesByName(network);
  const remarks = remark === '' ? [] : remark.split('\n').map((line) => `# ${line}`);
  const lines: string[] = [...remarks, PHASE_COLUMNS.join(',')];
  for (const group of parameterGroups(network)) {
    const place = placesOf(group, meshes.get(group.name.replace(/\.\w+$/, '')));
    for (let k = 0; k < group.length; k++) {
      const value = parameters[group.offset + k] ?? 0;
      const { part, column, port, other } = place(k);
      const isHeld = group.isPhase && part !== 'coupler';
      const split =
        part === 'interferometer' && group.name.endsWith('.theta') ? round(barFraction(value)) : '';
      const held = isHeld ? holding(value, drive) : undefined;
      lines.push(
        [
          group.name,
          k,
          part,
          column,
          port,
          other,
          value,
          group.isPhase ? round(value / Math.PI) : '',
          split,
          held === undefined ? '' : round(held.power),
          held?.voltage === undefined ? '' : round(held.voltage),
        ].join(','),
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

/**
 * Power (mW) and voltage (V) that hold a phase, taken modulo 2π: P = Pπ·φ/π and V = √(P·R) for heaters (Harris et al.,
 * Opt. Express 22, 10487 (2014)), V = Vπ·φ/π for electro-optic shifters.
 */
export function holding(
  phase: number,
  { powerAtPi, resistance, halfWave }: ShifterDrive,
): { readonly power: number; readonly voltage: number | undefined } {
  const turns = phase / (2 * Math.PI);
  const halves = 2 * Math.max(0, turns - Math.floor(turns));
  const power = powerAtPi * halves;
  if (halfWave !== undefined) return { power, voltage: halfWave * halves };
  return { power, voltage: resistance === undefined ? undefined : Math.sqrt((power / 1000) * resistance) };
}

/** Whether a table is of phases: it names parameters and gives each a value. */
export function isPhaseTable({ columns }: Pick<TextTable, 'columns'>): boolean {
  return (['name', 'index', 'value'] as const).every((column) => columns.includes(column));
}

/** The parameters of a table by their names. Throws `format/bad-phases` naming the line. */
export function readPhaseTable(table: TextTable, file: string): readonly Tensor[] {
  const [nameAt, indexAt, valueAt] = ['name', 'index', 'value'].map((each) => table.columns.indexOf(each));
  const groups = new Map<string, number[]>();
  table.rows.forEach((row, at) => {
    const name = row[nameAt ?? 0]?.trim() ?? '';
    const text = row[valueAt ?? 0]?.trim() ?? '';
    const value = text === '' ? Number.NaN : Number(text);
    const values = groups.get(name) ?? [];
    if (name === '') throw bad(file, at, 'it names no parameter');
    if (!Number.isFinite(value)) throw bad(file, at, `“${text.slice(0, 30)}” is no number`);
    if (row[indexAt ?? 0]?.trim() !== String(values.length))
      throw bad(file, at, `${name.slice(0, 60)} has no number ${values.length} before it`);
    values.push(value);
    groups.set(name, values);
  });
  return [...groups].map(([name, values]) => realTensor(name, [values.length], Float64Array.from(values)));
}

interface Place {
  readonly part: string;
  readonly column: number | '';
  readonly port: number | '';
  readonly other: number | '';
}

function meshesByName(network: NetworkPlan): ReadonlyMap<string, PlanMesh> {
  const meshes = new Map<string, PlanMesh>();
  for (const { name, linear } of namedLinears(network)) {
    if (linear.before) meshes.set(`${name}.V`, linear.before);
    meshes.set(`${name}.U`, linear.mesh);
  }
  return meshes;
}

/** Where the k-th number of a group is on the chip. */
function placesOf({ name }: ParameterGroup, mesh: PlanMesh | undefined): (k: number) => Place {
  if (mesh === undefined) {
    const part = name.endsWith('.alpha') ? 'attenuator' : (/\w+$/.exec(name)?.[0] ?? '');
    return (k) => ({ part, column: '', port: k, other: '' });
  }
  if (name.endsWith('.gamma')) return (k) => ({ part: 'output', column: '', port: k, other: '' });
  const { pairs, columnStart, fixed } = mesh.topology;
  const columns = new Int32Array(pairs.length / 2);
  for (let column = 0; column < columnCount(mesh.topology); column++)
    columns.fill(column, columnStart[column] ?? 0, columnStart[column + 1] ?? 0);
  return (k) => ({
    part: fixed?.[k] === 1 ? 'coupler' : 'interferometer',
    column: columns[k] ?? 0,
    port: pairs[2 * k] ?? 0,
    other: pairs[2 * k + 1] ?? 0,
  });
}

/** For people and drivers; `value` keeps every digit. */
function round(value: number): number {
  return Number(value.toPrecision(9));
}

function bad(file: string, row: number, what: string) {
  return formatFault(
    'bad-phases',
    `${file} is not a readable table of phases: line ${row + 2}: ${what}.`,
    'Keep the columns name, index and value as the studio exports them.',
    `${file}:${row + 2}`,
  );
}
