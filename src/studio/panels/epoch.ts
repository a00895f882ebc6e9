/** The epoch a step lies in, counted from 1; 0 before the first step. */
export function epochOf(step: number, stepsPerEpoch: number, epochs: number): number {
  return Math.min(epochs, Math.ceil(step / stepsPerEpoch));
}
