import type { Bytes } from '../../data/bytes';
import { formatFault } from './format-fault';
import { MAX_TENSOR_ENTRIES } from './npy-tensor';
import { parseJson, recordOf } from './safe-json';
import type { Tensor } from './tensor';
import { entriesOf, shapeText } from './tensor';

/**
 * The safetensors format: u64 little-endian length of a JSON header, the header (per name dtype, shape and a range of bytes;
 * `__metadata__` holds texts), then the numbers. Complex tensors are two real ones, `name.re` and `name.im`.
 */
const METADATA = '__metadata__';
/** Of the header, bytes. */
const MAX_HEADER = 8 * 2 ** 20;

export interface SafeTensors {
  readonly tensors: readonly Tensor[];
  readonly metadata: ReadonlyMap<string, string>;
}

export function writeSafetensors(tensors: readonly Tensor[], metadata: ReadonlyMap<string, string>): Bytes {
  const planes = tensors.flatMap(({ name, shape, values, imaginary }) =>
    imaginary === undefined
      ? [{ name, shape, values }]
      : [
          { name: `${name}.re`, shape, values },
          { name: `${name}.im`, shape, values: imaginary },
        ],
  );
  let end = 0;
  const header: [string, unknown][] = metadata.size > 0 ? [[METADATA, Object.fromEntries(metadata)]] : [];
  for (const { name, shape, values } of planes) {
    const start = end;
    end += 8 * values.length;
    header.push([name, { dtype: 'F64', shape, data_offsets: [start, end] }]);
  }
  const text = new TextEncoder().encode(JSON.stringify(Object.fromEntries(header)));
  // Numbers begin at a multiple of eight bytes; blanks may end the header.
  const length = Math.ceil(text.length / 8) * 8;
  const bytes = new Uint8Array(8 + length + end);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(length), true);
  bytes.fill(BLANK, 8, 8 + length);
  bytes.set(text, 8);
  let at = 8 + length;
  for (const { values } of planes) {
    for (const value of values) {
      view.setFloat64(at, value, true);
      at += 8;
    }
  }
  return bytes;
}

/** Whether bytes begin like safetensors: a plausible length and a JSON object. */
export function isSafetensors(bytes: Uint8Array): boolean {
  if (bytes.length < 10 || bytes[8] !== BRACE) return false;
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getBigUint64(0, true);
  return length >= 2n && length <= BigInt(Math.min(MAX_HEADER, bytes.length - 8));
}

/** Reads F64 and F32 tensors; `name.re` and `name.im` become one complex tensor. Throws `format/bad-safetensors`. */
export function readSafetensors(bytes: Uint8Array, file: string): SafeTensors {
  if (!isSafetensors(bytes)) throw bad(file, 'it does not begin like one');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = Number(view.getBigUint64(0, true));
  const header = recordOf(parseJson(new TextDecoder().decode(bytes.subarray(8, 8 + length)), file));
  if (header === undefined) throw bad(file, 'its header is no object');
  const planes = new Map<string, Tensor>();
  const metadata = new Map<string, string>();
  for (const [name, entry] of Object.entries(header)) {
    if (name === METADATA) {
      for (const [key, text] of Object.entries(recordOf(entry) ?? {}))
        if (typeof text === 'string') metadata.set(key, text);
      continue;
    }
    planes.set(name, readTensor(view, 8 + length, name, recordOf(entry), file));
  }
  if (planes.size === 0) throw bad(file, 'there are no tensors in it');
  return { tensors: joinPlanes(planes), metadata };
}

function readTensor(
  view: DataView,
  dataAt: number,
  name: string,
  entry: Readonly<Record<string, unknown>> | undefined,
  file: string,
): Tensor {
  const shown = name.slice(0, 80);
  const dtype = entry?.['dtype'];
  const shape = wholeNumbers(entry?.['shape']);
  const [start, end] = wholeNumbers(entry?.['data_offsets']) ?? [];
  if (shape === undefined || start === undefined || end === undefined)
    throw bad(file, `the tensor “${shown}” has no shape or no place`);
  const size = dtype === 'F64' ? 8 : dtype === 'F32' ? 4 : undefined;
  if (size === undefined)
    throw bad(file, `the tensor “${shown}” is of type ${String(dtype).slice(0, 20)}; F64 and F32 are read`);
  const count = entriesOf(shape);
  if (!(count <= MAX_TENSOR_ENTRIES) || end - start !== count * size || dataAt + end > view.byteLength)
    throw bad(file, `the tensor “${shown}” of ${shapeText(shape)} does not fit its ${end - start} bytes`);
  const values = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const at = dataAt + start + i * size;
    values[i] = size === 8 ? view.getFloat64(at, true) : view.getFloat32(at, true);
  }
  return { name, shape, values, imaginary: undefined };
}

function joinPlanes(planes: ReadonlyMap<string, Tensor>): readonly Tensor[] {
  const tensors: Tensor[] = [];
  for (const [name, tensor] of planes) {
    const stem = name.slice(0, -3);
    if (name.endsWith('.im') && planes.has(`${stem}.re`)) continue;
    const imaginary = name.endsWith('.re') ? planes.get(`${stem}.im`) : undefined;
    const isComplex = imaginary?.values.length === tensor.values.length;
    tensors.push(isComplex ? { ...tensor, name: stem, imaginary: imaginary.values } : tensor);
  }
  return tensors;
}

function wholeNumbers(value: unknown): readonly number[] | undefined {
  if (!Array.isArray(value) || value.length > 16) return undefined;
  const list: readonly unknown[] = value;
  const numbers = list.flatMap((each) =>
    typeof each === 'number' && Number.isSafeInteger(each) && each >= 0 ? [each] : [],
  );
  return numbers.length === list.length ? numbers : undefined;
}

const [BLANK, BRACE] = [0x20, 0x7b];

function bad(file: string, what: string) {
  return formatFault(
    'bad-safetensors',
    `${file} is not a readable safetensors file: ${what}.`,
    'Export it again, whole and unchanged, with tensors of type F64 or F32.',
    file,
  );
}
