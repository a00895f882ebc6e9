import { PhotonicError, toFault } from '../lib/fault';
import { dataFault, type Bytes } from './bytes';
import { CIFAR_PIXELS, CIFAR_RECORD, copyCifar, writeCifar } from './cifar';
import { download, hostOf } from './download';
import { readIdx, writeIdxImages, writeIdxLabels } from './idx';
import { countText, keep, loadFile, notAgreed, type LoadContext, type LoadedFile } from './load';
import { joinIdx } from './own-dataset';
import { readParquetImages } from './parquet-images';
import type { CifarSource, DataFile, IdxSource, ParquetImages } from './registry';
import type { ImageSplit, Loaded } from './samples';
import { verifyFile } from './verify';

export interface LoadedSplits {
  readonly train: ImageSplit;
  readonly test: ImageSplit;
  /** What was checked, for the provenance line. */
  readonly note: string;
}

export async function loadIdx(source: IdxSource, context: LoadContext): Promise<Loaded<LoadedSplits>> {
  const vias: string[] = [];
  const split = async (part: IdxSource['train']): Promise<ImageSplit> => {
    const files = [part.images, part.labels];
    const [images, labels] = await loadAll(
      files,
      part.parquet,
      context,
      vias,
      { width: 28, height: 28, channels: 1 },
      (read) => [writeIdxImages(read), writeIdxLabels(read.labels)],
    );
    if (images === undefined || labels === undefined) throw new Error('a split has images and labels');
    context.onProgress?.({ stage: 'decode', file: part.images.path });
    const pixels = readIdx(images.bytes, part.images.path);
    const classes = readIdx(labels.bytes, part.labels.path);
    if (pixels.kind !== 'images' || classes.kind !== 'labels')
      throw new Error('verified files are of their kind');
    return joinIdx(pixels, classes);
  };
  const train = await split(source.train);
  const test = await split(source.test);
  const note = `${countText(train.count, train.count)} training and ${countText(test.count, test.count)} test images, SHA-256 verified`;
  return { value: { train, test, note }, vias };
}

/** Published sizes of CIFAR-10's splits. */
const CIFAR_TRAIN = 50_000;
const CIFAR_TEST = 10_000;

export async function loadCifar(source: CifarSource, context: LoadContext): Promise<Loaded<LoadedSplits>> {
  const vias: string[] = [];
  let unhashed = 0;
  const split = async (part: CifarSource['train']): Promise<ImageSplit> => {
    const shape = { width: 32, height: 32, channels: 3 } as const;
    const files = await loadAll(part.batches, part.parquet, context, vias, shape, (read) =>
      cifarBatches(read),
    );
    files.forEach((file, index) => {
      if (file.verdict === 'completed') unhashed += part.batches[index]?.absent?.length ?? 0;
    });
    context.onProgress?.({ stage: 'decode', file: part.batches[0]?.path ?? 'cifar10' });
    const count = files.reduce((sum, file) => sum + file.bytes.length / CIFAR_RECORD, 0);
    const labels = new Uint8Array(count);
    const pixels = new Uint8Array(count * CIFAR_PIXELS);
    let at = 0;
    for (const file of files) at += copyCifar(file.bytes, labels, pixels, at);
    return { kind: 'image', count, width: 32, height: 32, channels: 3, pixels, labels };
  };
  const train = await split(source.train);
  const test = await split(source.test);
  const counts = `${countText(train.count, CIFAR_TRAIN)} training and ${countText(test.count, CIFAR_TEST)} test images`;
  const rest = unhashed > 0 ? ` but for ${unhashed} images that the reference copy lacks` : '';
  return { value: { train, test, note: `${counts}, SHA-256 verified${rest}` }, vias };
}

