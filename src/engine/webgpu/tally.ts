import type { Evaluation } from '../backend';

/** Verdicts of kernels/judge.wgsl (loss bits, answer per sample) as a report. */
export function tally(verdicts: ArrayBuffer, labels: Uint8Array, classes: number): Evaluation {
  const losses = new Float32Array(verdicts);
  const answers = new Uint32Array(verdicts);
  const samples = losses.length / 2;
  const confusion = new Uint32Array(classes * classes);
  const predictions = new Uint8Array(samples);
  const sampleLoss = new Float32Array(samples);
  let loss = 0;
  let correct = 0;
  for (let i = 0; i < samples; i++) {
    const label = labels[i] ?? 0;
    const answer = answers[2 * i + 1] ?? 0;
    const cell = label * classes + answer;
    sampleLoss[i] = losses[2 * i] ?? 0;
    loss += losses[2 * i] ?? 0;
    predictions[i] = answer;
    confusion[cell] = (confusion[cell] ?? 0) + 1;
    if (answer === label) correct++;
  }
  const total = Math.max(1, samples);
  return { samples, loss: loss / total, accuracy: correct / total, confusion, predictions, sampleLoss };
}
