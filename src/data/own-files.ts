import { toFault, type Fault } from '../lib/fault';
import { dataFault, grouped, readStream, type Bytes } from './bytes';
import { isCifar, readCifar } from './cifar';
import { isVowelFile, readVowels } from './hillenbrand';
import { isIdx, readIdx, type IdxImages, type IdxLabels } from './idx';
import { readLabelledTable, type LabelledTable } from './own-table';
import { REGISTRY } from './registry';
import type { ImageSplit } from './samples';
import { isTar, readTar } from './tar';

/** A recognised part of what the user dropped: decoded bytes (for hash checks) and what they mean. */
export type OwnPart = { readonly name: string; readonly bytes: Bytes } & (
  | { readonly kind: 'images'; readonly images: IdxImages }
  | { readonly kind: 'labels'; readonly labels: IdxLabels }
  | { readonly kind: 'cifar'; readonly split: ImageSplit }
  | { readonly kind: 'table'; readonly table: LabelledTable }
);

/** The part of `File` that is read; tests and other sources need no real one. */
export interface DroppedFile {
  readonly name: string;
  readonly size: number;
  stream(): ReadableStream<Bytes>;
}

/** Compressed or not: the largest public file here, CIFAR-10's tar, has 162 and decodes to 184 million bytes. */
const MAX_BYTES = 256 * 2 ** 20;
/** Text is parsed as a whole, at several times its size in memory. */
const MAX_TEXT_BYTES = 32 * 2 ** 20;

/** Looks at every file by its content, whatever it is called. A fault concerns one file; the others stay. */
export async function recogniseFiles(files: readonly DroppedFile[]): Promise<{
  readonly parts: readonly OwnPart[];
  readonly accepted: readonly string[];
  readonly faults: readonly Fault[];
}> {
  const parts: OwnPart[] = [];
  const accepted: string[] = [];
  const faults: Fault[] = [];
  for (const file of files) {
    try {
      parts.push(...(await recogniseFile(file)));
      accepted.push(file.name);
    } catch (thrown) {
      faults.push(toFault(thrown, 'data/unreadable-file', file.name));
    }
  }
  return { parts, accepted, faults };
}

/** Throws `data/too-large`, `data/empty-file`, `data/unknown-format`, or the fault of the format it looks like. */
export async function recogniseFile(file: DroppedFile): Promise<OwnPart[]> {
  if (file.size > MAX_BYTES) throw tooLarge(file.name, MAX_BYTES);
  const bytes = await readStream(file.stream(), file.name, MAX_BYTES);
  if (bytes.length === 0) {
    throw dataFault('empty-file', `${file.name} is empty.`, 'Choose a file with data in it.', file.name);
  }
  if (!isTar(bytes)) return [recogniseBytes(file.name, bytes)];
  const batches = readTar(bytes, file.name).filter((entry) => entry.name.endsWith('.bin'));
  if (batches.length === 0) {
    throw dataFault(
      'unknown-format',
      `${file.name} holds no CIFAR-10 batches.`,
      'Use cifar-10-binary.tar.gz, the binary version; the Python and Matlab versions are not read.',
      file.name,
    );
  }
  return batches.map((entry) =>
    recogniseBytes(entry.name.split('/').at(-1) ?? entry.name, entry.bytes.slice()),
  );
}

function recogniseBytes(name: string, bytes: Bytes): OwnPart {
  if (isIdx(bytes)) {
    const read = readIdx(bytes, name);
    return read.kind === 'images'
      ? { kind: 'images', name, bytes, images: read }
      : { kind: 'labels', name, bytes, labels: read };
  }
  if (isCifar(bytes)) return { kind: 'cifar', name, bytes, split: readCifar(bytes, name) };
  const text = decodeText(name, bytes);
  if (text === undefined) {
    // A name that promises a batch earns the fault that explains what is wrong with it.
    if (/\.bin$/i.test(name)) return { kind: 'cifar', name, bytes, split: readCifar(bytes, name) };
    throw dataFault(
      'unknown-format',
      `${name} is in no format the studio reads.`,
      'Use IDX files (.gz or not), CIFAR-10 binary batches or their .tar.gz, vowdata.dat, or a CSV table with a class column.',
      name,
    );
  }
  if (isVowelFile(text)) {
    return {
      kind: 'table',
      name,
      bytes,
      table: { classNames: REGISTRY.hillenbrand.classNames, rows: readVowels(text, name) },
    };
  }
  return { kind: 'table', name, bytes, table: readLabelledTable(text, name) };
}

function tooLarge(name: string, limit: number) {
  return dataFault(
    'too-large',
    `${name} is larger than ${grouped(limit / 2 ** 20)} MB.`,
    'Use a smaller excerpt.',
    name,
  );
}

/** UTF-8 text, or undefined for binary. */
function decodeText(name: string, bytes: Bytes): string | undefined {
  if (bytes.subarray(0, 4096).includes(0)) return undefined;
  if (bytes.length > MAX_TEXT_BYTES) throw tooLarge(name, MAX_TEXT_BYTES);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
