import type { LocalModel } from '../../library/models/remote-models';
import { applyRemoteModel, applyRemoteVersion, forgetModel } from '../../library/models/remote-models';
import {
  createModel,
  getModelFile,
  getModelVersion,
  listModelVersions,
} from '../../library/models/model-versions';
import { amendModel, listModels } from '../../library/models/models';
import { delayOutbox, listSynced, outboxEntries, settleOutbox } from '../../library/models/outbox';
import { openLibrary } from '../../library/store/database';
import type { LocalStore } from './local-store';

/** This browser's library as sync uses it. */
export const libraryStore: LocalStore = {
  outbox: outboxEntries,
  look,
  listModels: async () => [...(await listModels('kept')), ...(await listModels('deleted'))],
  listSynced,
  listVersions: listModelVersions,
  version: getModelVersion,
  file: getModelFile,
  settle: settleOutbox,
  delay: delayOutbox,
  merge: applyRemoteModel,
  keepVersion: applyRemoteVersion,
  forget: forgetModel,
  create: createModel,
  adopt,
  recall: async (key) => (await openLibrary()).get('kept', key),
  remember: async (key, value) => {
    const database = await openLibrary();
    if (value === undefined) await database.delete('kept', key);
    else await database.put('kept', value, key);
  },
};

async function look(id: string): Promise<LocalModel> {
  const transaction = (await openLibrary()).transaction(['models', 'outbox', 'synced']);
  const [model, outbox, synced] = await Promise.all([
    transaction.objectStore('models').get(id),
    transaction.objectStore('outbox').get(id),
    transaction.objectStore('synced').get(id),
  ]);
  return { model, outbox, synced };
}

async function adopt(uid: string): Promise<number> {
  const ownerless = (await libraryStore.listModels()).filter(({ owner }) => owner === undefined);
  for (const { id } of ownerless) await amendModel(id, ({ owner }) => ({ owner: owner ?? uid }));
  return ownerless.length;
}
