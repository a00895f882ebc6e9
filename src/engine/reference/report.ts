import type { Evaluation } from '../backend';

/** What a chunk of samples gave. */
interface ChunkLoss {
  /** Sum over the chunk, and of each sample. */
  readonly loss: number;
  readonly losses: ArrayLike<number>;
  readonly correct: number;
  readonly predictions: Uint8Array;
}

/** Adds up a report over a split, chunk after chunk. */
export class Report {
  readonly #samples: number;
  readonly #classes: number;
  readonly #confusion: Uint32Array;
  readonly #predictions: Uint8Array;
  readonly #sampleLoss: Float32Array;
  #loss = 0;
  #correct = 0;

  constructor(samples: number, classes: number) {
    this.#samples = samples;
    this.#classes = classes;
    this.#confusion = new Uint32Array(classes * classes);
    this.#predictions = new Uint8Array(samples);
    this.#sampleLoss = new Float32Array(samples);
  }

  /** @param first the chunk's first sample */
  add(first: number, labels: Uint8Array, { loss, losses, correct, predictions }: ChunkLoss): void {
    this.#loss += loss;
    this.#correct += correct;
    this.#predictions.set(predictions, first);
    this.#sampleLoss.set(losses, first);
    labels.forEach((label, lane) => {
      const cell = label * this.#classes + (predictions[lane] ?? 0);
      this.#confusion[cell] = (this.#confusion[cell] ?? 0) + 1;
    });
  }

  finish(): Evaluation {
    const total = Math.max(1, this.#samples);
    return {
      samples: this.#samples,
      loss: this.#loss / total,
      accuracy: this.#correct / total,
      confusion: this.#confusion,
      predictions: this.#predictions,
      sampleLoss: this.#sampleLoss,
    };
  }
}
