import { newId } from '../../library/store/page-life';
import { saveVersion } from '../../library/store/versions';
import { getDocument } from '../../library/store/documents';
import type { StoredDocument } from '../../library/store/records';
import { openRecord, saveNow, startClean, unsavedDocument } from '../documents/autosave';
import { useDocument } from '../documents/document-store';
import { claimDocument } from '../documents/document-tabs';
import { openDocument, startDocument } from '../documents/open-document';
import { showDocument, showExperiment } from '../documents/show-document';
import { startApart } from '../state/carry-phases';
import { useEditGuard } from '../state/edit-guard';
import { useExperiment } from '../state/experiment-store';
import type { Shared } from '../state/guest';
import { useGuest } from '../state/guest';
import { releaseAddress } from '../state/link-address';
import { notify } from '../state/notify';
import { reopenRun } from '../state/run-control';
import { showScreen } from '../state/view';
import { guestWords } from '../words/guest';

/**
 * A shared experiment on screen: a document that is never stored, read-only, with a run that keeps no checkpoint. As
 * soon as any other document is on screen it is gone.
 */

/** What was on screen before, to go back to. */
let before: StoredDocument | undefined;
let stop: (() => void) | undefined;

export function showShared(shared: Shared): void {
  const isSecond = useGuest.getState().shared !== undefined;
  if (!isSecond) before = openRecord();
  void saveNow();
  stop?.();
  const id = newId();
  useGuest.setState({ shared });
  useDocument.setState({ id, createdAt: shared.createdAt, tags: [], save: { kind: 'clean' } });
  // Nobody else knows its name: the lock is free, and the document this tab had is let go of.
  void claimDocument(id);
  useDocument.setState({ role: 'reader' });
  useEditGuard.setState({ refusal: { code: 'studio/shared', ...guestWords.refusal } });
  const { experiment, phases } = shared;
  startApart(phases && { experiment, phases, how: 'show' });
  showExperiment(experiment);
  useExperiment.temporal.getState().clear();
  startClean();
  reopenRun();
  showScreen('chip');
  stop = useDocument.subscribe((now) => {
    if (now.id !== id) leave();
  });
}

/** Another document takes its place. */
function leave(): void {
  stop?.();
  stop = undefined;
  useGuest.setState({ shared: undefined });
  startApart();
  releaseAddress();
  // The document comes right behind this; if it is the same experiment nothing else would open its run.
  queueMicrotask(reopenRun);
}

/** The document that was on screen before, also where it never was worth storing. */
export async function backToOwn(): Promise<void> {
  if (before === undefined) return;
  const { id } = before;
  const isKept =
    unsavedDocument(id) !== undefined || (await getDocument(id).catch(() => undefined)) !== undefined;
  if (isKept) {
    await openDocument(id);
    return;
  }
  showDocument(before, { past: [], future: [] });
  useDocument.setState({ save: { kind: 'clean' } });
  await claimDocument(id);
}

/** A copy of the visitor's own: a document of the library, its phases on the chip and as a version. */
export async function makeItMine(): Promise<void> {
  const { shared } = useGuest.getState();
  if (shared === undefined) return;
  const { experiment, phases } = shared;
  startDocument(experiment);
  // Where the visitor has trained the very same already, that is not written over.
  if (phases !== undefined) startApart({ experiment, phases, how: 'offer' });
  releaseAddress();
  notify('success', guestWords.mine, { description: guestWords.mineNote });
  try {
    await saveVersion({
      document: useDocument.getState().id,
      createdAt: Date.now(),
      kind: 'named',
      title: guestWords.version,
      experiment,
      phases,
      accuracy: shared.manifest.accuracy?.value,
    });
  } catch {
    notify('warning', guestWords.notMine);
  }
}
