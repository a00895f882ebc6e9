import type { LocalModel } from '../../library/models/remote-models';
import type { SyncedModel } from '../../library/models/sync-records';
import { PhotonicError } from '../../lib/fault';
import { applyRemote } from './apply-remote';
import type { HeadStep } from './commit-step';
import { commitStep } from './commit-step';
import type { SyncContext } from './context';
import { eraseModel } from './erase-model';
import { headOf } from './head';
import { damaged, malformed } from './malformed';
import { nextStep } from './next-step';
import { sendVersion, sentKey } from './send-version';

/** A model takes a handful of steps; more means that two devices push each other. */
const MOST_STEPS = 400;

/**
 * Sends all that waits of one model, a commit at a time; each is noted here before the next, so that it can stop
 * anywhere. Rejects with the fault that stopped it.
 */
export async function pushModel(context: SyncContext, model: string, signal: AbortSignal): Promise<void> {
  for (let step = 0; step < MOST_STEPS; step++) {
    const local = await context.store.look(model);
    if (local.outbox === undefined) return;
    if (local.outbox.erase) return eraseModel(context, model, local, signal);
    if (await isDone(context, model, local, signal)) return;
  }
  throw new PhotonicError({
    code: 'cloud/busy',
    message: 'Another device changes this model at the same time.',
    fix: 'Nothing is lost; the studio tries again by itself.',
    where: model,
  });
}

/** Makes the next step; whether none was left. */
async function isDone(
  context: SyncContext,
  id: string,
  { model, outbox, synced }: LocalModel,
  signal: AbortSignal,
): Promise<boolean> {
  const { store, uid } = context;
  const { change, versions } = outbox!;
  const known = synced?.account === uid && synced.revision > 0 ? synced : undefined;
  if (model === undefined) {
    await store.settle(id, { change, head: true, versions });
    return true;
  }
  const mine = headOf(model);
  const step = nextStep(known?.base, mine, versions, uid);
  if (step?.kind === 'create' && (await queueAll(context, id))) return false;
  if (step === undefined) return (await store.settle(id, { change, head: true })) === undefined;
  if (step.kind === 'version' && (await sendArchive(context, step.version, signal)) === 'published') {
    await settleVersion(context, id, change, step.version, known!);
    return false;
  }
  const headStep: HeadStep = { model: id, step, mine, revision: known?.revision ?? 0 };
  const outcome = await commitStep(context, headStep, signal);
  if (outcome.kind === 'stale') await applyRemote(context, id, outcome.remote, signal);
  else if (outcome.kind === 'gone') await beginAnew(context, id, model.owner === uid);
  else {
    const { revision, head } = outcome;
    const agreed = { model: id, account: uid, revision, base: head, versions: known?.versions ?? [] };
    if (step.kind === 'version') await settleVersion(context, id, change, step.version, agreed);
    else await store.settle(id, { change }, agreed);
  }
  return false;
}

async function sendArchive(
  context: SyncContext,
  id: string,
  signal: AbortSignal,
): Promise<'sent' | 'published'> {
  const version = await context.store.version(id);
  const file = version && (await context.store.file(id));
  if (file === undefined) throw damaged(id);
  return sendVersion(context, version!, file, signal);
}

async function settleVersion(
  { store }: SyncContext,
  model: string,
  change: string,
  version: string,
  synced: SyncedModel,
): Promise<void> {
  const versions = [...new Set([...synced.versions, version])];
  await store.settle(model, { change, versions: [version] }, { ...synced, versions });
  await store.remember(sentKey(version), undefined);
}

/** Somebody erased in the cloud what was changed here: it is made again. Only its owner can. */
async function beginAnew({ store }: SyncContext, id: string, isOwner: boolean): Promise<void> {
  if (!isOwner) throw malformed(id, false);
  await store.merge(id, ({ synced }) => synced && { synced: { ...synced, revision: 0, versions: [] } });
}

/** What the cloud has nothing of needs all its versions there; whether some did not wait yet. */
async function queueAll({ store }: SyncContext, id: string): Promise<boolean> {
  const here = (await store.listVersions(id)).filter(({ isHere }) => isHere);
  const versions = here.sort((a, b) => a.createdAt - b.createdAt).map((version) => version.id);
  let hasQueued = false;
  await store.merge(id, ({ outbox }) => {
    hasQueued = outbox !== undefined && versions.some((version) => !outbox.versions.includes(version));
    return hasQueued ? { outbox: { ...outbox!, versions } } : undefined;
  });
  return hasQueued;
}
