import { toast } from 'sonner';
import { toFault } from '../../lib/fault';
import { chip } from './chip';
import { awaiting, useRun } from './run-store';

/**
 * Editing a parameter by hand. The page shows the change at once; the engine gets the latest value, one
 * request at a time. While a hand is on a phase, parameters from training do not move it.
 */
let holding = false;
let sending = false;
let stale = false;

export function acceptsParameters(): boolean {
  return !holding && !sending;
}

export function holdPhase(): void {
  holding = true;
}

export function releasePhase(): void {
  holding = false;
}

export function editParameter(offset: number, value: number): void {
  chip.setParameter(offset, value);
  void send();
}

async function send(): Promise<void> {
  const { run } = useRun.getState();
  if (run === undefined) return;
  if (sending) {
    stale = true;
    return;
  }
  sending = true;
  try {
    do {
      stale = false;
      await awaiting(run.setParameters(chip.parameters.slice()));
    } while (stale);
  } catch (thrown) {
    const fault = toFault(thrown);
    toast.error(fault.message, { description: fault.fix });
  } finally {
    sending = false;
  }
}
