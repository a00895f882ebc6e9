import { useEffect, useState } from 'react';
import { toFault } from '../../lib/fault';
import type { Result } from '../../lib/result';
import { fail } from '../../lib/result';
import type { ModelArchive } from '../../library/models/model-archive';
import type { ModelVersion } from '../../library/models/model-records';
import { awaiting } from '../state/run-store';
import { openVersion } from './open-version';

/**
 * What is in a version; undefined while it is read. One that is not in this browser is fetched only when it is opened: it
 * stays undefined here.
 */
export function useArchive(version: ModelVersion | undefined): Result<ModelArchive> | undefined {
  const [read, setRead] = useState<{ readonly id: string; readonly archive: Result<ModelArchive> }>();
  useEffect(() => {
    if (version?.isHere !== true) return;
    let isCurrent = true;
    void awaiting(openVersion(version))
      .catch((thrown: unknown) => fail<ModelArchive>(toFault(thrown)))
      .then((archive) => isCurrent && setRead({ id: version.id, archive }));
    return () => {
      isCurrent = false;
    };
  }, [version]);
  return read !== undefined && read.id === version?.id ? read.archive : undefined;
}
