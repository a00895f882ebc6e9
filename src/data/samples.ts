import type { DatasetId } from '../experiment/schema';

/** Raw samples before encoding: what people look at. */
export type RawSplit = ImageSplit | TableSplit;

export interface ImageSplit {
  readonly kind: 'image';
  readonly count: number;
  readonly width: number;
  readonly height: number;
  /** 1 (grey) or 3 (red, green, blue planes, one after the other). */
  readonly channels: 1 | 3;
  /** count × channels × height × width bytes, 0 dark … 255 bright. */
  readonly pixels: Uint8Array;
  readonly labels: Uint8Array;
}

export interface TableSplit {
  readonly kind: 'table';
  readonly count: number;
  readonly columns: readonly string[];
  /** count × columns; NaN where the source has no measurement. */
  readonly values: Float64Array;
  readonly labels: Uint8Array;
  /** Who or what each row comes from; splits never share a group. */
  readonly groups: readonly string[];
}

/** A loaded data set with where it came from. */
export interface Dataset {
  readonly id: DatasetId;
  readonly classNames: readonly string[];
  readonly train: RawSplit;
  readonly test: RawSplit;
  readonly provenance: Provenance;
}

export interface Provenance {
  readonly source: 'real' | 'generated';
  /** One sentence for people, e.g. "MNIST, 60,000 training and 10,000 test images, SHA-256 verified". */
  readonly text: string;
  /** Where the bytes came from: 'local folder', 'cache', a mirror's host, 'dropped file', 'generated'. */
  readonly via: string;
}

/** Progress of loading, for the status line. */
export interface LoadProgress {
  readonly stage: 'cache' | 'download' | 'verify' | 'decode' | 'generate' | 'encode';
  readonly file?: string;
  readonly loadedBytes?: number;
  readonly totalBytes?: number;
}

/** Splits with where their bytes came from. */
export interface Loaded<T> {
  readonly value: T;
  readonly vias: readonly string[];
}
