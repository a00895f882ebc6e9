import { getDoc, getDocs, serverTimestamp, writeBatch } from 'firebase/firestore/lite';
import type { LocalModel } from '../../library/models/remote-models';
import type { Change, Write } from '../commit';
import { commitWithTicket } from '../commit';
import type { CloudModel } from '../records';
import { MAX_CHUNKS } from '../records';
import { applyRemote } from './apply-remote';
import type { SyncContext } from './context';
import { malformed } from './malformed';
import { chunkPath, modelPath, readingPath, versionsPath } from './paths';
import { readCloudModel, readCloudVersion } from './read-records';
import { sayReading } from './say-reading';
import { within } from './within';

/**
 * Erases a model in the cloud that was erased here: the archives first, the model itself last, so that what is
 * interrupted is found and finished. A model that somebody has brought back meanwhile stays, and comes back here.
 */
export async function eraseModel(
  context: SyncContext,
  model: string,
  { outbox, synced }: LocalModel,
  signal: AbortSignal,
): Promise<void> {
  const { store, cloud, patience } = context;
  const settle = () => store.settle(model, { change: outbox!.change, erase: true });
  // Never sent: nobody else knows of it.
  if (synced === undefined) {
    await settle();
    return;
  }
  const path = modelPath(cloud.firestore, model);
  const found = await within(getDoc(path), patience, signal);
  if (!found.exists()) {
    await settle();
    return;
  }
  const head = readCloudModel(found.data());
  if (head === undefined) throw malformed(model, true);
  if (head.deletedAt === null && synced.base.deletedAt !== undefined) {
    await settle();
    await applyRemote(context, model, head, signal);
    return;
  }
  if (head.deletedAt === null) await deleteFirst(context, model, head, signal);
  await eraseContent(context, model, head, signal);
  const erase: Write = (writes) => writes.delete(path);
  await within(commitWithTicket(cloud, changeOf(model, head, 'erase'), erase), patience, signal);
  await settle();
}

function deleteFirst(
  context: SyncContext,
  model: string,
  head: CloudModel,
  signal: AbortSignal,
): Promise<void> {
  const at = serverTimestamp();
  const next = { revision: head.revision + 1, device: context.device, updatedAt: at, deletedAt: at };
  const path = modelPath(context.cloud.firestore, model);
  const commit = commitWithTicket(context.cloud, changeOf(model, head, 'delete'), (writes) =>
    writes.update(path, next),
  );
  return within(commit, context.patience, signal);
}

async function eraseContent(
  context: SyncContext,
  model: string,
  head: CloudModel,
  signal: AbortSignal,
): Promise<void> {
  const { firestore } = context.cloud;
  await sayReading(context, model, signal);
  const { docs } = await within(getDocs(versionsPath(firestore, model)), context.patience, signal);
  for (const version of docs) {
    const chunks = readCloudVersion(version.data())?.chunks ?? MAX_CHUNKS;
    const batch = writeBatch(firestore);
    for (let index = 0; index < chunks; index++) batch.delete(chunkPath(firestore, model, version.id, index));
    batch.delete(version.ref);
    await within(batch.commit(), context.patience, signal);
  }
  const batch = writeBatch(firestore);
  for (const person of head.readers) batch.delete(readingPath(firestore, model, person));
  await within(batch.commit(), context.patience, signal);
}

function changeOf(model: string, head: CloudModel, action: 'delete' | 'erase'): Change {
  const { workspace, owner, policy } = head;
  return { kind: 'model', id: model, action, workspace, owner, policy, detail: '' };
}
