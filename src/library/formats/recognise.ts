import type { Bytes } from '../../data/bytes';
import { grouped, readStream } from '../../data/bytes';
import { readComplexText } from '../../data/complex-csv';
import { readTable } from '../../data/csv';
import { isCifar } from '../../data/cifar';
import { isVowelFile } from '../../data/hillenbrand';
import { isIdx } from '../../data/idx';
import { readMatrix } from '../../data/matrix';
import type { ReadMatrix } from '../../data/matrix-limits';
import { isNpy } from '../../data/npy';
import type { DroppedFile, OwnPart } from '../../data/own-files';
import { recogniseFile } from '../../data/own-files';
import { isTar } from '../../data/tar';
import type { Experiment } from '../../experiment/schema';
import { validateExperiment } from '../../experiment/validate';
import { PhotonicError } from '../../lib/fault';
import type { Archive } from './archive';
import { archiveOf, isArchive } from './archive';
import { formatFault } from './format-fault';
import { imageTypeOf } from './image-type';
import { isNpz, tensorsOfNpz } from './npz';
import { isPhaseTable, readPhaseTable } from './phase-table';
import { parseJson, recordOf } from './safe-json';
import { isSafetensors, readSafetensors } from './safetensors';
import type { Tensor } from './tensor';
import { isZip, readZip } from './zip';

/** What a file turned out to hold, whatever it is called. */
export type Recognised =
  | { readonly kind: 'experiment'; readonly experiment: Experiment }
  | { readonly kind: 'archive'; readonly archive: Archive }
  /** Named numbers of a network. */
  | { readonly kind: 'parameters'; readonly source: string; readonly tensors: readonly Tensor[] }
  | { readonly kind: 'matrix'; readonly matrix: ReadMatrix; readonly others: readonly string[] }
  | { readonly kind: 'data'; readonly parts: readonly OwnPart[] }
  | { readonly kind: 'image'; readonly type: string };

/** Compressed or not. */
const MAX_BYTES = 256 * 2 ** 20;
/** Of JSON; an experiment has about 2 kB. */
const MAX_JSON = 16 * 2 ** 20;
/** Bytes of text that are parsed as a table or a matrix. */
const MAX_TEXT = 32 * 2 ** 20;
const NAMED_PARAMETERS = /\.(theta|phi|gamma|alpha|tap|detuning|scale|shift|mean|variance|bias)$/;

/**
 * Looks at a file by its content: magic bytes first, structure then. Gzip is unpacked, within limits. Throws a fault that
 * names what was expected.
 */
export async function recognise(file: DroppedFile): Promise<Recognised> {
  if (file.size > MAX_BYTES) throw tooLarge(file.name, MAX_BYTES);
  const bytes = await readStream(file.stream(), file.name, MAX_BYTES);
  if (bytes.length === 0)
    throw formatFault(
      'empty-file',
      `${file.name} is empty.`,
      'Choose a file with something in it.',
      file.name,
    );
  const found = recogniseBytes(bytes, file.name);
  return found ?? { kind: 'data', parts: await recogniseFile(unpacked(file.name, bytes)) };
}

/** Everything but training data, which has a room of its own. */
export function recogniseBytes(bytes: Bytes, name: string): Recognised | undefined {
  const image = imageTypeOf(bytes);
  if (image !== undefined) return { kind: 'image', type: image };
  if (isZip(bytes)) return zipped(bytes, name);
  if (isNpy(bytes)) return { kind: 'matrix', matrix: readMatrix(bytes, name), others: [] };
  if (isIdx(bytes) || isTar(bytes) || isCifar(bytes)) return undefined;
  if (isSafetensors(bytes))
    return { kind: 'parameters', source: 'safetensors', tensors: readSafetensors(bytes, name).tensors };
  const text = textOf(bytes, name);
  return text === undefined ? undefined : recogniseText(text, name);
}

/** Text that was pasted or read; undefined for a table of training data. */
export function recogniseText(text: string, name: string): Recognised | undefined {
  const first = text.replace(/^\ufeff/, '').trimStart()[0];
  if (first === '{') return document(text, name);
  if (first !== '[' && !isVowelFile(text)) {
    const table = withoutRemarks(text);
    if (isPhaseTable({ columns: headerOf(table) }))
      return { kind: 'parameters', source: 'CSV', tensors: readPhaseTable(readTable(table, name), name) };
  }
  if (first !== '[' && !looksNumeric(text)) return undefined;
  return { kind: 'matrix', matrix: readComplexText(text, name), others: [] };
}

