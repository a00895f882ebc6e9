import type { Model } from '../../library/models/model-records';
import type { ModelHead } from '../../library/models/sync-records';
import { readersOf } from '../policy';
import type { CloudModel } from '../records';

/** The same head as it lies here and in Firestore. */

/** Fields of {@link CloudModel} that a person's change writes; the commit adds revision, device and times. */
export type CloudHead = Pick<
  CloudModel,
  'owner' | 'workspace' | 'policy' | 'people' | 'readers' | 'name' | 'tags' | 'note' | 'live' | 'seal'
>;

export function headOf(model: Model): ModelHead {
  const { name, tags, note, live, policy, people, workspace, owner, seal, deletedAt } = model;
  return { name, tags, note, live, policy, people, workspace, owner, seal, deletedAt };
}

/** @param uid owns it where nobody did */
export function toCloud(head: ModelHead, uid: string): CloudHead {
  const { name, tags, note, live, policy, people, workspace, owner = uid, seal } = head;
  const isSealed = policy === 'CLASSIFIED';
  return {
    owner,
    workspace: workspace ?? null,
    policy,
    people,
    readers: readersOf({ owner, policy, people }),
    name: isSealed ? '' : name,
    tags: isSealed ? [] : tags,
    note: isSealed ? '' : note,
    live: live ?? null,
    seal: isSealed ? (seal ?? '') : null,
  };
}

export function fromCloudHead(cloud: CloudHead, deletedAt: number | undefined): ModelHead {
  const { name, tags, note, live, policy, people, workspace, owner, seal } = cloud;
  return {
    name,
    tags,
    note,
    live: live ?? undefined,
    policy,
    people,
    workspace: workspace ?? undefined,
    owner,
    seal: seal ?? undefined,
    deletedAt,
  };
}

export function fromCloud(cloud: CloudModel): ModelHead {
  return fromCloudHead(cloud, cloud.deletedAt?.toMillis());
}
