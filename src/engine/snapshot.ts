import type { TrainingState } from './backend';

/** Whether training can go on from a state. */
export function isFiniteState(state: TrainingState): boolean {
  return allFinite(state.parameters) && allFinite(state.momentum) && allFinite(state.variance);
}

export function allFinite(values: Float64Array): boolean {
  for (const value of values) if (!Number.isFinite(value)) return false;
  return true;
}
