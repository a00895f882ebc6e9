import { create } from 'zustand';
import type { Head } from '../../cloud/classified/model-seal';
import { openHead, openSeal, withHead } from '../../cloud/classified/model-seal';
import type { OpenVersion } from '../../cloud/classified/version-seal';
import { sealVersion, unsealVersion } from '../../cloud/classified/version-seal';
import { classifiedFault } from '../../cloud/classified/classified-fault';
import type { Bytes } from '../../data/bytes';
import type { Model, ModelVersion } from '../../library/models/model-records';
import { getModelFile, listModelVersions } from '../../library/models/model-versions';
import type { Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';

/** What a version says, without its archive. */
type Facts = Pick<OpenVersion, 'title' | 'summary'>;

interface OpenModel {
  readonly key: CryptoKey;
  readonly head: Head;
  /** By version. */
  readonly facts: ReadonlyMap<string, Facts>;
  /** When it locks whatever happens, ms. */
  readonly until: number;
}

/** However busy somebody is, a model stays open no longer, ms. */
export const OPEN_FOR = 15 * 60_000;
/** And no longer than this after the last key or touch, ms. */
export const OPEN_WHILE_IDLE = 5 * 60_000;

/** Classified models that are unlocked. Keys are in memory only and cannot be taken out of it. */
export const useVault = create<{ readonly open: ReadonlyMap<string, OpenModel> }>()(() => ({
  open: new Map(),
}));

/** Unlocks a model with its passphrase, and reads what its versions in this browser say. */
export async function unlock(model: Model, passphrase: string): Promise<Result<void>> {
  if (model.seal === undefined) return ok(undefined);
  const opened = await openSeal(model.seal, passphrase);
  if (!opened.ok) return opened;
  const { key, head } = opened.value;
  const facts = new Map<string, Facts>();
  for (const { id } of await listModelVersions(model.id)) {
    const bytes = await getModelFile(id);
    const version = bytes && (await unsealVersion(bytes, key));
    if (version?.ok === true) facts.set(id, { title: version.value.title, summary: version.value.summary });
  }
  setOpen(model.id, { key, head, facts, until: Date.now() + OPEN_FOR });
  return ok(undefined);
}

/** Keeps a model open that was sealed a moment ago. */
export function keepOpen(
  model: string,
  { key, head, facts }: Pick<OpenModel, 'key' | 'head' | 'facts'>,
): void {
  setOpen(model, { key, head, facts, until: Date.now() + OPEN_FOR });
}

export function lock(...models: readonly string[]): void {
  useVault.setState(({ open }) => ({ open: new Map([...open].filter(([id]) => !models.includes(id))) }));
}

export function lockAll(): void {
  if (useVault.getState().open.size > 0) useVault.setState({ open: new Map() });
}

/** A model as it is shown: with its name, tags and note while it is unlocked. */
export function unveiled(model: Model): Model {
  const head = model.seal === undefined ? undefined : useVault.getState().open.get(model.id)?.head;
  return head === undefined ? model : { ...model, ...head };
}

/** A version as it is shown. */
export function unveiledVersion(version: ModelVersion): ModelVersion {
  const facts = useVault.getState().open.get(version.model)?.facts.get(version.id);
  return facts === undefined ? version : { ...version, ...facts };
}

/** A version of a classified model as it is stored and sent. */
export async function sealed(model: Model, version: OpenVersion): Promise<Result<Bytes>> {
  const open = useVault.getState().open.get(model.id);
  if (open === undefined) return fail(classifiedFault('locked', model.id));
  return ok(await sealVersion(version, open.key));
}

/** The archive in a sealed version. */
export async function unsealed(model: Model, version: ModelVersion, bytes: Bytes): Promise<Result<Bytes>> {
  const open = useVault.getState().open.get(model.id);
  if (open === undefined) return fail(classifiedFault('locked', model.id));
  const read = await unsealVersion(bytes, open.key);
  if (!read.ok) return read;
  const { title, summary } = read.value;
  // A version that arrived, or was saved, since the model was unlocked.
  if (!open.facts.has(version.id))
    setOpen(model.id, { ...open, facts: new Map(open.facts).set(version.id, { title, summary }) });
  return ok(read.value.bytes);
}

/** The seal with a changed name, tags or note. Throws `classified/too-long` and `classified/damaged`. */
export async function resealed(model: Model, change: Partial<Head>): Promise<Result<string>> {
  const open = useVault.getState().open.get(model.id);
  if (open === undefined || model.seal === undefined) return fail(classifiedFault('locked', model.id));
  const head = await openHead(model.seal, open.key);
  if (!head.ok) return head;
  const next = { ...head.value, ...change };
  const seal = await withHead(model.seal, open.key, next);
  setOpen(model.id, { ...open, head: next });
  return ok(seal);
}

/** Opens what a sealed version says, of one that is not in the list yet. */
export function noteFacts(model: string, version: string, facts: Facts): void {
  const open = useVault.getState().open.get(model);
  if (open !== undefined) setOpen(model, { ...open, facts: new Map(open.facts).set(version, facts) });
}

function setOpen(model: string, next: OpenModel): void {
  useVault.setState(({ open }) => ({ open: new Map(open).set(model, next) }));
}

/** Which of the open models are to be locked now. */
export function overdue(
  open: ReadonlyMap<string, Pick<OpenModel, 'until'>>,
  now: number,
  active: number,
): readonly string[] {
  const isIdle = now - active >= OPEN_WHILE_IDLE;
  return [...open].flatMap(([id, { until }]) => (isIdle || now >= until ? [id] : []));
}
