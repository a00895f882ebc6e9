import { afterAll, beforeEach, expect, it } from 'vitest';
import { openLibrary } from '../store/database';
import type { ModelSummary } from './model-records';
import type { ModelHead } from './sync-records';
import {
  amendModel,
  deleteModel,
  deployVersion,
  eraseModel,
  eraseOldModels,
  getModel,
  listModels,
  putModel,
  restoreModel,
} from './models';
import { duplicateModel, getModelFile, listModelVersions, saveModelVersion } from './model-versions';
import { modelsNews } from './models-news';
import { delayOutbox, getSynced, MODEL_STORES, outboxEntries, settleOutbox } from './outbox';
import { applyRemoteModel, applyRemoteVersion, forgetModel } from './remote-models';

const summary: ModelSummary = {
  experiment: 'Vowels',
  modes: 6,
  layers: 3,
  dataset: 'vowels',
  source: 'real',
  parameters: 132,
  step: 900,
  accuracy: 0.93,
  backend: 'wasm',
};
const version = (title: string, fill = 1) => ({
  title,
  summary,
  bytes: new Uint8Array(1000).fill(fill),
  by: undefined,
});
const head: ModelHead = {
  name: 'Theirs',
  tags: [],
  note: '',
  live: undefined,
  policy: 'INTERNAL',
  people: {},
  workspace: undefined,
  owner: 'u',
  seal: undefined,
  deletedAt: undefined,
};

async function clear(): Promise<void> {
  const transaction = (await openLibrary()).transaction(MODEL_STORES, 'readwrite');
  await Promise.all([
    ...MODEL_STORES.map((store) => transaction.objectStore(store).clear()),
    transaction.done,
  ]);
}

beforeEach(clear);
afterAll(clear);

