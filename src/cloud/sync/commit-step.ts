import { serverTimestamp } from 'firebase/firestore/lite';
import type { ModelHead } from '../../library/models/sync-records';
import type { Change } from '../commit';
import { commitAfterReading } from '../commit';
import type { CloudAction, CloudModel } from '../records';
import type { SyncContext } from './context';
import type { CloudHead } from './head';
import { fromCloudHead, toCloud } from './head';
import { malformed } from './malformed';
import type { Step } from './next-step';
import { modelPath, versionPath } from './paths';
import { readCloudModel } from './read-records';
import { isOpenPolicy } from './open-policy';
import { within } from './within';

/** What became of a step. */
export type Outcome =
  /** Done; this is what the cloud has now. */
  | { readonly kind: 'written'; readonly revision: number; readonly head: ModelHead }
  /** Somebody changed the model since this device saw it; nothing was written. */
  | { readonly kind: 'stale'; readonly remote: CloudModel }
  /** The model was there once and is not any more. */
  | { readonly kind: 'gone' };

/** A step whose commit changes the head; for `version` its archive has been sent already and is published now. */
export interface HeadStep {
  readonly model: string;
  readonly step: Step;
  readonly mine: ModelHead;
  /** What this device saw last; 0: it has never been in the cloud. */
  readonly revision: number;
}

/** Makes one step in one commit, if the cloud still has what this device last saw. */
export async function commitStep(
  context: SyncContext,
  { model, step, mine, revision }: HeadStep,
  signal: AbortSignal,
): Promise<Outcome> {
  const { cloud, uid, device } = context;
  const path = modelPath(cloud.firestore, model);
  const wanted = toCloud(mine, uid);
  let outcome: Outcome = { kind: 'gone' };
  const commit = commitAfterReading(cloud, async (transaction) => {
    const found = await transaction.get(path);
    const remote = readCloudModel(found.data());
    if (found.exists() && remote === undefined) throw malformed(model, true);
    if (remote !== undefined && remote.revision !== revision) {
      outcome = { kind: 'stale', remote };
      return undefined;
    }
    const at = serverTimestamp();
    if (remote === undefined) {
      outcome = { kind: 'gone' };
      if (revision > 0) return undefined;
      const first = { ...wanted, live: null };
      outcome = { kind: 'written', revision: 1, head: fromCloudHead(first, undefined) };
      return {
        change: changeOf(model, { kind: 'create' }, first, first.name),
        write: (writes) =>
          writes.set(path, { ...first, revision: 1, device, createdAt: at, updatedAt: at, deletedAt: null }),
      };
    }
    const fields = fieldsOf(step, wanted);
    const isDeleted = step.kind === 'delete' || (step.kind !== 'restore' && remote.deletedAt !== null);
    const head = fromCloudHead({ ...remote, ...fields }, isDeleted ? (mine.deletedAt ?? 0) : undefined);
    outcome = { kind: 'written', revision: revision + 1, head };
    return {
      change: changeOf(model, step, remote, wanted.name),
      write: (writes) => {
        if (step.kind === 'version')
          writes.update(versionPath(cloud.firestore, model, step.version), { state: 'published' });
        const deleted =
          step.kind === 'delete' ? { deletedAt: at } : step.kind === 'restore' ? { deletedAt: null } : {};
        writes.update(path, { ...fields, ...deleted, revision: revision + 1, device, updatedAt: at });
      },
    };
  });
  await within(commit, context.patience, signal);
  return outcome;
}

const ACTIONS: Readonly<Record<Step['kind'], CloudAction>> = {
  create: 'create',
  restore: 'restore',
  policy: 'policy',
  update: 'update',
  version: 'publish',
  deploy: 'deploy',
  delete: 'delete',
};

/** The fields that the rules let such a step change. */
function fieldsOf(step: Step, wanted: CloudHead): Partial<CloudHead> {
  const { policy, people, readers, workspace, seal, name, tags, note, live } = wanted;
  switch (step.kind) {
    case 'policy':
      return { policy, people, readers, workspace, seal, name, tags, note };
    case 'update':
      return { name, tags, note, seal };
    case 'deploy':
      return { live };
    default:
      return {};
  }
}

/** @param before as it was, where it existed: the audit says who held it then */
function changeOf(model: string, step: Step, before: CloudHead, name: string): Change {
  const { workspace, owner, policy } = before;
  const version = step.kind === 'version' ? step.version : undefined;
  // Names of restricted things are not for all who may read the audit.
  const detail = isOpenPolicy(policy) ? name : '';
  return { kind: 'model', id: model, version, action: ACTIONS[step.kind], workspace, owner, policy, detail };
}
