import { sha256 } from '../../data/bytes';
import type { Bytes } from '../../data/bytes';
import type { Model, ModelVersion } from '../../library/models/model-records';
import type { NewVersion } from '../../library/models/model-versions';
import type { ModelChange, NewModel } from '../../library/models/models';
import { newModel } from '../../library/models/models';
import type { Sent } from '../../library/models/outbox';
import type { LocalModel, Merged } from '../../library/models/remote-models';
import type { OutboxEntry, SyncedModel } from '../../library/models/sync-records';
import { newId } from '../../library/store/page-life';
import type { LocalStore } from './local-store';

/** A device's library in memory, for tests outside browsers; the browser's own is checked by journeys in e2e/cloud. */
export class MemoryStore implements LocalStore {
  readonly models = new Map<string, Model>();
  readonly versions = new Map<string, ModelVersion>();
  readonly files = new Map<string, Bytes>();
  readonly waiting = new Map<string, OutboxEntry>();
  readonly synced = new Map<string, SyncedModel>();
  readonly kept = new Map<string, unknown>();

  // ── what a person does ─────────────────────────────────────────────────────────────────────────────────────────

  amend(id: string, change: ModelChange): void {
    const before = this.models.get(id);
    if (before === undefined) return;
    this.models.set(id, { ...before, ...change, updatedAt: Date.now() });
    this.#note(id, { head: true });
  }

  async save(model: string, version: NewVersion): Promise<ModelVersion> {
    const digest = await sha256(version.bytes);
    const latest = [...this.versions.values()].filter((each) => each.model === model).at(-1);
    const saved: ModelVersion = {
      id: newId(),
      model,
      parent: version.parent ?? latest?.id,
      title: version.title,
      createdAt: Date.now(),
      by: version.by,
      bytes: version.bytes.length,
      sha256: digest,
      summary: version.summary,
      isHere: true,
    };
    this.versions.set(saved.id, saved);
    this.files.set(saved.id, version.bytes);
    this.#note(model, { versions: [saved.id] });
    return saved;
  }

  erase(id: string): void {
    this.#remove(id);
    this.#note(id, { erase: true });
  }

  async create(model: NewModel, versions: readonly NewVersion[]): Promise<Model> {
    const made = newModel(model);
    this.models.set(made.id, made);
    this.#note(made.id, { head: true });
    for (const version of versions) await this.save(made.id, version);
    return made;
  }

  #note(model: string, change: { head?: boolean; versions?: string[]; erase?: boolean }): void {
    const before = this.waiting.get(model);
    const isErased = change.erase === true;
    this.waiting.set(model, {
      model,
      head: !isErased && (before?.head === true || change.head === true),
      versions: isErased ? [] : [...new Set([...(before?.versions ?? []), ...(change.versions ?? [])])],
      erase: isErased,
      at: Date.now(),
      change: newId(),
      attempts: 0,
      retryAt: 0,
    });
  }

  #remove(id: string): void {
    this.models.delete(id);
    for (const version of [...this.versions.values()].filter(({ model }) => model === id)) {
      this.versions.delete(version.id);
      this.files.delete(version.id);
    }
  }

  // ── what sync does ─────────────────────────────────────────────────────────────────────────────────────────────

  outbox = (): Promise<readonly OutboxEntry[]> =>
    Promise.resolve([...this.waiting.values()].sort((a, b) => a.at - b.at));

  look = (id: string): Promise<LocalModel> => Promise.resolve(this.#look(id));

  listModels = (): Promise<readonly Model[]> => Promise.resolve([...this.models.values()]);

  listSynced = (): Promise<readonly SyncedModel[]> => Promise.resolve([...this.synced.values()]);

  listVersions = (model: string): Promise<readonly ModelVersion[]> =>
    Promise.resolve([...this.versions.values()].filter((each) => each.model === model));

  version = (id: string): Promise<ModelVersion | undefined> => Promise.resolve(this.versions.get(id));

  file = (version: string): Promise<Bytes | undefined> => Promise.resolve(this.files.get(version));

  settle = (model: string, sent: Sent, synced?: SyncedModel): Promise<OutboxEntry | undefined> => {
    const entry = this.waiting.get(model);
    const left = entry && without(entry, sent);
    if (left === undefined) this.waiting.delete(model);
    else this.waiting.set(model, left);
    if (sent.erase === true) this.synced.delete(model);
    else if (synced !== undefined) this.synced.set(model, synced);
    return Promise.resolve(left);
  };

  delay = (model: string, delay: Pick<OutboxEntry, 'attempts' | 'retryAt' | 'fault'>): Promise<void> => {
    const entry = this.waiting.get(model);
    if (entry !== undefined) this.waiting.set(model, { ...entry, ...delay });
    return Promise.resolve();
  };

  merge = (id: string, merge: (local: LocalModel) => Merged | undefined): Promise<Model | undefined> => {
    const merged = merge(this.#look(id));
    if (merged?.model !== undefined) this.models.set(id, merged.model);
    if (merged?.outbox !== undefined) this.waiting.set(id, merged.outbox);
    if (merged?.synced !== undefined) this.synced.set(id, merged.synced);
    return Promise.resolve(this.models.get(id));
  };

  keepVersion = (version: ModelVersion, bytes?: Bytes): Promise<void> => {
    if (!this.models.has(version.model)) return Promise.resolve();
    const isHere = bytes !== undefined || this.files.has(version.id);
    this.versions.set(version.id, { ...version, isHere });
    if (bytes !== undefined) this.files.set(version.id, bytes);
    return Promise.resolve();
  };

  forget = (id: string): Promise<void> => {
    this.#remove(id);
    this.waiting.delete(id);
    this.synced.delete(id);
    return Promise.resolve();
  };

  adopt = (uid: string): Promise<number> => {
    const ownerless = [...this.models.values()].filter(({ owner }) => owner === undefined);
    for (const { id } of ownerless) this.amend(id, { owner: uid });
    return Promise.resolve(ownerless.length);
  };

  recall = (key: string): Promise<unknown> => Promise.resolve(this.kept.get(key));

  remember = (key: string, value: unknown): Promise<void> => {
    this.kept.set(key, value);
    return Promise.resolve();
  };

  #look(id: string): LocalModel {
    return { model: this.models.get(id), outbox: this.waiting.get(id), synced: this.synced.get(id) };
  }
}

function without(entry: OutboxEntry, sent: Sent): OutboxEntry | undefined {
  const head = entry.head && !(entry.change === sent.change && sent.head === true);
  const versions = entry.versions.filter((version) => sent.versions?.includes(version) !== true);
  const erase = entry.erase && sent.erase !== true;
  return head || versions.length > 0 || erase ? { ...entry, head, versions, erase } : undefined;
}
