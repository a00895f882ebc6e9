import { create } from 'zustand';
import type { Model, ModelVersion } from '../../library/models/model-records';
import { listAllVersions, listModelVersions } from '../../library/models/model-versions';
import { getModel, listModels } from '../../library/models/models';
import { modelsNews } from '../../library/models/models-news';
import { modelsWords } from '../words/models';
import { unveiled, unveiledVersion, useVault } from './vault';

/** All models of this browser as the page knows them; read with the first look at them. */
interface Models {
  readonly state: 'unread' | 'read' | 'failed';
  /** The deleted ones among them. */
  readonly models: readonly Model[];
  /** By model, the newest first. */
  readonly versions: ReadonlyMap<string, readonly ModelVersion[]>;
}

export const useModels = create<Models>()(() => ({ state: 'unread', models: [], versions: new Map() }));

let following = false;

/** Reads all models, the first time it is called, and follows them from then on. */
export async function followModels(): Promise<void> {
  if (following) return;
  following = true;
  modelsNews.follow(({ changed, deleted }) => {
    if (deleted.length > 0) forget(deleted);
    for (const model of changed) void refresh(model);
  });
  useVault.subscribe(({ open }, before) => {
    for (const id of new Set([...open.keys(), ...before.open.keys()]))
      if (open.get(id) !== before.open.get(id)) void showAgain(id);
  });
  try {
    const [kept, deleted, all] = await Promise.all([
      listModels('kept'),
      listModels('deleted'),
      listAllVersions(),
    ]);
    const versions = Map.groupBy(all, ({ model }) => model);
    for (const each of versions.values()) each.sort((a, b) => b.createdAt - a.createdAt);
    // What was told while this was read is newer.
    useModels.setState(({ models: told, versions: toldVersions }) => ({
      state: 'read',
      models: told.reduce(withModel, [...kept, ...deleted].map(unveiled)),
      versions: new Map([...versions, ...toldVersions]),
    }));
  } catch (thrown) {
    console.warn('The models could not be read', thrown);
    useModels.setState({ state: 'failed' });
    following = false;
  }
}

async function refresh(model: Model): Promise<void> {
  // Known at once: whoever has made it goes to it next.
  useModels.setState(({ models }) => ({ models: withModel(models, unveiled(model)) }));
  const versions = await listModelVersions(model.id).catch(() => undefined);
  if (versions === undefined) return;
  useModels.setState(({ versions: before }) => ({
    versions: new Map(before).set(model.id, versions.map(unveiledVersion)),
  }));
}

/** Shows again what was unlocked or locked, from what is stored. */
async function showAgain(id: string): Promise<void> {
  const model = await getModel(id);
  if (model !== undefined) await refresh(model);
}

/** News of another page may come after newer news of this one. */
function withModel(models: readonly Model[], model: Model): readonly Model[] {
  const known = models.find(({ id }) => id === model.id);
  if (known === undefined) return [model, ...models];
  if (known.updatedAt > model.updatedAt) return models;
  return models.map((each) => (each === known ? model : each));
}

function forget(ids: readonly string[]): void {
  useModels.setState(({ models, versions }) => ({
    models: models.filter(({ id }) => !ids.includes(id)),
    versions: new Map([...versions].filter(([id]) => !ids.includes(id))),
  }));
}

export function modelOf(id: string | undefined): Model | undefined {
  return useModels.getState().models.find((model) => model.id === id);
}

/** Newest first; none where the model is not known. */
export function versionsOf(id: string | undefined): readonly ModelVersion[] {
  return (id === undefined ? undefined : useModels.getState().versions.get(id)) ?? NONE;
}

/** One list for all that have none, so that nothing seems to change. */
export const NONE: readonly ModelVersion[] = [];

/** A classified model has no name while it is locked. */
export function titleOfModel({ name }: Pick<Model, 'name'>): string {
  return name === '' ? modelsWords.locked : name;
}

export function nameOfModel(id: string): string {
  const model = modelOf(id);
  return model === undefined ? modelsWords.locked : titleOfModel(model);
}
