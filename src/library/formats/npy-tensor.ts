import type { Bytes } from '../../data/bytes';
import { isNpy } from '../../data/npy';
import { formatFault } from './format-fault';
import type { Tensor } from './tensor';
import { entriesOf } from './tensor';

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0];
/** Numbers begin at a multiple of it. */
const ALIGNMENT = 64;
/** NumPy itself reads no longer header by default. */
const MAX_HEADER = 10_000;
/** Numbers of one array; a network has at most 2²⁴ parameters. */
export const MAX_TENSOR_ENTRIES = 2 ** 25;

/** An `.npy` array, version 1: little-endian f64 or c128, C order. */
export function writeNpy({ shape, values, imaginary }: Omit<Tensor, 'name'>): Bytes {
  const sides = shape.length === 1 ? `${shape[0] ?? 0},` : shape.join(', ');
  const descr = imaginary === undefined ? '<f8' : '<c16';
  const plain = `{'descr': '${descr}', 'fortran_order': False, 'shape': (${sides}), }`;
  const start = Math.ceil((MAGIC.length + 2 + plain.length + 1) / ALIGNMENT) * ALIGNMENT;
  const header = `${plain.padEnd(start - MAGIC.length - 3)}\n`;
  const parts = imaginary === undefined ? 1 : 2;
  const bytes = new Uint8Array(start + 8 * parts * values.length);
  const view = new DataView(bytes.buffer);
  bytes.set(MAGIC);
  view.setUint16(MAGIC.length, header.length, true);
  bytes.set(new TextEncoder().encode(header), MAGIC.length + 2);
  for (let i = 0; i < values.length; i++) {
    view.setFloat64(start + 8 * parts * i, values[i] ?? 0, true);
    if (imaginary) view.setFloat64(start + 16 * i + 8, imaginary[i] ?? 0, true);
  }
  return bytes;
}

/**
 * Reads an `.npy` array of any number of dimensions: real, complex, integer or boolean, either byte order, C order
 * (Fortran order up to two dimensions). Throws `format/bad-npy` or `format/too-large`.
 */
export function readNpyTensor(bytes: Uint8Array, name: string): Tensor {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!isNpy(bytes) || bytes.length < 12) throw badNpy(name, 'it does not begin like one');
  const version = bytes[6] ?? 0;
  if (version < 1 || version > 3) throw badNpy(name, `version ${version} of the format is not known`);
  const at = version === 1 ? 10 : 12;
  const length = version === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  if (length > MAX_HEADER || at + length > bytes.length) throw badNpy(name, 'its header is cut short');
  const header = new TextDecoder().decode(bytes.subarray(at, at + length));
  const descr = /'descr'\s*:\s*'([^']*)'/.exec(header)?.[1];
  const order = /'fortran_order'\s*:\s*(True|False)/.exec(header)?.[1];
  const sides = /'shape'\s*:\s*\(([\d,\s]*)\)/.exec(header)?.[1];
  if (descr === undefined || order === undefined || sides === undefined)
    throw badNpy(name, 'its header names no plain array of numbers');
  const shape = sides
    .split(',')
    .map((side) => side.trim())
    .filter((side) => side !== '')
    .map(Number);
  const count = entriesOf(shape);
  if (!(count <= MAX_TENSOR_ENTRIES)) throw badNpy(name, `it announces ${count} numbers`);
  const format = FORMATS[descr.replace(/^[<>|=]/, '')];
  if (!format || !/^[<>|=]?[a-z]\d+$/.test(descr))
    throw badNpy(name, `numbers of type “${descr.slice(0, 20)}” cannot be read`);
  const { size, parts, read } = format;
  if (bytes.length - at - length !== count * size * parts)
    throw badNpy(
      name,
      `it holds ${bytes.length - at - length} bytes of numbers where ${count * size * parts} belong`,
    );
  const isFortran = order === 'True' && shape.length > 1;
  if (isFortran && shape.length > 2)
    throw badNpy(name, 'it is in Fortran order with more than two dimensions');
  const [rows = 1, columns = 1] = shape;
  const values = new Float64Array(count);
  const imaginary = parts === 2 ? new Float64Array(count) : undefined;
  const little = !descr.startsWith('>');
  for (let i = 0; i < count; i++) {
    const to = isFortran ? (i % rows) * columns + Math.floor(i / rows) : i;
    const from = at + length + i * size * parts;
    values[to] = read(view, from, little);
    if (imaginary) imaginary[to] = read(view, from + size, little);
  }
  return { name, shape, values, imaginary };
}

interface NumberFormat {
  readonly size: number;
  readonly parts: 1 | 2;
  read(view: DataView, at: number, little: boolean): number;
}

const real = (size: number, read: NumberFormat['read']): NumberFormat => ({ size, parts: 1, read });
const FORMATS: Readonly<Partial<Record<string, NumberFormat>>> = {
  f8: real(8, (view, at, little) => view.getFloat64(at, little)),
  f4: real(4, (view, at, little) => view.getFloat32(at, little)),
  i1: real(1, (view, at) => view.getInt8(at)),
  i2: real(2, (view, at, little) => view.getInt16(at, little)),
  i4: real(4, (view, at, little) => view.getInt32(at, little)),
  i8: real(8, (view, at, little) => Number(view.getBigInt64(at, little))),
  u1: real(1, (view, at) => view.getUint8(at)),
  u2: real(2, (view, at, little) => view.getUint16(at, little)),
  u4: real(4, (view, at, little) => view.getUint32(at, little)),
  u8: real(8, (view, at, little) => Number(view.getBigUint64(at, little))),
  b1: real(1, (view, at) => view.getUint8(at)),
  c8: { size: 4, parts: 2, read: (view, at, little) => view.getFloat32(at, little) },
  c16: { size: 8, parts: 2, read: (view, at, little) => view.getFloat64(at, little) },
};

function badNpy(name: string, what: string) {
  return formatFault(
    'bad-npy',
    `${name} is not a readable NumPy array: ${what}.`,
    'Save it with numpy.save or numpy.savez as float64 or complex128.',
    name,
  );
}
