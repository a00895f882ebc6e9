import type { Encoder } from '../experiment/schema';
import { dataFault } from './bytes';
import { encodeColumns, fitColumns, type FittedColumns } from './encoders/columns';
import { fitFourier, fourierWriter, type FittedFourier } from './encoders/fourier';
import { fitPixels, pixelsWriter, type FittedPixels } from './encoders/pixels';
import type { EncodedData, EncodedSplit } from './fields';
import type { Dataset, LoadProgress, RawSplit } from './samples';

/** An encoder with the training split's statistics: plain data, enough to encode any later sample alike. */
export type FittedEncoder = FittedColumns | FittedFourier | FittedPixels;

/**
 * Fits an encoder on the training split alone.
 * Throws `data/wrong-encoder`, `data/bad-columns` or `data/too-many-modes`, each naming its field.
 */
export function fitEncoder(train: RawSplit, encoder: Encoder, modes: number): FittedEncoder {
  if (train.count === 0) {
    throw dataFault(
      'no-samples',
      'There are no training samples to fit the encoder on.',
      'Choose other classes or data.',
      'task',
    );
  }
  if (encoder.kind === 'columns') {
    if (train.kind !== 'table') {
      throw wrongEncoder(
        'This data set holds images, which have no columns to encode.',
        'Choose the Fourier or pixel encoder.',
      );
    }
    return fitColumns(train, encoder, modes);
  }
  if (encoder.kind === 'image') {
    throw wrongEncoder(
      'The image encoder feeds convolutional networks only.',
      'Choose the Fourier or pixel encoder.',
    );
  }
  if (train.kind !== 'image') {
    throw wrongEncoder('This data set is a table of measurements, not images.', 'Choose the column encoder.');
  }
  const image = { width: train.width, height: train.height, channels: train.channels };
  return encoder.kind === 'fourier' ? fitFourier(image, encoder, modes) : fitPixels(image, encoder, modes);
}

function wrongEncoder(message: string, fix: string) {
  return dataFault('wrong-encoder', message, fix, 'encoder.kind');
}

/** Writes sample `index` of a split into `re`, `im` (length modes, initially dark). */
export type SampleWriter = (index: number, re: Float32Array, im: Float32Array) => void;

/** How a fitted encoder reads a split shaped like the one it was fitted on. Throws `data/wrong-encoder`. */
export function sampleWriter(fitted: FittedEncoder, split: RawSplit): SampleWriter {
  if (fitted.kind === 'columns') {
    if (split.kind !== 'table') throw wrongEncoder('A table was expected, not images.', 'Reset the run.');
    const at = fitted.columns.map((column) => split.columns.indexOf(column.name));
    const width = split.columns.length;
    return (index, re, im) => {
      const valueOf = (_: unknown, column: number) =>
        split.values[index * width + (at[column] ?? 0)] ?? Number.NaN;
      encodeColumns(fitted, valueOf, split.groups[index] ?? '', re, im);
    };
  }
  const { width, height, channels } = fitted.image;
  if (
    split.kind !== 'image' ||
    split.width !== width ||
    split.height !== height ||
    split.channels !== channels
  ) {
    throw wrongEncoder(
      `Images of ${width} × ${height} pixels were expected.`,
      'Use training and test images of the same size.',
    );
  }
  const write = fitted.kind === 'fourier' ? fourierWriter(fitted) : pixelsWriter(fitted);
  return (index, re, im) => {
    write(split.pixels, index, re, im);
  };
}

/** Encodes samples `from` … `to`−1 of a split into its planes. */
function encodeRange(write: SampleWriter, into: EncodedSplit, from: number, to: number): void {
  const { modes, re, im } = into;
  for (let index = from; index < to; index++) {
    write(
      index,
      re.subarray(index * modes, (index + 1) * modes),
      im.subarray(index * modes, (index + 1) * modes),
    );
  }
}

function emptySplit(split: RawSplit, modes: number): EncodedSplit {
  const length = split.count * modes;
  return {
    count: split.count,
    modes,
    re: new Float32Array(length),
    im: new Float32Array(length),
    labels: split.labels,
  };
}

/** A whole split at once. */
export function encodeSplit(fitted: FittedEncoder, split: RawSplit): EncodedSplit {
  const encoded = emptySplit(split, fitted.modes);
  encodeRange(sampleWriter(fitted, split), encoded, 0, split.count);
  return encoded;
}

export interface EncodeOptions {
  readonly onProgress?: ((progress: LoadProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Samples between two looks at the signal: a few milliseconds of the slowest encoder. */
const SLICE = 1000;

/**
 * Fits on the training split and encodes both, in slices so that progress shows and an abort is heard
 * within milliseconds. `loadedBytes` counts bytes of field data. Rejects with the signal's reason.
 */
export async function encodeDataset(
  dataset: Dataset,
  encoder: Encoder,
  modes: number,
  options: EncodeOptions = {},
): Promise<{ readonly data: EncodedData; readonly fitted: FittedEncoder }> {
  const fitted = fitEncoder(dataset.train, encoder, modes);
  const train = emptySplit(dataset.train, modes);
  const test = emptySplit(dataset.test, modes);
  const bytesPerSample = modes * 8;
  const totalBytes = (train.count + test.count) * bytesPerSample;
  let done = 0;
  for (const [raw, into] of [
    [dataset.train, train],
    [dataset.test, test],
  ] as const) {
    const write = sampleWriter(fitted, raw);
    for (let from = 0; from < raw.count; from += SLICE) {
      const to = Math.min(raw.count, from + SLICE);
      encodeRange(write, into, from, to);
      done += to - from;
      options.onProgress?.({ stage: 'encode', loadedBytes: done * bytesPerSample, totalBytes });
      await nextTask();
      options.signal?.throwIfAborted();
    }
  }
  return { data: { kind: 'fields', modes, classNames: dataset.classNames, train, test }, fitted };
}

/** Lets waiting messages (an abort) be handled; unlike timers, message channels are not clamped to 4 ms. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
