import { classifiedError, classifiedFault } from '../../cloud/classified/classified-fault';
import type { Fault } from '../../lib/fault';
import { PhotonicError } from '../../lib/fault';
import type { Model, ModelVersion } from '../../library/models/model-records';
import type { ModelChange } from '../../library/models/models';
import {
  amendModel,
  deleteModel,
  deployVersion,
  eraseModel,
  getModel,
  restoreModel,
} from '../../library/models/models';
import { duplicateModel, getModelFile, saveModelVersion } from '../../library/models/model-versions';
import { currentAccount } from '../account/account-store';
import { mustSignInFirst } from '../configuration/require-sign-in';
import { markClassified } from '../documents/classified-documents';
import { useDocument } from '../documents/document-store';
import { openAsDocument } from '../documents/open-document';
import { storageFault } from '../documents/storage-fault';
import { fileStem } from '../exchange/export-context';
import { saveFile } from '../exchange/save-file';
import { bringPhases } from '../state/carry-phases';
import { notify } from '../state/notify';
import { awaiting } from '../state/run-store';
import { showScreen } from '../state/view';
import { modelsWords as words } from '../words/models';
import { goToModel, goToVersion, useModelList } from './list-store';
import { modelOf, titleOfModel, versionsOf } from './models-store';
import { noteChanged } from './sync-store';
import { resealed, unveiled } from './vault';
import { bytesOf, openVersion, parametersOf } from './open-version';

/** Everything that is done with models beside saving one; what cannot be done is told. */

/** The model whose versions are shown, and the version of it. */
export function currentModel(): Model | undefined {
  const model = modelOf(useModelList.getState().at);
  return model?.deletedAt === undefined ? model : undefined;
}

export function currentVersion(): ModelVersion | undefined {
  const { at, version } = useModelList.getState();
  const versions = versionsOf(at);
  return versions.find(({ id }) => id === version) ?? versions[0];
}

/** The account that models are made for; undefined: none. */
export function ownerNow(): string | undefined {
  const account = currentAccount();
  return account.status === 'signed-in' ? account.uid : undefined;
}

export async function changeModel(
  id: string,
  change: ModelChange | ((model: Model) => ModelChange),
): Promise<void> {
  await orTell(async () => {
    const stored = await getModel(id);
    noteChanged(id);
    if (stored?.seal === undefined) return amendModel(id, change);
    const { name, tags, note, ...rest } = typeof change === 'function' ? change(unveiled(stored)) : change;
    const seal = await resealed(stored, {
      ...(name !== undefined && { name }),
      ...(tags !== undefined && { tags }),
      ...(note !== undefined && { note }),
    });
    if (!seal.ok) throw new PhotonicError(seal.fault);
    return amendModel(id, { ...rest, seal: seal.value });
  });
}

/** The version on the chip, as a document of its own. */
export async function openOnChip(version: ModelVersion): Promise<void> {
  if (mustSignInFirst()) return;
  const archive = await awaiting(openVersion(version));
  if (!archive.ok) return tell(archive.fault);
  const parameters = parametersOf(archive.value, version.title);
  if (parameters?.ok === false) return tell(parameters.fault);
  const { experiment, manifest } = archive.value;
  showScreen('chip');
  // Who opens a version wants its phases, also where a run of the same chip has its own: those are one undo away.
  if (parameters !== undefined)
    bringPhases(experiment, { parameters: parameters.value, step: manifest.step }, 'replace');
  openAsDocument(experiment);
  if (modelOf(version.model)?.seal !== undefined) markClassified(useDocument.getState().id);
  notify('success', words.opened(version.title), { id: 'model', description: words.openedNote });
}

/** An earlier version becomes the newest one again; nothing is lost in between. */
export async function restoreVersion(version: ModelVersion): Promise<void> {
  await orTell(async () => {
    const bytes = await getModelFile(version.id);
    if (bytes === undefined) throw new PhotonicError({ code: 'models/absent', ...words.absent });
    const { title, summary, model } = version;
    const saved = await saveModelVersion(model, {
      title: words.restoredTitle(title),
      summary,
      bytes,
      by: ownerNow(),
    });
    goToVersion(saved.id);
    notify('success', words.restored(title), { id: 'model' });
  });
}

export async function duplicate(model: Model): Promise<void> {
  await orTell(async () => {
    const copy = await duplicateModel(model.id, words.copyOf(titleOfModel(model)), ownerNow());
    if (copy === undefined) return;
    goToModel(copy.id);
    notify('success', words.duplicated(copy.name), { id: 'model' });
  });
}

/** @param version undefined: nothing of the model is live any more */
export async function deploy(model: Model, version: ModelVersion | undefined): Promise<void> {
  await orTell(async () => {
    await deployVersion(model.id, version?.id);
    notify('success', version === undefined ? words.withdrawn : words.deployed(version.title), {
      id: 'model',
    });
  });
}

/** Deletes at once; the message offers to undo it, and the list of deleted ones later. */
export async function remove(model: Model): Promise<void> {
  await orTell(async () => {
    await deleteModel(model.id);
    if (useModelList.getState().at === model.id) {
      goToModel(undefined);
      useModelList.setState({ tab: 'list' });
    }
    notify('success', words.deleted(titleOfModel(model)), {
      id: 'model',
      description: words.deletedNote,
      duration: 12_000,
      action: { label: words.undo, onClick: () => void bringBack(model.id) },
    });
  });
}

export async function bringBack(id: string): Promise<void> {
  await orTell(() => restoreModel(id));
  goToModel(id);
}

export async function erase(model: Model): Promise<void> {
  await orTell(async () => {
    await eraseModel(model.id);
    notify('success', words.erased(titleOfModel(model)), { id: 'model' });
  });
}

/** The version's archive as a file; the import opens it again. */
export async function exportVersion(version: ModelVersion): Promise<void> {
  await orTell(async () => {
    const model = modelOf(version.model);
    if (model?.seal !== undefined) throw classifiedError('no-export', model.id);
    const bytes = await awaiting(bytesOf(version));
    if (!bytes.ok) throw new PhotonicError(bytes.fault);
    const stem = fileStem({ name: `${model === undefined ? '' : titleOfModel(model)} ${version.title}` });
    saveFile({ name: `${stem}.photonic.zip`, type: 'application/zip', bytes: bytes.value });
  });
}

export async function copyModelLink(model: Model): Promise<void> {
  if (model.seal !== undefined) return tell(classifiedFault('no-export', model.id));
  const link = `${location.origin}${location.pathname}#m=${model.id}`;
  const { here, everywhere } = words.linkNote;
  try {
    await navigator.clipboard.writeText(link);
    const isPublic = model.policy === 'PUBLIC' && model.owner !== undefined;
    notify('success', words.linkCopied, { id: 'model', description: isPublic ? everywhere : here });
  } catch {
    notify('warning', words.notCopied, { id: 'model', description: link });
  }
}

async function orTell(action: () => Promise<unknown>): Promise<void> {
  try {
    await action();
  } catch (thrown) {
    tell(thrown instanceof PhotonicError ? thrown.fault : storageFault(thrown));
  }
}

export function tell({ message, fix }: Fault): void {
  notify('error', message, { id: 'model', description: fix, duration: 12_000, closeButton: true });
}
