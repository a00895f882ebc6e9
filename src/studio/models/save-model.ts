import { PhotonicError } from '../../lib/fault';
import type { Result } from '../../lib/result';
import { fail } from '../../lib/result';
import type { NewVersion } from '../../library/models/model-versions';
import { createModel, saveModelVersion } from '../../library/models/model-versions';
import { deployVersion } from '../../library/models/models';
import { storageFault } from '../documents/storage-fault';
import { offerPersistence } from '../documents/storage-watch';
import { runOf } from '../runs/runs-store';
import { notify } from '../state/notify';
import { awaiting } from '../state/run-store';
import { showScreen } from '../state/view';
import { modelsWords as words } from '../words/models';
import { ownerNow, tell } from './act';
import { goToModel, useModelList } from './list-store';
import type { MadeVersion } from './make-version';
import { versionOfChip, versionOfRun } from './make-version';
import { modelOf, titleOfModel } from './models-store';
import { protectedBytes } from './version-door';

/** Where a version goes. */
export type Destination =
  | { readonly kind: 'new'; readonly name: string; readonly tags: readonly string[] }
  | { readonly kind: 'version'; readonly model: string };

/** What is being saved, packed: the chip or the run that was chosen. */
export async function whatIsSaved(): Promise<Result<MadeVersion>> {
  const { run } = useModelList.getState().saving;
  if (run === undefined) return awaiting(versionOfChip());
  const record = runOf(run);
  if (record === undefined) return fail({ code: 'models/no-run', ...words.notReady });
  return awaiting(versionOfRun(record));
}

/** Saves it; whether that was done. What hinders it has been told. */
export async function saveAsModel(
  made: MadeVersion,
  to: Destination,
  title: string,
  isLive: boolean,
): Promise<boolean> {
  try {
    const model = await awaiting(store(made, to, title, isLive));
    const name = titleOfModel(modelOf(model) ?? { name: to.kind === 'new' ? to.name : '' });
    const message = to.kind === 'new' ? words.saved(name) : words.savedVersion(title, name);
    if (!offerPersistence(message))
      notify('success', message, {
        id: 'model',
        action: {
          label: words.show,
          onClick: () => {
            goToModel(model);
            useModelList.setState({ tab: 'model' });
            showScreen('models');
          },
        },
      });
    goToModel(model);
    return true;
  } catch (thrown) {
    tell(thrown instanceof PhotonicError ? thrown.fault : storageFault(thrown));
    return false;
  }
}

async function store(made: MadeVersion, to: Destination, title: string, isLive: boolean): Promise<string> {
  const by = ownerNow();
  const bytes = await protectedBytes(to.kind === 'new' ? undefined : modelOf(to.model), { ...made, title });
  if (!bytes.ok) throw new PhotonicError(bytes.fault);
  const version: NewVersion = { ...made, bytes: bytes.value, title, by };
  if (to.kind === 'new') {
    const { id } = await createModel({ name: to.name, tags: to.tags, owner: by }, [version], isLive);
    return id;
  }
  const saved = await saveModelVersion(to.model, version);
  if (isLive) await deployVersion(to.model, saved.id);
  return to.model;
}
