/** A batch of optical fields, sample-major: sample s, mode k at index s·modes + k; separate planes. */
export interface FieldBatch {
  readonly count: number;
  readonly modes: number;
  readonly re: Float32Array;
  readonly im: Float32Array;
}

/** Encoded samples of one split with their classes (0…classes−1). */
export interface EncodedSplit extends FieldBatch {
  readonly labels: Uint8Array;
}

/** What a run trains and reports on. The test split is for reporting only. */
export type NetworkData = EncodedData | ImageData;

/** Samples as light, for coherent networks. */
export interface EncodedData {
  readonly kind: 'fields';
  readonly modes: number;
  readonly classNames: readonly string[];
  readonly train: EncodedSplit;
  readonly test: EncodedSplit;
}

/** Samples as images, for convolutional networks. A pixel p of channel c is (p / 255 − mean_c) / deviation_c. */
export interface ImageData {
  readonly kind: 'images';
  readonly classNames: readonly string[];
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  /** Of the training split, per channel. */
  readonly mean: readonly number[];
  readonly deviation: readonly number[];
  readonly train: ImageBytes;
  readonly test: ImageBytes;
}

/** count × channels × height × width bytes with their classes. */
export interface ImageBytes {
  readonly count: number;
  readonly pixels: Uint8Array;
  readonly labels: Uint8Array;
}
