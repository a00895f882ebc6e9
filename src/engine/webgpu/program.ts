import type { FieldBatch } from '../../data/fields';
import type { Evaluation } from '../backend';
import type { Dispatch } from './gpu';

/** What a session does with a network of one kind; `hyper` and `counter` say when light meets the chip. */
export interface Program {
  /** One optimiser step. */
  readonly step: readonly Dispatch[];
  /** The next batch's gradient, changing nothing. */
  readonly gradient: readonly Dispatch[];
  /** Fetches the next batch. */
  readonly sample: readonly Dispatch[];
  /** Sends the fetched batch through the chip and leaves its `outcomes`. */
  readonly probe: readonly Dispatch[];
  /** (loss, 1 if right) per sample of the batch. */
  readonly outcomes: GPUBuffer;
  /** The first `samples` of a split. */
  evaluate(split: 'train' | 'test', samples: number, signal: AbortSignal | undefined): Promise<Evaluation>;
  propagate(fields: FieldBatch): Promise<FieldBatch>;
}
