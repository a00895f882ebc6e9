import type { Operation } from '../../cloud/policy';
import type { Model, ModelVersion } from '../../library/models/model-records';
import { currentAccount, useAccount } from '../account/account-store';
import { mustSignInFirst } from '../configuration/require-sign-in';
import { openDialog } from '../documents/document-store';
import {
  copyModelLink,
  currentModel,
  currentVersion,
  deploy,
  duplicate,
  exportVersion,
  openOnChip,
  remove,
  restoreVersion,
} from '../models/act';
import { useModelList } from '../models/list-store';
import { useModels, versionsOf } from '../models/models-store';
import { mayDoHere } from '../models/rights';
import { currentRun } from '../runs/act';
import { isBusy, useRun } from '../state/run-store';
import { useView } from '../state/view';
import { modelsWords } from '../words/models';
import type { Command } from './command';

const words = modelsWords.command;
const isHere = (): boolean => useView.getState().screen === 'models';
/** The chosen model, where the person may do this with it. */
const may = (operation: Operation): boolean => {
  const model = isHere() ? currentModel() : undefined;
  return model !== undefined && mayDoHere(currentAccount(), operation, model, Date.now());
};
const hasVersion = (): boolean => currentVersion() !== undefined;
const isLive = (): boolean => currentVersion()?.id === currentModel()?.live && hasVersion();
const isOpenable = (): boolean => may('read') && hasVersion();
const withModel = (act: (model: Model) => unknown): void => {
  const model = currentModel();
  if (model !== undefined) act(model);
};
const withVersion = (act: (version: ModelVersion, model: Model) => unknown): void => {
  const version = currentVersion();
  withModel((model) => version !== undefined && act(version, model));
};

function openSaving(run: string | undefined): void {
  if (mustSignInFirst()) return;
  useModelList.setState({ saving: { run } });
  openDialog('save-model');
}

/** A field that another part of the screen may have to make place for first, or a menu give the focus back. */
function focusSoon(id: string): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const field = document.getElementById(id);
      field?.focus();
      if (field instanceof HTMLInputElement) field.select();
    }),
  );
}

/** Stores on which the titles and availability of these depend. */
export const modelsSources = [useModels, useModelList, useAccount];

export const modelsCommands = {
  saveModel: {
    id: 'saveModel',
    group: 'Work',
    title: () => words.save,
    keys: '$mod+Shift+s',
    enabled: () => useRun.getState().run !== undefined && !isBusy(useRun.getState()),
    run: () => openSaving(undefined),
  },
  saveRunAsModel: {
    id: 'saveRunAsModel',
    group: 'Work',
    title: () => words.saveRun,
    enabled: () => useView.getState().screen === 'runs' && (currentRun()?.step ?? 0) > 0,
    run: () => openSaving(currentRun()?.id),
  },
  openModel: {
    id: 'openModel',
    group: 'Work',
    title: () => words.open,
    enabled: isOpenable,
    run: () => withVersion((version) => void openOnChip(version)),
  },
  renameModel: {
    id: 'renameModel',
    group: 'Work',
    title: () => words.rename,
    enabled: () => may('write'),
    run: () => {
      useModelList.setState({ tab: 'model' });
      focusSoon('model-name');
    },
  },
  duplicateModel: {
    id: 'duplicateModel',
    group: 'Work',
    title: () => words.duplicate,
    enabled: () => may('read'),
    run: () => withModel((model) => void duplicate(model)),
  },
  deployModel: {
    id: 'deployModel',
    group: 'Work',
    title: () => (isLive() ? words.withdraw : words.deploy),
    enabled: () => may('write') && hasVersion(),
    run: () => withVersion((version, model) => void deploy(model, isLive() ? undefined : version)),
  },
  restoreModelVersion: {
    id: 'restoreModelVersion',
    group: 'Work',
    title: () => words.restore,
    enabled: () => {
      const version = currentVersion();
      return may('write') && version?.isHere === true && version.id !== versionsOf(version.model)[0]?.id;
    },
    run: () => withVersion((version) => void restoreVersion(version)),
  },
  exportModel: {
    id: 'exportModel',
    group: 'Work',
    title: () => words.export,
    enabled: () => isOpenable() && currentModel()?.policy !== 'CLASSIFIED',
    run: () => withVersion((version) => void exportVersion(version)),
  },
  copyModelLink: {
    id: 'copyModelLink',
    group: 'Work',
    title: () => words.copyLink,
    enabled: () => may('read') && currentModel()?.policy !== 'CLASSIFIED',
    run: () => withModel((model) => void copyModelLink(model)),
  },
  deleteModel: {
    id: 'deleteModel',
    group: 'Work',
    title: () => words.remove,
    enabled: () => may('delete'),
    run: () => withModel((model) => void remove(model)),
  },
  findModels: {
    id: 'findModels',
    group: 'Work',
    title: () => words.find,
    keys: '/',
    enabled: () => isHere() && useModels.getState().models.length > 0,
    run: () => {
      useModelList.setState({ tab: 'list' });
      focusSoon('model-filter');
    },
  },
} satisfies Record<string, Command>;
