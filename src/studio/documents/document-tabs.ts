import type { Experiment } from '../../experiment/schema';
import { getDocument } from '../../library/store/documents';
import { currentExperiment, useExperiment } from '../state/experiment-store';
import { useEditGuard } from '../state/edit-guard';
import { closeRun, openRun } from '../state/run-control';
import { documentWords } from '../words/documents';
import { saveNow, startClean } from './autosave';
import { libraryChanged, useDocument } from './document-store';
import { showExperiment } from './show-document';

/**
 * One tab edits a document: the one that holds its lock, which the browser lets go of however a tab ends. The others
 * read, follow its changes, and stand in line for the lock; one that takes over asks the editor to bring its work
 * to safety first.
 */
type Message =
  /** What the editor has on screen. */
  | { readonly kind: 'changed'; readonly id: string; readonly experiment: Experiment }
  /** A reader has come: what is on screen? */
  | { readonly kind: 'ask'; readonly id: string }
  | { readonly kind: 'hand-over'; readonly id: string }
  | { readonly kind: 'handed-over'; readonly id: string }
  /** Documents were added, deleted or renamed. */
  | { readonly kind: 'library' };

const CHANNEL = 'photonic-documents';
/** Readers see changes at most this often. */
const TELL_EVERY_MS = 100;
/** An editor that does not answer (frozen in the background) is not waited for longer. */
const HAND_OVER_MS = 2000;

const hasLocks = (): boolean => typeof navigator === 'object' && 'locks' in navigator;
const lockName = (id: string): string => `photonic-document/${id}`;

let channel: BroadcastChannel | undefined;
let telling: ReturnType<typeof setTimeout> | undefined;
/** Ends this tab's claim on its document, whether it holds the lock or waits for it. */
let leave: (() => void) | undefined;
let handedOver: (() => void) | undefined;

/** Claims the document on screen: as its editor if no other tab is, else as a reader. */
export async function claimDocument(id: string): Promise<void> {
  leave?.();
  setRole(id, 'editor');
  if (!hasLocks()) return;
  if ((await hold(id, { ifAvailable: true })) || useDocument.getState().id !== id) return;
  setRole(id, 'reader');
  tellOthers({ kind: 'ask', id });
  waitInLine(id);
}

/** Makes this tab the editor; the one before becomes a reader once its work is safe. */
export async function takeOver(): Promise<void> {
  const { id, role } = useDocument.getState();
  if (role === 'editor') return;
  const answer = Promise.withResolvers<undefined>();
  handedOver = () => answer.resolve(undefined);
  tellOthers({ kind: 'hand-over', id });
  await Promise.race([answer.promise, new Promise((resolve) => setTimeout(resolve, HAND_OVER_MS))]);
  leave?.();
  await hold(id, { steal: true });
  await becomeEditor(id);
}

/** Says something to the studio's other tabs. */
export function tellOthers(message: Message): void {
  channel?.postMessage(message);
}

/** Listens to other tabs and tells them of changes; returns how to stop. */
export function followTabs(): () => void {
  if (typeof BroadcastChannel !== 'function') return () => undefined;
  channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<Message>) => hear(data);
  const stop = useExperiment.subscribe(() => {
    telling ??= setTimeout(tellChange, TELL_EVERY_MS);
  });
  const { id, role } = useDocument.getState();
  if (role === 'reader') tellOthers({ kind: 'ask', id });
  return () => {
    stop();
    channel?.close();
    channel = undefined;
  };
}

function tellChange(): void {
  clearTimeout(telling);
  telling = undefined;
  const { id, role } = useDocument.getState();
  if (role === 'editor') tellOthers({ kind: 'changed', id, experiment: currentExperiment() });
}

function hear(message: Message): void {
  if (message.kind === 'library') return libraryChanged();
  const { id, role } = useDocument.getState();
  if (message.id !== id) return;
  if (message.kind === 'changed' && role === 'reader') showExperiment(message.experiment);
  if (message.kind === 'ask') tellChange();
  if (message.kind === 'hand-over' && role === 'editor') void handOver(id);
  if (message.kind === 'handed-over') handedOver?.();
}

/** Brings experiment and training to safety, lets the other tab have them, and goes on reading. */
async function handOver(id: string): Promise<void> {
  await Promise.all([saveNow(), closeRun()]);
  tellChange();
  setRole(id, 'reader');
  tellOthers({ kind: 'handed-over', id });
  await openRun();
}

/** Resolves with whether the lock was got; it is held until {@link leave}, or until another tab steals it. */
function hold(id: string, options: LockOptions): Promise<boolean> {
  const got = Promise.withResolvers<boolean>();
  navigator.locks
    .request(lockName(id), options, (lock) => {
      // Another document may have been opened meanwhile.
      const isHeld = lock !== null && useDocument.getState().id === id;
      got.resolve(isHeld);
      if (!isHeld) return undefined;
      return new Promise<void>((resolve) => {
        leave = () => resolve();
      });
    })
    .catch(() => {
      got.resolve(false);
      // Taken over by another tab.
      if (useDocument.getState().id !== id || options.signal?.aborted === true) return;
      setRole(id, 'reader');
      waitInLine(id);
    });
  return got.promise;
}

/** If the editor goes away, the first of its readers goes on. */
function waitInLine(id: string): void {
  const waiting = new AbortController();
  leave = () => waiting.abort();
  void hold(id, { signal: waiting.signal }).then((got) => (got ? becomeEditor(id) : undefined));
}

async function becomeEditor(id: string): Promise<void> {
  try {
    const stored = await getDocument(id);
    if (useDocument.getState().id !== id) return;
    if (stored !== undefined) showExperiment(stored.experiment);
  } catch {
    // Without a database the other tab's last message says what its work was.
  }
  startClean();
  setRole(id, 'editor');
  // The other tab may have trained it further.
  await openRun();
}

function setRole(id: string, role: 'editor' | 'reader'): void {
  if (useDocument.getState().id !== id) return;
  useDocument.setState({ role });
  const refusal = {
    code: 'studio/reading',
    ...documentWords.reading,
  };
  useEditGuard.setState({ refusal: role === 'reader' ? refusal : undefined });
}
