import { useCallback, useEffect, useEffectEvent, useState } from 'react';
import type { Firebase } from '../../cloud/firebase';
import type { Fault } from '../../lib/fault';
import { toFault } from '../../lib/fault';
import { openCloud } from '../account/cloud-door';
import { awaiting } from '../state/run-store';

export interface CloudData<T> {
  /** What was read last; stays while it is read again. */
  readonly value: T | undefined;
  readonly fault: Fault | undefined;
  readonly reload: () => void;
}

/** What `load` reads from the cloud; read again when `key` changes, undefined: not yet. */
export function useCloudData<T>(
  key: string | undefined,
  load: (firebase: Firebase) => Promise<T>,
): CloudData<T> {
  const [read, setRead] = useState<{ readonly key: string; readonly value?: T; readonly fault?: Fault }>();
  const [round, setRound] = useState(0);
  // What is read is named by the key.
  const loadNow = useEffectEvent(load);
  useEffect(() => {
    if (key === undefined) return;
    let isCurrent = true;
    const tell = (next: { readonly value?: T; readonly fault?: Fault }): void => {
      if (isCurrent) setRead({ key, ...next });
    };
    void awaiting(
      openCloud()
        .then((firebase) => firebase && loadNow(firebase))
        .then(
          (value) => value !== undefined && tell({ value }),
          (thrown: unknown) => tell({ fault: toFault(thrown) }),
        ),
    );
    return () => {
      isCurrent = false;
    };
  }, [key, round]);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  const isSame = read?.key === key;
  return { value: isSame ? read?.value : undefined, fault: isSame ? read?.fault : undefined, reload };
}
