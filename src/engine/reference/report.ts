import type { Evaluation } from '../backend';

/** Adds up a report over a split, chunk after chunk. */
export class Report {
  readonly #samples: number;
  readonly #classes: number;
  readonly #confusion: Uint32Array;
  readonly #predictions: Uint8Array;
  #loss = 0;
  #correct = 0;

  constructor(samples: number, classes: number) {
    this.#samples = samples;
    this.#classes = classes;
    this.#confusion = new Uint32Array(classes * classes);
    this.#predictions = new Uint8Array(samples);
  }

  /** @param loss sum over the chunk, whose first sample is `first` */
  add(
    first: number,
    labels: Uint8Array,
    { loss, correct, predictions }: { loss: number; correct: number; predictions: Uint8Array },
  ): void {
    this.#loss += loss;
    this.#correct += correct;
    this.#predictions.set(predictions, first);
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
    };
  }
}
