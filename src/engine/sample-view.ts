import type { NetworkData } from '../data/fields';
import { standardise } from '../data/images';
import type { RawSplit } from '../data/samples';
import { engineError } from './engine-fault';
import type { SampleView } from './protocol';

/**
 * Samples as the page shows them: what the network takes of them, and the image or measurements they come from.
 * @throws PhotonicError `engine/no-such-sample`
 */
export function viewSamples(
  raw: RawSplit,
  data: NetworkData,
  split: 'train' | 'test',
  indices: readonly number[],
): Promise<readonly SampleView[]> {
  return Promise.all(indices.map((index) => viewSample(raw, data, split, index)));
}

async function viewSample(
  raw: RawSplit,
  data: NetworkData,
  split: 'train' | 'test',
  index: number,
): Promise<SampleView> {
  if (!Number.isInteger(index) || index < 0 || index >= raw.count) {
    throw engineError(
      'no-such-sample',
      `There is no sample ${index}; the last one is ${raw.count - 1}.`,
      'Choose another sample.',
    );
  }
  const fields = {
    index,
    label: data[split].labels[index] ?? 0,
    ...fieldsOf(data, split, index),
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

/** Fields per mode, or standardised pixels as real fields. */
function fieldsOf(
  data: NetworkData,
  split: 'train' | 'test',
  index: number,
): { readonly re: Float32Array; readonly im: Float32Array } {
  if (data.kind === 'images') {
    const re = standardise({ ...data, image: data }, data[split].pixels, index);
    return { re, im: new Float32Array(re.length) };
  }
  const { modes, re, im } = data[split];
  return {
    re: re.slice(index * modes, (index + 1) * modes),
    im: im.slice(index * modes, (index + 1) * modes),
  };
}
