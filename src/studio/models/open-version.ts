import type { Bytes } from '../../data/bytes';
import { sha256 } from '../../data/bytes';
import { toFault } from '../../lib/fault';
import type { Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';
import type { ModelArchive } from '../../library/models/model-archive';
import { unpackModel } from '../../library/models/model-archive';
import type { Model, ModelVersion } from '../../library/models/model-records';
import { getModelFile } from '../../library/models/model-versions';
import { phasesOf } from '../exchange/import-items';
import { modelsWords } from '../words/models';
import { modelOf } from './models-store';
import { versionDoor } from './version-door';

/** Archives that were looked into, the last ones; a version never changes. */
const opened = new Map<string, ModelArchive>();
const KEPT = 6;

/** The archive of a version as a file: verified, and unsealed where its model is classified. */
export async function bytesOf(version: ModelVersion): Promise<Result<Bytes>> {
  const model = modelOf(version.model);
  const stored = await storedBytes(version);
  if (!stored.ok || model?.seal === undefined) return stored;
  const { unseal } = versionDoor();
  return unseal === undefined
    ? fail({ code: 'models/sealed', ...modelsWords.absent, where: version.id })
    : unseal(model, version, stored.value);
}

async function storedBytes(version: ModelVersion): Promise<Result<Bytes>> {
  const bytes = await getModelFile(version.id);
  if (bytes === undefined) {
    const { fetch } = versionDoor();
    return fetch === undefined
      ? fail({ code: 'models/absent', ...modelsWords.absent, where: version.id })
      : fetch(version);
  }
  if ((await sha256(bytes)) !== version.sha256)
    return fail({ code: 'models/damaged', ...modelsWords.damaged, where: version.id });
  return ok(bytes);
}

/** What is in a version, checked as every file from outside is. */
export async function openVersion(version: ModelVersion): Promise<Result<ModelArchive>> {
  const known = opened.get(version.id);
  if (known !== undefined) return ok(known);
  try {
    const bytes = await bytesOf(version);
    if (!bytes.ok) return bytes;
    const archive = unpackModel(bytes.value, version.title);
    if (modelOf(version.model)?.seal === undefined) keep(version.id, archive);
    return ok(archive);
  } catch (thrown) {
    return fail(toFault(thrown, 'models/unreadable', version.id));
  }
}

function keep(id: string, archive: ModelArchive): void {
  opened.set(id, archive);
  const [oldest] = opened.keys();
  if (opened.size > KEPT && oldest !== undefined) opened.delete(oldest);
}

/** Trained parameters of an archive in plan order; undefined for a design alone. */
export function parametersOf(
  { experiment, tensors }: ModelArchive,
  name: string,
): Result<Float64Array> | undefined {
  return phasesOf({ experiment, tensors, files: new Map() }, name);
}

/** The version that links open. */
export function liveVersion(model: Model, versions: readonly ModelVersion[]): ModelVersion | undefined {
  return versions.find(({ id }) => id === model.live);
}