/** Parquet rows as batches of 10,000, in the order they come. */
function cifarBatches(read: ImageSplit): Bytes[] {
  const batches: Bytes[] = [];
  for (let from = 0; from < read.count; from += CIFAR_TEST) {
    batches.push(
      writeCifar(
        read.labels.subarray(from, from + CIFAR_TEST),
        read.pixels.subarray(from * CIFAR_PIXELS, (from + CIFAR_TEST) * CIFAR_PIXELS),
      ),
    );
  }
  return batches;
}

/**
 * All files of a split one by one, or, where they cannot be had, rebuilt from the split's Parquet copy
 * and held to the same hashes (in any order: the Parquet copy of CIFAR-10 orders its batches its own way).
 */
async function loadAll(
  files: readonly DataFile[],
  parquet: ParquetImages,
  context: LoadContext,
  vias: string[],
  shape: Pick<ImageSplit, 'width' | 'height' | 'channels'>,
  rebuild: (read: ImageSplit) => readonly Bytes[],
): Promise<LoadedFile[]> {
  try {
    const loaded: LoadedFile[] = [];
    for (const file of files) loaded.push(await loadFile(file, context));
    vias.push(...loaded.map((file) => file.via));
    return loaded;
  } catch (thrown) {
    const fault = toFault(thrown);
    if (fault.code !== 'data/unreachable') throw thrown;
    const attempts = [fault.cause ?? fault.message];
    if (!context.mirrors && parquet.urls.length > 0) throw notAgreed(fault.where ?? '', attempts);
    for (const url of parquet.urls) {
      const rebuilt = await fromParquet(url, files, parquet, context, shape, rebuild).catch(
        (failure: unknown) => {
          context.signal?.throwIfAborted();
          const reason = toFault(failure);
          attempts.push(`${hostOf(url)}: ${reason.message} ${reason.cause ?? ''}`.trim());
          return undefined;
        },
      );
      if (rebuilt === undefined) continue;
      vias.push(hostOf(url));
      return rebuilt;
    }
    throw dataFault('unreachable', fault.message, fault.fix, fault.where, attempts.join('; '));
  }
}

/** Far above the largest copy (CIFAR-10 training images, about 120 MB). */
const MAX_PARQUET_BYTES = 192 * 2 ** 20;

async function fromParquet(
  url: string,
  files: readonly DataFile[],
  parquet: ParquetImages,
  context: LoadContext,
  shape: Pick<ImageSplit, 'width' | 'height' | 'channels'>,
  rebuild: (read: ImageSplit) => readonly Bytes[],
): Promise<LoadedFile[]> {
  const { fetch, onProgress, signal } = context;
  const name = url.split('/').at(-1) ?? url;
  const bytes = await download(url, { fetch, onProgress, signal, name, maxBytes: MAX_PARQUET_BYTES });
  const size = shape.width * shape.height * shape.channels;
  const read = await readParquetImages(bytes, { ...parquet, ...shape }, name, (done) => {
    signal?.throwIfAborted();
    onProgress?.({ stage: 'decode', file: name, loadedBytes: done * size, totalBytes: parquet.rows * size });
  });
  onProgress?.({ stage: 'verify', file: name });
  const parts = [...rebuild(read)];
  const found: LoadedFile[] = [];
  for (const file of files) {
    const loaded = await takeMatching(file, parts, hostOf(url));
    await keep(file.path, loaded.bytes, context);
    found.push(loaded);
  }
  return found;
}

async function takeMatching(file: DataFile, parts: Bytes[], via: string): Promise<LoadedFile> {
  let last = dataFault(
    'wrong-file',
    `${via} lacks ${file.path}.`,
    'The studio tries its other sources.',
    file.path,
  );
  for (const [index, bytes] of parts.entries()) {
    try {
      const verdict = await verifyFile(file, bytes);
      parts.splice(index, 1);
      return { bytes, verdict, via };
    } catch (thrown) {
      if (!(thrown instanceof PhotonicError)) throw thrown;
      last = thrown;
    }
  }
  throw last;
}
