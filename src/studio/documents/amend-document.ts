import { amendDocument, getDocument } from '../../library/store/documents';
import { currentExperiment, editExperiment } from '../state/experiment-store';
import { refusesEdits } from '../state/edit-guard';
import { notify } from '../state/notify';
import { keepIt } from './autosave';
import { libraryChanged, useDocument } from './document-store';
import { tellOthers } from './document-tabs';
import { storageFault } from './storage-fault';

/** Renames a document, open or not. */
export function renameDocument(id: string, name: string): Promise<void> {
  return amend(async () => {
    if (id === useDocument.getState().id) {
      if (refusesEdits()) return;
      editExperiment({ ...currentExperiment(), name });
      await keepIt();
      return;
    }
    const document = await getDocument(id);
    if (document === undefined) return;
    await amendDocument(id, { experiment: { ...document.experiment, name } });
  });
}

/** Gives a document these tags, written with commas. */
export function tagDocument(id: string, text: string): Promise<void> {
  const tags = [...new Set(text.split(',').map((tag) => tag.trim()))].filter((tag) => tag !== '');
  return amend(async () => {
    if (id === useDocument.getState().id) {
      useDocument.setState({ tags });
      await keepIt();
    }
    await amendDocument(id, { tags });
  });
}

async function amend(change: () => Promise<void>): Promise<void> {
  try {
    await change();
    tellOthers({ kind: 'library' });
    libraryChanged();
  } catch (thrown) {
    const fault = storageFault(thrown);
    notify('error', fault.message, { description: fault.fix });
  }
}
