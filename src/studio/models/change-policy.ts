import { classifiedError, classifiedFault } from '../../cloud/classified/classified-fault';
import type { Head } from '../../cloud/classified/model-seal';
import { newSeal } from '../../cloud/classified/model-seal';
import type { OpenVersion } from '../../cloud/classified/version-seal';
import { sealVersion, unsealVersion } from '../../cloud/classified/version-seal';
import type { Model, ModelVersion, Policy } from '../../library/models/model-records';
import { SEALED_SUMMARY } from '../../library/models/model-records';
import type { NewVersion } from '../../library/models/model-versions';
import { createModel, getModelFile, listModelVersions } from '../../library/models/model-versions';
import { amendModel, deployVersion, eraseModel, getModel } from '../../library/models/models';
import { PhotonicError } from '../../lib/fault';
import { keepOpen, lock, useVault } from './vault';

/** Who is to see a model from now on. */
export interface NextPolicy {
  readonly policy: Policy;
  readonly workspace: string | undefined;
  readonly people: Model['people'];
  /** Of a model that is sealed by this change. */
  readonly passphrase?: string | undefined;
}

/**
 * Changes who may see a model; answers with its id, which is another one if it was sealed or unsealed: then its versions
 * are written anew and the former model is erased with all it had, here and with the next sync in the cloud
 * (docs/decisions/2026-11-23-sealing-makes-a-new-model.md). Rejects with a fault; nothing is changed then.
 */
export async function changePolicy(id: string, next: NextPolicy): Promise<string> {
  const model = await getModel(id);
  if (model === undefined) throw classifiedError('damaged', id);
  const { policy, workspace, people } = next;
  const isSealed = model.seal !== undefined;
  if (isSealed === (policy === 'CLASSIFIED')) {
    await amendModel(id, { policy, workspace, people });
    return id;
  }
  const made = isSealed ? await unsealedCopy(model, next) : await sealedCopy(model, next);
  await eraseModel(id);
  lock(id);
  return made;
}

async function sealedCopy(model: Model, next: NextPolicy): Promise<string> {
  const head: Head = { name: model.name, tags: model.tags, note: model.note };
  const versions = await allOf(model, (version, bytes) =>
    Promise.resolve({ title: version.title, summary: version.summary, bytes }),
  );
  const { seal, key } = await newSeal(next.passphrase ?? '', head);
  const closed = await Promise.all(
    versions.map(async ({ said, open }): Promise<NewVersion> => {
      const bytes = await sealVersion(open, key);
      return { title: '', summary: SEALED_SUMMARY, bytes, by: said.by };
    }),
  );
  const made = await copyOf(model, { name: '', tags: [], note: '' }, next, seal, versions, closed);
  const facts = new Map(made.versions.map((id, index) => [id, versions[index]!.open]));
  keepOpen(made.id, { key, head, facts });
  return made.id;
}

async function unsealedCopy(model: Model, next: NextPolicy): Promise<string> {
  const open = useVault.getState().open.get(model.id);
  if (open === undefined) throw classifiedError('locked', model.id);
  const versions = await allOf(model, async (_, bytes) => {
    const read = await unsealVersion(bytes, open.key);
    if (!read.ok) throw new PhotonicError(read.fault);
    return read.value;
  });
  const plain = versions.map(({ said, open: each }) => ({ ...each, by: said.by }));
  return (await copyOf(model, open.head, next, undefined, versions, plain)).id;
}

interface Copied {
  readonly said: ModelVersion;
  readonly open: OpenVersion;
}

/** All versions, oldest first. Throws `classified/not-here` where one's archive is not in this browser. */
async function allOf(
  model: Model,
  open: (version: ModelVersion, bytes: Uint8Array<ArrayBuffer>) => Promise<OpenVersion>,
): Promise<readonly Copied[]> {
  const copied: Copied[] = [];
  for (const said of (await listModelVersions(model.id)).toReversed()) {
    const bytes = await getModelFile(said.id);
    if (bytes === undefined) throw new PhotonicError(classifiedFault('not-here', model.id));
    copied.push({ said, open: await open(said, bytes) });
  }
  return copied;
}

async function copyOf(
  model: Model,
  head: Head,
  { policy, workspace, people }: NextPolicy,
  seal: string | undefined,
  versions: readonly Copied[],
  stored: readonly NewVersion[],
): Promise<{ readonly id: string; readonly versions: readonly string[] }> {
  const { owner } = model;
  const { id } = await createModel({ ...head, owner, policy, workspace, people, seal }, stored);
  const made = (await listModelVersions(id)).toReversed().map((each) => each.id);
  const live = made[versions.findIndex(({ said }) => said.id === model.live)];
  if (live !== undefined) await deployVersion(id, live);
  return { id, versions: made };
}
