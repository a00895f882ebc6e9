import { dataFault } from './bytes';
import type { ReadMatrix } from './matrix-limits';
import { MAX_ENTRIES, tooLargeMatrix } from './matrix-limits';

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];
/** NumPy itself reads no longer header by default. */
const MAX_HEADER = 10_000;

/** Whether bytes begin like NumPy's `.npy` format. */
export function isNpy(bytes: Uint8Array): boolean {
  return MAGIC.every((byte, i) => bytes[i] === byte);
}

/**
 * Reads a NumPy array file (format versions 1 to 3: magic, version, header length, a Python dictionary with descr,
 * fortran_order and shape, then the numbers) of complex, real, integer or boolean numbers in either byte order. One
 * dimension becomes a column, none a single entry. Throws `data/bad-npy` or `data/too-large`.
 */
export function readNpy(bytes: Uint8Array, name: string): ReadMatrix {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { descr, isFortran, shape, dataAt } = readHeader(bytes, view, name);
  const [rows = 1, columns = 1] = shape;
  const count = rows * columns;
  if (count > MAX_ENTRIES) throw tooLargeMatrix(name, count, 'entries');
  if (rows < 1 || columns < 1) throw badNpy(name, 'the array is empty');
  const { parts, size, read } = numberFormat(descr, name);
  const expected = count * parts * size;
  if (bytes.length - dataAt !== expected) {
    throw badNpy(name, `it holds ${bytes.length - dataAt} bytes of numbers where ${expected} belong`);
  }
  const re = new Float64Array(count);
  const im = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const at = dataAt + i * parts * size;
    const to = isFortran ? (i % rows) * columns + Math.floor(i / rows) : i;
    re[to] = read(view, at);
    if (parts === 2) im[to] = read(view, at + size);
  }
  return { rows, columns, re, im };
}

interface Header {
  readonly descr: string;
  readonly isFortran: boolean;
  readonly shape: readonly number[];
  readonly dataAt: number;
}

function readHeader(bytes: Uint8Array, view: DataView, name: string): Header {
  if (!isNpy(bytes) || bytes.length < 12) throw badNpy(name, 'it does not begin like one');
  const version = bytes[6] ?? 0;
  if (version < 1 || version > 3) throw badNpy(name, `version ${version} of the format is not known`);
  const start = version === 1 ? 10 : 12;
  const length = version === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  if (length > MAX_HEADER || start + length > bytes.length) throw badNpy(name, 'its header is cut short');
  const header = new TextDecoder().decode(bytes.subarray(start, start + length));
  const descr = /'descr'\s*:\s*'([^']*)'/.exec(header)?.[1];
  const order = /'fortran_order'\s*:\s*(True|False)/.exec(header)?.[1];
  const shape = /'shape'\s*:\s*\(([\d,\s]*)\)/.exec(header)?.[1];
  if (descr === undefined || order === undefined || shape === undefined)
    throw badNpy(name, 'its header names no plain array of numbers');
  const sizes = shape
    .split(',')
    .map((size) => size.trim())
    .filter((size) => size !== '')
    .map(Number);
  if (sizes.length > 2) throw badNpy(name, `an array of ${sizes.length} dimensions is no matrix`);
  return { descr, isFortran: order === 'True' && sizes.length === 2, shape: sizes, dataAt: start + length };
}

interface NumberFormat {
  /** 2 for complex numbers. */
  readonly parts: 1 | 2;
  /** Bytes of one part. */
  readonly size: number;
  read(view: DataView, at: number): number;
}

/** NumPy's type strings: byte order, kind, bytes. */
function numberFormat(descr: string, name: string): NumberFormat {
  const little = !descr.startsWith('>');
  const readers: Readonly<Record<string, NumberFormat>> = {
    c8: { parts: 2, size: 4, read: (view, at) => view.getFloat32(at, little) },
    c16: { parts: 2, size: 8, read: (view, at) => view.getFloat64(at, little) },
    f4: { parts: 1, size: 4, read: (view, at) => view.getFloat32(at, little) },
    f8: { parts: 1, size: 8, read: (view, at) => view.getFloat64(at, little) },
    i1: { parts: 1, size: 1, read: (view, at) => view.getInt8(at) },
    i2: { parts: 1, size: 2, read: (view, at) => view.getInt16(at, little) },
    i4: { parts: 1, size: 4, read: (view, at) => view.getInt32(at, little) },
    i8: { parts: 1, size: 8, read: (view, at) => Number(view.getBigInt64(at, little)) },
    u1: { parts: 1, size: 1, read: (view, at) => view.getUint8(at) },
    u2: { parts: 1, size: 2, read: (view, at) => view.getUint16(at, little) },
    u4: { parts: 1, size: 4, read: (view, at) => view.getUint32(at, little) },
    u8: { parts: 1, size: 8, read: (view, at) => Number(view.getBigUint64(at, little)) },
    b1: { parts: 1, size: 1, read: (view, at) => view.getUint8(at) },
  };
  const format = /^[<>|=]?[a-z]\d+$/.test(descr) ? readers[descr.replace(/^[<>|=]/, '')] : undefined;
  if (!format) throw badNpy(name, `numbers of type "${descr.slice(0, 20)}" cannot be read`);
  return format;
}

function badNpy(name: string, what: string) {
  return dataFault(
    'bad-npy',
    `${name} is not a readable NumPy array: ${what}.`,
    'Save a matrix with numpy.save as complex128 or float64.',
    name,
  );
}
