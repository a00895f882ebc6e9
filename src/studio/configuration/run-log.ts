import { useRun } from '../state/run-store';
import { pageLog } from './page-log';

/** Writes down what becomes of the run on screen; figures and names, nothing of the user's. */
export function followRunInLog(): void {
  useRun.subscribe(({ state, step, info, fault }, before) => {
    if (state !== before.state) pageLog.write('debug', 'engine', 'run state', { state, step });
    if (info !== undefined && info.backendReason !== before.info?.backendReason)
      pageLog.write('info', 'engine', `run on ${info.backendLabel}`, {
        backend: info.backend,
        parameters: info.parameterCount,
        step: info.step,
      });
    if (fault !== undefined && fault !== before.fault)
      pageLog.write('error', 'engine', fault.message, { code: fault.code });
  });
}
