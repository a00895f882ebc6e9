import type { ModelHead } from '../../library/models/sync-records';
import { fromCloudHead, toCloud } from './head';
import { hasContentChanged } from './merge-heads';

/** One commit on the way from what the cloud has to what is here. The rules take only one kind of change at a time. */
export type Step =
  | { readonly kind: 'create' | 'restore' | 'policy' | 'update' | 'deploy' | 'delete' }
  | { readonly kind: 'version'; readonly version: string };

/**
 * @param theirs what the cloud has; undefined: nothing
 * @param versions to publish, the oldest first
 * @returns undefined: nothing is left to be done
 */
export function nextStep(
  theirs: ModelHead | undefined,
  mine: ModelHead,
  versions: readonly string[],
  uid: string,
): Step | undefined {
  if (theirs === undefined) return { kind: 'create' };
  const wanted = fromCloudHead(toCloud(mine, uid), mine.deletedAt);
  const [version] = versions;
  const isDifferent = hasContentChanged(theirs, wanted) || version !== undefined;
  if (theirs.deletedAt !== undefined && (isDifferent || wanted.deletedAt === undefined))
    return { kind: 'restore' };
  const { live } = theirs;
  // Rights are changed first: what is added afterwards is held by the new ones.
  const rights = { policy: wanted.policy, people: wanted.people, workspace: wanted.workspace };
  if (hasContentChanged(theirs, { ...theirs, ...rights })) return { kind: 'policy' };
  if (hasContentChanged(theirs, { ...wanted, live })) return { kind: 'update' };
  if (version !== undefined) return { kind: 'version', version };
  if (wanted.live !== live) return { kind: 'deploy' };
  if (wanted.deletedAt !== undefined && theirs.deletedAt === undefined) return { kind: 'delete' };
  return undefined;
}
