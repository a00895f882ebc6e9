import { PRESETS, ficonnVowels } from '../../experiment/presets';
import type { Experiment } from '../../experiment/schema';
import { amendDocument, getDocument, getHistory, listDocuments } from '../../library/store/documents';
import { newId } from '../../library/store/page-life';
import type { TrainedPhases } from '../../library/store/records';
import { bringPhases } from '../state/carry-phases';
import { currentExperiment, sameExperiment, useExperiment } from '../state/experiment-store';
import { notify } from '../state/notify';
import { hasPhaseEdits } from '../state/phase-edit';
import { useRun } from '../state/run-store';
import { documentWords } from '../words/documents';
import { keepIt, saveNow, startClean, unsavedDocument } from './autosave';
import { isAsOpened, libraryChanged, noteOrigin, rememberTab, useDocument } from './document-store';
import { claimDocument, tellOthers } from './document-tabs';
import { showDocument, showExperiment } from './show-document';
import { storageFault } from './storage-fault';

/**
 * Opens an experiment that comes from elsewhere (a card, a link, a file) beside the one on screen, never over it,
 * unless that one is as it came and untrained itself: then it gives way, as a step that can be undone. On screen
 * when this returns.
 * @param phases trained parameters in plan order that the experiment's run is to begin with
 */
export function openAsDocument(experiment: Experiment, phases?: TrainedPhases): void {
  if (phases !== undefined) bringPhases(experiment, phases);
  if (sameExperiment(experiment, currentExperiment())) return;
  if (isUntouched()) {
    useExperiment.setState({ experiment });
    noteOrigin();
    return;
  }
  const before = useDocument.getState().id;
  const { name } = currentExperiment();
  startDocument(experiment);
  notify('success', documentWords.openedBeside(name), {
    id: 'opened-beside',
    action: { label: documentWords.goBack, onClick: () => void openDocument(before) },
  });
}

/** Begins a new document with this experiment; the one on screen is saved and left as it is. */
export function startDocument(experiment: Experiment): void {
  void saveNow();
  const id = newId();
  useDocument.setState({ id, createdAt: Date.now(), tags: [], save: { kind: 'saving' } });
  // Its lock is free, as nobody else knows its name.
  void claimDocument(id);
  showExperiment(experiment);
  useExperiment.temporal.getState().clear();
  startClean();
  noteOrigin();
  rememberTab(id);
  void keepIt();
}

/** A new experiment to design from. */
export function newDocument(): void {
  startDocument({ ...ficonnVowels, name: documentWords.untitled });
}

/** A copy of what is on screen, under a name of its own; trained phases come along. */
export function duplicateDocument(): void {
  const experiment = currentExperiment();
  startDocument({ ...experiment, name: documentWords.copyOf(experiment.name) });
  notify('success', documentWords.duplicated);
}

/** Puts another document on screen; whether it could be read. */
export async function openDocument(id: string): Promise<boolean> {
  if (id === useDocument.getState().id) return true;
  void saveNow();
  try {
    const waiting = unsavedDocument(id);
    const document = waiting?.document ?? (await getDocument(id));
    if (document === undefined) {
      notify('error', documentWords.missing.message, { description: documentWords.missing.fix });
      return false;
    }
    const history = waiting?.history ?? (await getHistory(id).catch(() => undefined));
    showDocument(document, history ?? { past: [], future: [] });
    await claimDocument(id);
    return true;
  } catch (thrown) {
    const fault = storageFault(thrown);
    notify('error', fault.message, { description: fault.fix });
    return false;
  }
}

/** Deletes a document so that it can be brought back for as long as the person keeps such; another takes its place on screen. */
export async function deleteDocument(id: string, name: string): Promise<void> {
  try {
    const isOpen = id === useDocument.getState().id;
    if (isOpen) await keepIt();
    await amendDocument(id, { deletedAt: Date.now() });
    if (isOpen) await openAnother(id);
    tellOthers({ kind: 'library' });
    libraryChanged();
    const { usePrivacyChoices } = await import('../privacy/privacy-store');
    notify('success', documentWords.deleted(name), {
      description: documentWords.deletedNote(usePrivacyChoices.getState().retentionDays),
      duration: 10_000,
      action: { label: documentWords.undo, onClick: () => void bringBack(id, isOpen) },
    });
  } catch (thrown) {
    const fault = storageFault(thrown);
    notify('error', fault.message, { description: fault.fix });
  }
}

/** Takes a deletion back. */
export async function bringBack(id: string, andOpen: boolean): Promise<void> {
  try {
    await amendDocument(id, { deletedAt: undefined });
    tellOthers({ kind: 'library' });
    libraryChanged();
    if (andOpen) await openDocument(id);
  } catch (thrown) {
    const fault = storageFault(thrown);
    notify('error', fault.message, { description: fault.fix });
  }
}

async function openAnother(than: string): Promise<void> {
  const next = (await listDocuments()).find(({ id }) => id !== than);
  if (next === undefined || !(await openDocument(next.id))) newDocument();
}

/** As it came from elsewhere, and nothing has been made of it. */
function isUntouched(): boolean {
  if (useRun.getState().step > 0 || hasPhaseEdits()) return false;
  const current = currentExperiment();
  const isPreset = PRESETS.some((preset) => sameExperiment({ ...preset, seed: current.seed }, current));
  return useDocument.getState().role === 'editor' && (isPreset || isAsOpened());
}