function zipped(bytes: Bytes, name: string): Recognised {
  const entries = readZip(bytes, name);
  if (isArchive(entries)) return { kind: 'archive', archive: archiveOf(entries, name) };
  if (!isNpz(entries)) {
    const inside = [...entries.keys()].slice(0, 3).join(', ').slice(0, 120);
    throw formatFault(
      'unknown-zip',
      `${name} is a zip of something else: it holds ${inside}.`,
      'Use a studio archive (.photonic.zip) or NumPy’s .npz; unpack other zips first.',
      name,
    );
  }
  const tensors = tensorsOfNpz(entries, name);
  if (tensors.some((tensor) => NAMED_PARAMETERS.test(tensor.name)))
    return { kind: 'parameters', source: 'npz', tensors };
  const matrices = tensors.filter(({ shape }) => shape.length <= 2);
  const [first, ...others] = matrices;
  if (first === undefined)
    throw formatFault(
      'no-matrix',
      `${name} holds neither a network’s phases nor a matrix.`,
      'Save phases under the names of the studio’s export, or one matrix of two dimensions.',
      name,
    );
  const entry = entries.get(`${first.name}.npy`) ?? new Uint8Array();
  return {
    kind: 'matrix',
    matrix: readMatrix(entry, `${name}: ${first.name}`),
    others: others.map((tensor) => tensor.name),
  };
}

function document(text: string, name: string): Recognised {
  if (text.length > MAX_JSON) throw tooLarge(name, MAX_JSON);
  const record = recordOf(parseJson(text, name));
  if (record?.['format'] !== 'photonic-experiment')
    throw formatFault(
      'unknown-json',
      `${name} is JSON of something else${described(record)}.`,
      'Open an experiment that the studio exported: its format is "photonic-experiment".',
      name,
    );
  const experiment = validateExperiment(record);
  if (!experiment.ok) throw new PhotonicError({ ...experiment.fault, where: name });
  return { kind: 'experiment', experiment: experiment.value };
}

function described(record: Readonly<Record<string, unknown>> | undefined): string {
  const format = record?.['format'];
  if (typeof format === 'string') return `: its format is “${format.slice(0, 40)}”`;
  const keys = Object.keys(record ?? {}).slice(0, 3);
  return keys.length === 0 ? '' : `: it has ${keys.map((key) => `“${key.slice(0, 30)}”`).join(', ')}`;
}

/** UTF-8 text, or undefined for binary. */
function textOf(bytes: Bytes, name: string): string | undefined {
  if (bytes.subarray(0, 4096).includes(0)) return undefined;
  if (bytes.length > MAX_TEXT) throw tooLarge(name, MAX_TEXT);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Without the lines that begin with # before the header. */
function withoutRemarks(text: string): string {
  return text.replace(/^\ufeff/, '').replace(/^(?:#[^\n]*\n)+/, '');
}

function headerOf(text: string): readonly string[] {
  const line =
    text
      .replace(/^\ufeff/, '')
      .slice(0, 4096)
      .split(/[\r\n]/, 1)[0] ?? '';
  return line.split(',').map((field) => field.trim());
}

/** Whether the first line with anything on it has numbers only: a table of data begins with names. */
function looksNumeric(text: string): boolean {
  const line = text
    .slice(0, 65_536)
    .split(/[\r\n]+/)
    .find((each) => each.trim() !== '' && !/^\s*[#%]/.test(each));
  return (
    line !== undefined && /\d|^[\sij+,;-]+$/i.test(line) && !/[a-df-hk-z_]/i.test(line.replace(/nan/gi, ''))
  );
}

/** The bytes as a file again, for the readers of training data. */
function unpacked(name: string, bytes: Bytes): DroppedFile {
  return {
    name,
    size: bytes.length,
    stream: () =>
      new ReadableStream<Bytes>({
        start(controller) {
          controller.enqueue(bytes);
          controller.close();
        },
      }),
  };
}

function tooLarge(name: string, limit: number) {
  return formatFault(
    'too-large',
    `${name} is larger than ${grouped(limit / 2 ** 20)} MB.`,
    'Use a smaller file.',
    name,
  );
}
