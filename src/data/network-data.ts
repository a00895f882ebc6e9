import type { Encoder } from '../experiment/schema';
import { encodeDataset, type EncodeOptions, type FittedEncoder } from './encode';
import type { NetworkData } from './fields';
import { fitImages, imageData, type FittedImages } from './images';
import type { Dataset } from './samples';

/** What a later sample needs to be treated like the training set's. */
export type FittedData = FittedEncoder | FittedImages;

/**
 * A data set as its network takes it: light for coherent layers, whole images for a convolution. Statistics come from
 * the training split. Rejects like {@link encodeDataset} and {@link fitImages}.
 */
export async function networkData(
  dataset: Dataset,
  encoder: Encoder,
  modes: number,
  options: EncodeOptions = {},
): Promise<{ readonly data: NetworkData; readonly fitted: FittedData }> {
  if (encoder.kind !== 'image') return encodeDataset(dataset, encoder, modes, options);
  const fitted = fitImages(dataset.train);
  return { data: imageData(dataset, fitted), fitted };
}
