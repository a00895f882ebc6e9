import { STUDIO_VERSION } from '../state/studio-version';
import { currentExperiment } from '../state/experiment-store';
import { useRun } from '../state/run-store';
import type { PhotonicState } from './photonic-api';

export const VERSION = STUDIO_VERSION;

export function stateNow(): PhotonicState {
  const { state, step, info, batch, test, samplesPerSecond, fault } = useRun.getState();
  return {
    experiment: currentExperiment(),
    run: state,
    step,
    totalSteps: info?.totalSteps,
    backend: info?.backend,
    classes: info?.classNames ?? [],
    loss: batch?.loss,
    accuracy: test && { value: test.evaluation.accuracy, step: test.step },
    samplesPerSecond,
    fault: fault && { code: fault.code, message: fault.message, fix: fault.fix },
  };
}
