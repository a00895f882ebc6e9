import { useEffect, useState } from 'react';
import type { AuditEntry, AuditScope } from '../../cloud/audit/audit';
import { readAudit } from '../../cloud/audit/audit';
import type { Fault } from '../../lib/fault';
import { toFault } from '../../lib/fault';
import { openCloud } from '../account/cloud-door';
import { awaiting } from '../state/run-store';

interface Loaded {
  /** Of what it was asked. */
  readonly key: string;
  readonly entries: readonly AuditEntry[];
  readonly malformed: number;
  readonly before: number | undefined;
  readonly fault: Fault | undefined;
}

export interface AuditState {
  readonly entries: readonly AuditEntry[] | undefined;
  readonly malformed: number;
  readonly fault: Fault | undefined;
  /** Undefined: there are no older ones. */
  readonly loadMore: (() => void) | undefined;
}

/** The entries of a scope since a moment, ms; older ones page by page. */
export function useAudit(workspace: string | undefined, since: number | undefined): AuditState {
  const key = `${workspace ?? ''} ${since ?? ''}`;
  const [loaded, setLoaded] = useState<Loaded>();
  useEffect(() => {
    let isCurrent = true;
    void awaiting(load(key, scopeOf(workspace), since, undefined)).then((next) => {
      if (isCurrent) setLoaded(next);
    });
    return () => {
      isCurrent = false;
    };
  }, [key, workspace, since]);
  if (loaded?.key !== key) return { entries: undefined, malformed: 0, fault: undefined, loadMore: undefined };
  const { entries, malformed, fault, before } = loaded;
  const loadMore = (): void => {
    void awaiting(load(key, scopeOf(workspace), since, loaded)).then((next) =>
      setLoaded((now) => (now === loaded ? next : now)),
    );
  };
  return { entries, malformed, fault, loadMore: before === undefined ? undefined : loadMore };
}

function scopeOf(workspace: string | undefined): AuditScope {
  return workspace === undefined ? 'own' : { workspace };
}

async function load(
  key: string,
  scope: AuditScope,
  since: number | undefined,
  former: Loaded | undefined,
): Promise<Loaded> {
  const { entries = [], malformed = 0, before } = former ?? {};
  try {
    const firebase = await openCloud();
    if (firebase === undefined) return { key, entries, malformed, before: undefined, fault: undefined };
    const page = await readAudit(firebase, scope, { since, before });
    const known = new Set(entries.map(({ entry }) => entry));
    const fresh = page.entries.filter(({ entry }) => !known.has(entry));
    return {
      key,
      entries: [...entries, ...fresh],
      malformed: malformed + page.malformed,
      before: page.before,
      fault: undefined,
    };
  } catch (thrown) {
    return { key, entries, malformed, before, fault: toFault(thrown) };
  }
}
