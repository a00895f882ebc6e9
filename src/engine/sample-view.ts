import type { EncodedSplit } from '../data/fields';
import type { RawSplit } from '../data/samples';
import { engineError } from './engine-fault';
import type { SampleView } from './protocol';

/**
 * Samples as the page shows them: their encoded fields, and the image or measurements they come from.
 * @throws PhotonicError `engine/no-such-sample`
 */
export function viewSamples(
  raw: RawSplit,
  encoded: EncodedSplit,
  indices: readonly number[],
): Promise<readonly SampleView[]> {
  return Promise.all(indices.map((index) => viewSample(raw, encoded, index)));
}

async function viewSample(raw: RawSplit, encoded: EncodedSplit, index: number): Promise<SampleView> {
  if (!Number.isInteger(index) || index < 0 || index >= raw.count) {
    throw engineError(
      'no-such-sample',
      `There is no sample ${index}; the last one is ${raw.count - 1}.`,
      'Choose another sample.',
    );
  }
  const fields = {
    index,
    label: encoded.labels[index] ?? 0,
    re: row(encoded.re, index, encoded.modes),
    im: row(encoded.im, index, encoded.modes),
  };
  if (raw.kind === 'image') {
    const { width, height, channels } = raw;
    const size = width * height * channels;
    return {
      ...fields,
      image: { width, height, channels, pixels: raw.pixels.slice(index * size, (index + 1) * size) },
    };
  }
  const values = raw.values.subarray(index * raw.columns.length);
  const measured = raw.columns.flatMap((name, column): [string, number][] => {
    const value = values[column] ?? NaN;
    // What the source did not measure is left out.
    return Number.isNaN(value) ? [] : [[name, value]];
  });
  return { ...fields, values: Object.fromEntries(measured) };
}

function row(values: Float32Array, index: number, width: number): Float32Array {
  return values.slice(index * width, (index + 1) * width);
}
