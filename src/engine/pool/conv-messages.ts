import type { DensePlan } from '../wasm/conv-dense-plan';
import type { PartImages } from '../wasm/conv-part';
import type { PartAnswers } from '../wasm/conv-part';
import type { PartLoss } from '../wasm/conv-network';

/** What a thread is for. */
export interface ConvOpening {
  readonly module: WebAssembly.Module;
  readonly plan: DensePlan;
  /** Bytes shared between threads where the page may share memory, else copied. */
  readonly images: PartImages;
  /** One dense vector of parameters, and one gradient per shard, where memory is shared. */
  readonly shared: { readonly vector: Float32Array; readonly gradients: readonly Float32Array[] } | undefined;
}

/** A range of a split's samples. */
export interface Chunk {
  readonly first: number;
  readonly count: number;
}

export type ConvWork =
  | { readonly kind: 'train'; readonly step: number; readonly shards: readonly number[] }
  | { readonly kind: 'losses'; readonly step: number; readonly shards: readonly number[] }
  | { readonly kind: 'answer'; readonly split: 'train' | 'test'; readonly chunks: readonly Chunk[] };

export type ConvRequest = ConvWork & {
  /** The dense vector to work with; undefined where it is shared. */
  readonly vector: Float32Array | undefined;
};

/** In the order of the request's shards or chunks. */
export interface ConvAnswer {
  readonly losses: readonly PartLoss[];
  /** Gradients of the shards, where memory is not shared. */
  readonly gradients: readonly Float32Array[];
  readonly answers: readonly PartAnswers[];
}
