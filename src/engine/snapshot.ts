import type { TrainingState } from './backend';

/** A state that training can return to, known to be finite. */
export function copyState(state: TrainingState): TrainingState {
  return {
    step: state.step,
    parameters: state.parameters.slice(),
    momentum: state.momentum.slice(),
    variance: state.variance.slice(),
  };
}

export function isFiniteState(state: TrainingState): boolean {
  return allFinite(state.parameters) && allFinite(state.momentum) && allFinite(state.variance);
}

export function allFinite(values: Float64Array | Float32Array): boolean {
  for (const value of values) if (!Number.isFinite(value)) return false;
  return true;
}
