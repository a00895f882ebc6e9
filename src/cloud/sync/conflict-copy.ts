import type { ModelVersion } from '../../library/models/model-records';
import type { NewVersion } from '../../library/models/model-versions';
import type { CloudModel } from '../records';
import type { SyncContext } from './context';
import { fromCloud } from './head';

/** Under this key stands which model holds what another device made of one. */
export const conflictKey = (model: string): string => `sync-conflict/${model}`;

/**
 * Keeps what another device made of a model as a model of its own, with the version it used last, and remembers which it
 * is. It belongs to this account alone.
 */
export async function keepOther(context: SyncContext, id: string, remote: CloudModel): Promise<void> {
  const { store, uid, nameCopy } = context;
  const { name, tags, note, policy, seal } = fromCloud(remote);
  // A classified model's name lies in its seal.
  const copied = policy === 'CLASSIFIED' ? '' : nameCopy(name, remote.device).slice(0, 120);
  const copy = await store.create(
    { name: copied, tags, note, policy, seal, owner: uid },
    await latestVersion(context, id, remote.live),
  );
  await store.remember(conflictKey(id), copy.id);
}

async function latestVersion(
  { store, uid }: SyncContext,
  model: string,
  live: string | null,
): Promise<readonly NewVersion[]> {
  const published = new Set((await store.look(model)).synced?.versions ?? []);
  const candidates = (await store.listVersions(model))
    .filter((version) => version.isHere && published.has(version.id))
    .sort((a: ModelVersion, b: ModelVersion) => b.createdAt - a.createdAt);
  const chosen = candidates.find(({ id }) => id === live) ?? candidates[0];
  const bytes = chosen && (await store.file(chosen.id));
  return bytes === undefined ? [] : [{ title: chosen!.title, summary: chosen!.summary, bytes, by: uid }];
}
