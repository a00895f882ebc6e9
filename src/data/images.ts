import { dataFault } from './bytes';
import { boxResize, boxWeights, luminance, type ImageShape } from './encoders/luminance';
import type { ImageBytes, ImageData } from './fields';
import type { Dataset, ImageSplit, RawSplit } from './samples';

/** Standardisation with the training split's statistics: plain data, enough to treat any later image alike. */
export interface FittedImages {
  readonly kind: 'image';
  readonly image: ImageShape;
  /** Of brightness 0…1, per channel. */
  readonly mean: readonly number[];
  readonly deviation: readonly number[];
}

/** Throws `data/wrong-encoder` for tables and `data/no-samples` for an empty split. */
export function fitImages(train: RawSplit): FittedImages {
  if (train.kind !== 'image') throw wrongKind();
  if (train.count === 0) {
    throw dataFault(
      'no-samples',
      'There are no training images to take the mean of.',
      'Choose other classes or data.',
      'task',
    );
  }
  const { width, height, channels } = train;
  const moments = Array.from({ length: channels }, (_, channel) => channelMoments(train, channel));
  return {
    kind: 'image',
    image: { width, height, channels },
    mean: moments.map(({ mean }) => mean),
    deviation: moments.map(({ deviation }) => deviation),
  };
}

/** A data set for convolutional networks: its bytes as they are. Throws `data/wrong-encoder`. */
export function imageData(dataset: Dataset, { image, mean, deviation }: FittedImages): ImageData {
  const bytes = (split: RawSplit): ImageBytes => {
    if (split.kind !== 'image') throw wrongKind();
    const isSame =
      split.width === image.width && split.height === image.height && split.channels === image.channels;
    if (isSame || split.count === 0)
      return { count: split.count, pixels: split.pixels, labels: split.labels };
    throw dataFault(
      'wrong-encoder',
      `Images of ${image.width} × ${image.height} pixels were expected.`,
      'Use training and test images of the same size.',
      'encoder.kind',
    );
  };
  const [train, test] = [bytes(dataset.train), bytes(dataset.test)];
  return { kind: 'images', classNames: dataset.classNames, ...image, mean, deviation, train, test };
}

/** One image of a split of this shape, standardised: channels × height × width. */
export function standardise(
  { image, mean, deviation }: Pick<FittedImages, 'mean' | 'deviation'> & { readonly image: ImageShape },
  pixels: Uint8Array,
  index: number,
): Float32Array {
  const plane = image.width * image.height;
  const size = plane * image.channels;
  const out = new Float32Array(size);
  for (let at = 0; at < size; at++) {
    const channel = Math.floor(at / plane);
    out[at] = ((pixels[index * size + at] ?? 0) / 255 - (mean[channel] ?? 0)) / (deviation[channel] ?? 1);
  }
  return out;
}

/**
 * The user's image in the training set's shape: averaged by area to its size; grey for every colour, or colours as
 * their luminance.
 */
export function imageInput(
  fitted: FittedImages,
  input: ImageShape & { readonly pixels: Uint8Array },
): Float32Array {
  const { image } = fitted;
  const columns = boxWeights(input.width, image.width);
  const rows = boxWeights(input.height, image.height);
  const plane = image.width * image.height;
  const pixels = new Uint8Array(plane * image.channels);
  const small = new Float64Array(plane);
  for (let channel = 0; channel < image.channels; channel++) {
    boxResize(brightness(input, image.channels, channel), input.width, columns, rows, small);
    small.forEach((value, at) => (pixels[channel * plane + at] = Math.round(255 * value)));
  }
  return standardise(fitted, pixels, 0);
}

/** What one channel of the fitted images sees of the input, 0…1. */
function brightness(
  input: ImageShape & { readonly pixels: Uint8Array },
  channels: 1 | 3,
  channel: number,
): Float64Array {
  const plane = input.width * input.height;
  const out = new Float64Array(plane);
  if (channels === 1) {
    luminance(input, input.pixels, 0, out);
    return out;
  }
  const first = input.channels === 3 ? channel * plane : 0;
  return out.map((_, at) => (input.pixels[first + at] ?? 0) / 255);
}

/** Sums of bytes and of their squares are exact; a channel that never varies keeps its scale. */
function channelMoments(
  { count, width, height, channels, pixels }: ImageSplit,
  channel: number,
): { readonly mean: number; readonly deviation: number } {
  const plane = width * height;
  let sum = 0;
  let squares = 0;
  for (let sample = 0; sample < count; sample++) {
    const first = (sample * channels + channel) * plane;
    for (let at = first; at < first + plane; at++) {
      const byte = pixels[at] ?? 0;
      sum += byte;
      squares += byte * byte;
    }
  }
  const total = count * plane;
  const mean = sum / total;
  const variance = Math.max(0, squares / total - mean * mean);
  return { mean: mean / 255, deviation: variance === 0 ? 1 : Math.sqrt(variance) / 255 };
}

function wrongKind() {
  return dataFault(
    'wrong-encoder',
    'This data set is a table of measurements, not images.',
    'Choose a data set of images, or coherent layers with the column encoder.',
    'task.dataset',
  );
}
