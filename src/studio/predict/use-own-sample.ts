import { useCallback, useRef, useState } from 'react';
import type { RawInput } from '../../engine/protocol';
import type { Fault } from '../../lib/fault';
import { toFault } from '../../lib/fault';
import { awaiting, useRun } from '../state/run-store';
import { showOwn } from '../state/sample-store';

/**
 * Sends the user's own sample through the run's encoder and into the chip on screen. While one is being
 * encoded only the newest of the next ones is kept.
 */
export function useOwnSample(): {
  readonly offer: (input: RawInput | undefined) => void;
  readonly fault: Fault | undefined;
} {
  const run = useRun((state) => state.run);
  const [fault, setFault] = useState<Fault>();
  const waiting = useRef<{ input: RawInput | undefined }>(undefined);
  const busy = useRef(false);

  const work = useCallback(async (): Promise<void> => {
    if (busy.current || run === undefined) return;
    busy.current = true;
    try {
      while (waiting.current !== undefined) {
        const { input } = waiting.current;
        waiting.current = undefined;
        const next = input === undefined ? undefined : await awaiting(run.encode(input));
        setFault(undefined);
        showOwn(next);
      }
    } catch (thrown) {
      setFault(toFault(thrown));
    } finally {
      busy.current = false;
    }
  }, [run]);

  const offer = useCallback(
    (input: RawInput | undefined): void => {
      waiting.current = { input };
      void work();
    },
    [work],
  );
  return { offer, fault };
}
