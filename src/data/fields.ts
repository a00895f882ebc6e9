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
export interface EncodedData {
  readonly modes: number;
  readonly classNames: readonly string[];
  readonly train: EncodedSplit;
  readonly test: EncodedSplit;
}
