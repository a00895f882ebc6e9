import type { StoredHistory } from '../../library/store/documents';
import { putDocument } from '../../library/store/documents';
import type { StoredDocument } from '../../library/store/records';
import { currentExperiment, useExperiment } from '../state/experiment-store';
import { notify } from '../state/notify';
import { documentWords } from '../words/documents';
import { libraryChanged, useDocument } from './document-store';
import type { Unsaved } from './last-words';
import { forgetWord, leaveWord } from './last-words';
import { storageFault } from './storage-fault';

/** Every change is saved within a second, and at once when the page is hidden or left. */
const SAVE_AFTER_MS = 400;
const RETRY_AFTER_MS = 5000;
/** Steps of the history kept over a reload, each way. */
const HISTORY_KEPT = 60;

/** What the database has not taken yet, also of documents no longer on screen: nothing is given up. */
const unsaved = new Map<string, Unsaved>();
let timer: ReturnType<typeof setTimeout> | undefined;
let isDirty = false;
let work: Promise<void> = Promise.resolve();
/** That saving fails was said, once for as long as it does. */
let isTold = false;
/** The history's list as it was last written. */
let savedHistory: unknown;

/** Saves the document soon; the first of many changes sets the time, so that a long drag is saved on its way. */
export function saveSoon(): void {
  if (useDocument.getState().role === 'reader') return;
  isDirty = true;
  if (useDocument.getState().save.kind !== 'failed') useDocument.setState({ save: { kind: 'saving' } });
  timer ??= setTimeout(() => void saveNow(), SAVE_AFTER_MS);
}

/** Resolves when everything changed so far is saved, or has failed to be: see the store. */
export function saveNow(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  if (isDirty) {
    isDirty = false;
    const document = openRecord();
    unsaved.set(document.id, { document, history: newHistory(unsaved.get(document.id)?.history) });
  }
  if (unsaved.size > 0) work = work.then(write);
  return work;
}

/** Saves the document although nothing in it has changed: it has versions, or is being trained. */
export function keepIt(): Promise<void> {
  if (useDocument.getState().role === 'editor') isDirty = true;
  return saveNow();
}

/** Nothing is saved from here on: everything kept has been deleted, and the page is about to be loaded anew. */
export function stopSaving(): void {
  startClean();
  unsaved.clear();
  useDocument.setState({ role: 'reader' });
}

/** What is on screen now is as it was read. */
export function startClean(): void {
  clearTimeout(timer);
  timer = undefined;
  isDirty = false;
  savedHistory = useExperiment.temporal.getState().pastStates;
}

/** A document that the database has not taken yet. */
export function unsavedDocument(id: string): Unsaved | undefined {
  return unsaved.get(id);
}

export function openRecord(): StoredDocument {
  const { id, createdAt, tags } = useDocument.getState();
  const experiment = currentExperiment();
  return { id, createdAt, tags, updatedAt: Date.now(), deletedAt: undefined, experiment };
}

async function write(): Promise<void> {
  try {
    for (const [id, entry] of unsaved) {
      await putDocument(entry.document, entry.history);
      if (unsaved.get(id) === entry) settle(id);
      if (id === useDocument.getState().id) tellSaved(entry.document.updatedAt);
    }
    libraryChanged();
  } catch (thrown) {
    console.warn('Saving the experiment failed', thrown);
    timer ??= setTimeout(() => void saveNow(), RETRY_AFTER_MS);
    tellFailed(thrown);
  }
}

function settle(id: string): void {
  unsaved.delete(id);
  forgetWord(id);
}

function tellSaved(at: number): void {
  useDocument.setState({ save: isDirty ? { kind: 'saving' } : { kind: 'saved', at } });
  if (isTold) notify('success', documentWords.savedAgain, { id: 'save' });
  isTold = false;
}

function tellFailed(thrown: unknown): void {
  const fault = storageFault(thrown);
  if (!isTold) notify('warning', fault.message, { id: 'save', description: fault.fix, duration: 10_000 });
  isTold = true;
  useDocument.setState({ save: { kind: 'failed', fault } });
}

/** Undo steps, if they have changed since they were last written. */
function newHistory(waiting: StoredHistory | undefined): StoredHistory | undefined {
  const { pastStates, futureStates } = useExperiment.temporal.getState();
  if (pastStates === savedHistory) return waiting;
  savedHistory = pastStates;
  const kept = (states: typeof pastStates) =>
    states
      .map(({ experiment }) => experiment)
      .filter((experiment) => experiment !== undefined)
      .slice(-HISTORY_KEPT);
  return { past: kept(pastStates), future: kept(futureStates) };
}

/** Follows every change of the experiment; returns how to stop. */
export function followChanges(): () => void {
  const leaving = (): void => {
    void saveNow();
    unsaved.forEach(leaveWord);
  };
  const hidden = (): void => {
    if (document.visibilityState === 'hidden') leaving();
  };
  const stop = useExperiment.subscribe(saveSoon);
  document.addEventListener('visibilitychange', hidden);
  addEventListener('pagehide', leaving);
  return () => {
    stop();
    document.removeEventListener('visibilitychange', hidden);
    removeEventListener('pagehide', leaving);
  };
}
