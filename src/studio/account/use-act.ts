import { useState } from 'react';
import type { Fault } from '../../lib/fault';

/** Runs one action at a time and keeps what kept it from happening. */
export function useAct(): {
  readonly isBusy: boolean;
  readonly fault: Fault | undefined;
  readonly run: (action: () => Promise<Fault | undefined>) => void;
} {
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault>();
  const run = (action: () => Promise<Fault | undefined>): void => {
    if (isBusy) return;
    setBusy(true);
    setFault(undefined);
    void action().then((came) => {
      setFault(came);
      setBusy(false);
    });
  };
  return { isBusy, fault, run };
}