it('notes in the same transaction that a new model and its versions have to be sent', async () => {
  const { id } = await putModel({ name: 'Vowels' });
  const first = await saveModelVersion(id, version('First'));
  const second = await saveModelVersion(id, version('Second', 2));
  expect(first).toMatchObject({ parent: undefined, bytes: 1000, isHere: true });
  expect(first.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(second.parent).toBe(first.id);
  expect((await listModelVersions(id)).map(({ title }) => title)).toEqual(['Second', 'First']);
  expect(await getModelFile(second.id)).toEqual(new Uint8Array(1000).fill(2));
  expect(await outboxEntries()).toMatchObject([
    { model: id, head: true, versions: [first.id, second.id], erase: false, attempts: 0 },
  ]);
});

it('leaves nothing behind when a version cannot be saved', async () => {
  await expect(saveModelVersion('gone', version('Lost'))).rejects.toThrow('has been erased');
  const database = await openLibrary();
  expect(await database.count('model-versions')).toBe(0);
  expect(await database.count('model-files')).toBe(0);
  expect(await database.count('outbox')).toBe(0);
});

it('keeps every one of many changes made at once', async () => {
  const { id } = await putModel({ name: 'Vowels' });
  await Promise.all([
    ...Array.from({ length: 20 }, (_, k) => amendModel(id, ({ tags }) => ({ tags: [...tags, `t${k}`] }))),
    ...Array.from({ length: 20 }, (_, k) => saveModelVersion(id, version(`v${k}`))),
  ]);
  expect((await getModel(id))?.tags).toHaveLength(20);
  const versions = await listModelVersions(id);
  expect(versions).toHaveLength(20);
  // One chain: each was made from the one before it, and their times rise.
  expect(new Set(versions.map(({ parent }) => parent)).size).toBe(20);
  expect(new Set(versions.map(({ createdAt }) => createdAt)).size).toBe(20);
  expect((await outboxEntries())[0]?.versions).toHaveLength(20);
});

it('deletes so that it can be undone, and erases for good', async () => {
  const { id } = await putModel({ name: 'Vowels' });
  await saveModelVersion(id, version('First'));
  await deleteModel(id);
  expect(await listModels()).toEqual([]);
  expect(await listModels('deleted')).toHaveLength(1);
  await restoreModel(id);
  expect(await listModels()).toHaveLength(1);
  await eraseModel(id);
  const database = await openLibrary();
  for (const store of ['models', 'model-versions', 'model-files'] as const)
    expect(await database.count(store)).toBe(0);
  expect(await outboxEntries()).toMatchObject([{ model: id, erase: true, head: false, versions: [] }]);
});

it('erases only what was deleted long ago', async () => {
  const { id } = await putModel({ name: 'Old' });
  await putModel({ name: 'Kept' });
  await deleteModel(id);
  await eraseOldModels(Date.now() + 500, 1000);
  expect(await listModels('deleted')).toHaveLength(1);
  await eraseOldModels(Date.now() + 5000, 1000);
  expect(await listModels('deleted')).toHaveLength(0);
  expect(await listModels()).toHaveLength(1);
});

it('deploys versions of the model only', async () => {
  const { id } = await putModel({ name: 'A' });
  const other = await putModel({ name: 'B' });
  const { id: live } = await saveModelVersion(id, version('First'));
  expect((await deployVersion(id, live))?.live).toBe(live);
  await expect(deployVersion(other.id, live)).rejects.toThrow('no longer there');
  expect((await deployVersion(id, undefined))?.live).toBeUndefined();
});

it('copies a model with its versions; the copy is nobody else’s and not deployed', async () => {
  const { id } = await putModel({ name: 'A', policy: 'RESTRICTED', people: { x: 'write' }, workspace: 'w' });
  const { id: live } = await saveModelVersion(id, version('First'));
  await saveModelVersion(id, version('Second', 2));
  await deployVersion(id, live);
  const copy = await duplicateModel(id, 'A 2', 'me');
  expect(copy).toMatchObject({
    name: 'A 2',
    policy: 'RESTRICTED',
    people: {},
    workspace: undefined,
    owner: 'me',
    live: undefined,
  });
  const versions = await listModelVersions(copy!.id);
  expect(versions.map(({ title }) => title)).toEqual(['Second', 'First']);
  expect(versions[0]?.parent).toBe(versions[1]?.id);
  expect(await getModelFile(versions[0]!.id)).toEqual(new Uint8Array(1000).fill(2));
});

it('tells who follows of every change', async () => {
  const heard: string[] = [];
  const stop = modelsNews.follow(({ changed, deleted }) => {
    heard.push(...changed.map(({ name }) => name), ...deleted.map(() => 'erased'));
  });
  const { id } = await putModel({ name: 'A' });
  await amendModel(id, { name: 'B' });
  await eraseModel(id);
  stop();
  expect(heard).toEqual(['A', 'B', 'erased']);
});

it('takes from the outbox what has arrived, and keeps what was changed meanwhile', async () => {
  const { id } = await putModel({ name: 'A' });
  const first = await saveModelVersion(id, version('First'));
  const [entry] = await outboxEntries();
  await delayOutbox(id, { attempts: 2, retryAt: 5000 });
  await amendModel(id, { name: 'B' });
  const synced = { model: id, account: 'u', revision: 1, base: head, versions: [first.id] };
  const left = await settleOutbox(id, { change: entry!.change, head: true, versions: [first.id] }, synced);
  expect(left).toMatchObject({ head: true, versions: [], attempts: 0 });
  expect(await getSynced(id)).toEqual(synced);
  expect(await settleOutbox(id, { change: left!.change, head: true })).toBeUndefined();
  expect(await outboxEntries()).toEqual([]);
});

it('takes in what comes from the cloud without noting it to be sent', async () => {
  const model = { ...head, id: 'm', createdAt: 1, updatedAt: 2 };
  await applyRemoteModel('m', (local) => {
    expect(local).toEqual({ model: undefined, outbox: undefined, synced: undefined });
    return { model, synced: { model: 'm', account: 'u', revision: 3, base: head, versions: ['v'] } };
  });
  const stored = { id: 'v', model: 'm', parent: undefined, title: 'First', createdAt: 1, by: 'u' };
  const whole = { ...stored, bytes: 3, sha256: 'x', summary, isHere: false };
  await applyRemoteVersion(whole);
  expect((await listModelVersions('m'))[0]?.isHere).toBe(false);
  await applyRemoteVersion(whole, Uint8Array.of(1, 2, 3));
  await applyRemoteVersion(whole);
  expect((await listModelVersions('m'))[0]?.isHere).toBe(true);
  expect(await getModelFile('v')).toEqual(Uint8Array.of(1, 2, 3));
  expect(await outboxEntries()).toEqual([]);
  await forgetModel('m');
  expect(await listModels()).toEqual([]);
  expect(await getSynced('m')).toBeUndefined();
});
