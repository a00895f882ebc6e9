import { useEffect, useState } from 'react';
import type { RunRecord } from '../../library/store/records';
import { curvesOf } from './curve-shelf';
import type { RunCurve } from './overlay-lines';

/** Curves of some runs, read again whenever one of them has changed. */
export function useCurves(runs: readonly RunRecord[]): readonly RunCurve[] {
  const [read, setRead] = useState<readonly RunCurve[]>([]);
  const key = runs.map(({ id, updatedAt }) => `${id}@${updatedAt}`).join();
  const [readKey, setReadKey] = useState('');
  useEffect(() => {
    if (key === readKey) return;
    let isCurrent = true;
    void curvesOf(runs.map(({ id }) => id)).then((curves) => {
      if (!isCurrent) return;
      setRead(
        runs.flatMap((run, index) => {
          const curve = curves[index];
          return curve === undefined ? [] : [{ run, curve }];
        }),
      );
      setReadKey(key);
    });
    return () => {
      isCurrent = false;
    };
  }, [key, readKey, runs]);
  return read;
}
