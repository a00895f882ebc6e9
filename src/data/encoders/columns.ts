import type { Encoder } from '../../experiment/schema';
import { dataFault } from '../bytes';
import type { TableSplit } from '../samples';

type ColumnsEncoder = Extract<Encoder, { kind: 'columns' }>;

/**
 * Measurements as fields, one mode per column. z is the measurement (its logarithm for frequencies and
 * durations, which people perceive and vocal tracts scale by ratio), less the training mean, over the
 * training standard deviation. `amplitude`: field = scale · z, so the mean power of a mode is scale² and
 * the first free mode, if any, carries a constant field 1 as the reference that makes the sign of z
 * visible. `phase`: field = exp(i · scale · z), power 1. Every other mode is dark.
 *
 * A missing measurement takes the training mean of its talker type (the letters a group's name starts
 * with: m, w, b, g) where that can be told, else the training mean (z = 0).
 */
export interface FittedColumns {
  readonly kind: 'columns';
  readonly modes: number;
  readonly modulation: ColumnsEncoder['modulation'];
  readonly scale: number;
  readonly columns: readonly FittedColumn[];
}

export interface FittedColumn {
  readonly name: string;
  readonly logarithmic: boolean;
  readonly mean: number;
  readonly deviation: number;
  /** Mean z per talker type, for missing measurements. */
  readonly typeMeans: Readonly<Record<string, number>>;
}

/** f0, f1…, F2_50, dur_ms: frequencies and durations by their names. */
const RATIO_COLUMN = /^(f\d|dur)/i;
/** More types than this are names, not types. */
const MAX_TYPES = 8;

/** Fits the scaling on the training split. Faults name `encoder.columns`. */
export function fitColumns(train: TableSplit, encoder: ColumnsEncoder, modes: number): FittedColumns {
  const names = encoder.columns;
  if (names.length === 0) throw columnsFault('No measurement is chosen.', 'Choose at least one column.');
  if (names.length > modes) {
    throw columnsFault(
      `${names.length} columns do not fit ${modes} modes.`,
      `Choose at most ${modes} columns or a chip with more modes.`,
    );
  }
  const columns = names.map((name, index) => {
    const at = train.columns.indexOf(name);
    if (at < 0)
      throw columnsFault(`The data has no column "${name}".`, `Choose from: ${train.columns.join(', ')}.`);
    if (names.indexOf(name) !== index)
      throw columnsFault(`The column "${name}" is chosen twice.`, 'Choose each column once.');
    return fitColumn(train, name, at);
  });
  return { kind: 'columns', modes, modulation: encoder.modulation, scale: encoder.scale, columns };
}

function columnsFault(message: string, fix: string) {
  return dataFault('bad-columns', message, fix, 'encoder.columns');
}

function fitColumn(train: TableSplit, name: string, at: number): FittedColumn {
  const raw = Array.from(
    { length: train.count },
    (_, row) => train.values[row * train.columns.length + at] ?? Number.NaN,
  );
  const measured = raw.filter((value) => !Number.isNaN(value));
  const logarithmic = RATIO_COLUMN.test(name) && measured.every((value) => value > 0);
  const values = logarithmic ? measured.map(Math.log) : measured;
  const mean = average(values);
  const deviation = Math.sqrt(average(values.map((value) => (value - mean) ** 2)));
  if (!(deviation > 0) || !Number.isFinite(deviation)) {
    throw columnsFault(
      `The column "${name}" never varies in the training samples, so it tells nothing.`,
      'Leave it out, or choose other classes.',
    );
  }
  const column = { name, logarithmic, mean, deviation, typeMeans: {} };
  return {
    ...column,
    typeMeans: meansByType(
      train.groups,
      raw.map((value) => standardise(column, value)),
    ),
  };
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function typeOf(group: string): string {
  return /^[a-z]+/i.exec(group)?.[0] ?? '';
}

function meansByType(groups: readonly string[], z: readonly number[]): Record<string, number> {
  const types = new Map<string, number[]>();
  groups.forEach((group, row) => {
    const value = z[row] ?? Number.NaN;
    if (Number.isNaN(value)) return;
    const seen = types.get(typeOf(group));
    if (seen) seen.push(value);
    else types.set(typeOf(group), [value]);
  });
  if (types.size < 2 || types.size > MAX_TYPES) return {};
  return Object.fromEntries([...types].map(([type, values]) => [type, average(values)]));
}

/** z of one measurement; NaN if there is none. */
function standardise(column: FittedColumn, value: number): number {
  if (!Number.isFinite(value) || (column.logarithmic && value <= 0)) return Number.NaN;
  return ((column.logarithmic ? Math.log(value) : value) - column.mean) / column.deviation;
}

function typeMean({ typeMeans }: FittedColumn, type: string): number {
  // A talker may be called like something every object has, for one "constructor".
  return Object.hasOwn(typeMeans, type) ? (typeMeans[type] ?? 0) : 0;
}

/** Writes one sample's fields; `values` and `group` as in the table, columns looked up by `at`. */
export function encodeColumns(
  fitted: FittedColumns,
  valueOf: (column: FittedColumn, index: number) => number,
  group: string,
  re: Float32Array,
  im: Float32Array,
): void {
  fitted.columns.forEach((column, mode) => {
    const measured = standardise(column, valueOf(column, mode));
    const z = Number.isNaN(measured) ? typeMean(column, typeOf(group)) : measured;
    re[mode] = fitted.modulation === 'phase' ? Math.cos(fitted.scale * z) : fitted.scale * z;
    im[mode] = fitted.modulation === 'phase' ? Math.sin(fitted.scale * z) : 0;
  });
  const free = fitted.columns.length;
  if (fitted.modulation === 'amplitude' && free < fitted.modes) re[free] = 1;
}

/** Checks measurements a user gave. Throws `data/bad-input` naming the measurement. */
export function checkMeasurements(fitted: FittedColumns, values: Readonly<Record<string, number>>): void {
  if (!fitted.columns.some((column) => Number.isFinite(values[column.name]))) {
    throw dataFault(
      'bad-input',
      'None of the measurements this network uses was given.',
      `Give at least one of: ${fitted.columns.map((column) => column.name).join(', ')}.`,
    );
  }
  for (const column of fitted.columns) {
    const value = values[column.name];
    if (value === undefined || Number.isNaN(value)) continue;
    if (!Number.isFinite(value) || (column.logarithmic && value <= 0)) {
      throw dataFault(
        'bad-input',
        `${column.name} = ${value} is not possible.`,
        column.logarithmic ? 'Give a number above zero.' : 'Give a finite number.',
        column.name,
      );
    }
  }
}
