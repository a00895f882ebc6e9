import { toFault } from '../../lib/fault';
import type { Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';
import type { ModelArchive } from '../../library/models/model-archive';
import { unpackModel } from '../../library/models/model-archive';
import { getModelVersion } from '../../library/models/model-versions';
import { getModel } from '../../library/models/models';
import { cloudConfig } from '../account/cloud-door';
import type { Linked } from '../state/link-address';
import { notify } from '../state/notify';
import { modelsWords as words } from '../words/models';
import { titleOfModel } from './models-store';
import { openVersion, parametersOf } from './open-version';

/** The live version of a model, from this browser, else from the cloud where anyone may read it. */
export async function readModelLink(id: string): Promise<Result<Linked>> {
  try {
    const model = await getModel(id);
    if (model === undefined || model.deletedAt !== undefined) return await readFromCloud(id);
    const version = model.live === undefined ? undefined : await getModelVersion(model.live);
    if (version === undefined) return fail({ code: 'models/not-live', ...words.noLive, where: id });
    const archive = await openVersion(version);
    return archive.ok ? linkedOf(archive.value, titleOfModel(model), version.title) : archive;
  } catch (thrown) {
    return fail(toFault(thrown, 'models/unreadable', id));
  }
}

async function readFromCloud(id: string): Promise<Result<Linked>> {
  if ((await cloudConfig()) === undefined)
    return fail({ code: 'models/unknown', ...words.unknownModel, where: id });
  const { fetchPublic } = await import('../account/cloud-parts');
  const found = await fetchPublic(id);
  if (!found.ok) return found;
  const { name, title, bytes } = found.value;
  return linkedOf(unpackModel(bytes, name), name, title);
}

function linkedOf(archive: ModelArchive, name: string, title: string): Result<Linked> {
  const parameters = parametersOf(archive, name);
  if (parameters?.ok === false) return parameters;
  notify('success', words.openedLink(title, name), { id: 'model', description: words.openedNote });
  const { experiment, manifest } = archive;
  const phases = parameters && { parameters: parameters.value, step: manifest.step };
  return ok({ experiment, phases, open: undefined });
}
