import { create } from 'zustand';
import type { Experiment } from '../../experiment/schema';
import type { Fault } from '../../lib/fault';
import { newId } from '../../library/store/page-life';
import { sameExperiment, currentExperiment } from '../state/experiment-store';

/** How far the work on screen has been brought to safety. */
export type SaveState =
  /** Nothing to save: as it was opened, or in another tab's hands. */
  | { readonly kind: 'clean' }
  | { readonly kind: 'saved'; readonly at: number }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly fault: Fault };

export type DocumentDialog = 'documents' | 'versions' | 'storage' | 'save-version' | 'save-model';

/** The document on screen: what is known about it besides its experiment. */
interface OpenDocument {
  readonly id: string;
  readonly createdAt: number;
  readonly tags: readonly string[];
  readonly save: SaveState;
  /** `reader`: another tab edits it, and this one shows what that does. */
  readonly role: 'editor' | 'reader';
  readonly dialog: DocumentDialog | undefined;
  /** Counts what has changed in the library, for lists to read it again. */
  readonly revision: number;
}

export const useDocument = create<OpenDocument>()(() => ({
  id: newId(),
  createdAt: Date.now(),
  tags: [],
  save: { kind: 'clean' },
  role: 'editor',
  dialog: undefined,
  revision: 0,
}));

export function openDialog(dialog: DocumentDialog | undefined): void {
  useDocument.setState({ dialog });
}

export function libraryChanged(): void {
  useDocument.setState(({ revision }) => ({ revision: revision + 1 }));
}

let origin: Experiment | undefined;

/** The experiment on screen is as someone else made it, and can be had again from there. */
export function noteOrigin(): void {
  origin = currentExperiment();
}

export function isAsOpened(): boolean {
  return origin !== undefined && sameExperiment(origin, currentExperiment());
}

const TAB = 'photonic-document';

/** A reload of this tab, or the browser bringing it back, opens the same document again. */
export function rememberTab(id: string): void {
  history.replaceState({ ...(history.state as object | null), document: id }, '');
  try {
    sessionStorage.setItem(TAB, id);
  } catch {
    // Storage is refused: the address's own state is enough.
  }
}

/** The document this tab showed before it was loaded again. */
export function rememberedInTab(): string | undefined {
  const { document: named } = (history.state ?? {}) as { readonly document?: unknown };
  if (typeof named === 'string') return named;
  try {
    return sessionStorage.getItem(TAB) ?? undefined;
  } catch {
    return undefined;
  }
}
