import { basename } from 'node:path';
import { readTable } from '../data/csv';
import type { FittedData } from '../data/network-data';
import { isNpy } from '../data/npy';
import type { RawInput } from '../engine/protocol';
import { readNpyTensor } from '../library/formats/npy-tensor';
import { parseJson, recordOf } from '../library/formats/safe-json';
import { headlessError } from './headless-fault';
import { readInputFile } from './read-input';

const FIX =
  'Give a CSV with one sample a row, an .npy array [sample][…], or JSON with a list of samples: measurements by name, or pixels from 0 to 255.';

/**
 * Samples from a file, in the shape that the experiment's data set has: measurements by the names of its columns, or
 * images as rows of pixels, 0 to 255, channels one after the other.
 * @throws PhotonicError `headless/bad-samples` and those of the readers
 */
export async function readSamples(path: string, fitted: FittedData): Promise<readonly RawInput[]> {
  const bytes = await readInputFile(path, FIX);
  const name = basename(path);
  const rows = isNpy(bytes) ? rowsOfNpy(bytes, name) : rowsOfText(new TextDecoder().decode(bytes), name);
  if (rows.length === 0) throw badSamples(name, 'it holds no sample');
  return rows.map((row, index) => inputOf(row, fitted, `${name}, sample ${index + 1}`));
}

/** Numbers in the order of the columns or pixels, or by name. */
type Row = readonly number[] | Readonly<Record<string, number>>;

function rowsOfNpy(bytes: Uint8Array, name: string): readonly Row[] {
  const { shape, values, imaginary } = readNpyTensor(bytes, name);
  const [count = 0, ...inner] = shape;
  if (imaginary !== undefined || inner.length === 0)
    throw badSamples(name, 'it is not a real array with one sample per entry of its first dimension');
  const width = inner.reduce((product, side) => product * side, 1);
  return Array.from({ length: count }, (_, row) => [...values.subarray(row * width, (row + 1) * width)]);
}

function rowsOfText(text: string, name: string): readonly Row[] {
  if (/^\s*[[{]/.test(text)) return rowsOfJson(parseJson(text, name), name);
  const first = text.split('\n', 1)[0] ?? '';
  if (!/[a-df-z_]/i.test(first))
    return text
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '')
      .map((line, at) => line.split(/[,;\t]/).map((field) => numberOf(field, `${name}, line ${at + 1}`)));
  const { columns, rows } = readTable(text, name);
  return rows.map((fields, row) =>
    Object.fromEntries(
      fields.flatMap((field, column) =>
        field.trim() === '' || Number.isNaN(Number(field))
          ? []
          : [[columns[column] ?? '', numberOf(field, `${name}, line ${row + 2}`)] as const],
      ),
    ),
  );
}

function rowsOfJson(value: unknown, name: string): readonly Row[] {
  const list = Array.isArray(value) ? (value as unknown[]) : recordOf(value)?.['inputs'];
  if (!Array.isArray(list)) throw badSamples(name, 'it is no list of samples');
  return (list as unknown[]).map((entry, index) => {
    const where = `${name}, sample ${index + 1}`;
    if (Array.isArray(entry)) return (entry.flat(3) as unknown[]).map((each) => numberOf(each, where));
    const record = recordOf(entry);
    if (record === undefined) throw badSamples(where, 'it is neither a list of numbers nor numbers by name');
    return Object.fromEntries(Object.entries(record).map(([key, each]) => [key, numberOf(each, where)]));
  });
}

function numberOf(value: unknown, where: string): number {
  const number = typeof value === 'number' ? value : typeof value === 'string' ? Number(value) : Number.NaN;
  if (!Number.isFinite(number) || value === '')
    throw badSamples(where, `“${String(value).slice(0, 24)}” is no number`);
  return number;
}

function inputOf(row: Row, fitted: FittedData, where: string): RawInput {
  if (fitted.kind === 'columns') {
    if (!Array.isArray(row)) return { kind: 'table', values: row as Readonly<Record<string, number>> };
    const names = fitted.columns.map((column) => column.name);
    if (row.length !== names.length)
      throw badSamples(
        where,
        `it has ${row.length} numbers where ${names.length} belong (${names.join(', ')})`,
      );
    return { kind: 'table', values: Object.fromEntries(names.map((each, k) => [each, row[k] as number])) };
  }
  const { width, height, channels } = fitted.image;
  const pixels = Array.isArray(row) ? (row as readonly number[]) : Object.values(row);
  if (pixels.length !== width * height * channels)
    throw badSamples(where, `it has ${pixels.length} pixels where ${width} × ${height} × ${channels} belong`);
  if (pixels.some((value) => value < 0 || value > 255))
    throw badSamples(where, 'its pixels are not from 0 to 255');
  return { kind: 'image', width, height, channels, pixels: Uint8Array.from(pixels, Math.round) };
}

function badSamples(where: string, what: string) {
  return headlessError('bad-samples', `${where} cannot be used: ${what}.`, FIX, { where });
}
