import { toFault } from '../../lib/fault';
import { engine } from './engine';
import { notify } from './notify';
import { awaiting, useRun } from './run-store';

let isMeasuring = false;

/** While a run computes, both would be slower, and the answer another one. */
export function canMeasureBackends(): boolean {
  const { state } = useRun.getState();
  return !isMeasuring && state !== 'opening' && state !== 'running';
}

/** Finds out what else this computer could train with: about a second of its full attention. */
export async function measureBackends(): Promise<void> {
  if (!canMeasureBackends()) return;
  isMeasuring = true;
  try {
    useRun.setState({ capabilities: await awaiting(engine().capabilities()) });
  } catch (thrown) {
    const fault = toFault(thrown);
    notify('warning', fault.message, { description: fault.fix });
  } finally {
    isMeasuring = false;
  }
}
