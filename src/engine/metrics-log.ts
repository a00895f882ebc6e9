import type { StepMetrics } from './backend';

/** Metrics of the steps since they were last taken. */
export class MetricsLog {
  #firstStep: number;
  #loss: number[] = [];
  #accuracy: number[] = [];
  #gradientNorm: number[] = [];

  constructor(firstStep: number) {
    this.#firstStep = firstStep;
  }

  push(loss: number, accuracy: number, gradientNorm: number): void {
    this.#loss.push(loss);
    this.#accuracy.push(accuracy);
    this.#gradientNorm.push(gradientNorm);
  }

  take(): StepMetrics {
    const taken: StepMetrics = {
      firstStep: this.#firstStep,
      loss: Float32Array.from(this.#loss),
      accuracy: Float32Array.from(this.#accuracy),
      gradientNorm: Float32Array.from(this.#gradientNorm),
    };
    this.#firstStep += this.#loss.length;
    this.#loss = [];
    this.#accuracy = [];
    this.#gradientNorm = [];
    return taken;
  }
}
