import { useDocument, openDialog } from '../documents/document-store';
import { takeOver } from '../documents/document-tabs';
import { saveNow } from '../documents/autosave';
import { deleteDocument, duplicateDocument, newDocument } from '../documents/open-document';
import { keepStorage, usePersistence } from '../documents/storage-watch';
import { makeItMine } from '../share/guest-view';
import { currentExperiment } from '../state/experiment-store';
import { useGuest } from '../state/guest';
import { showScreen } from '../state/view';
import { documentWords } from '../words/documents';
import { guestWords } from '../words/guest';
import type { Command } from './command';
import { always } from './command';

const { commands } = documentWords;
const isReader = (): boolean => useDocument.getState().role === 'reader';
const isShared = (): boolean => useGuest.getState().shared !== undefined;
const isEditor = (): boolean => !isReader();

export const documentCommands = {
  newDocument: {
    id: 'newDocument',
    group: 'Work',
    title: () => commands.new,
    keys: '$mod+Alt+n',
    enabled: always,
    run: () => {
      newDocument();
      showScreen('chip');
    },
  },
  documents: {
    id: 'documents',
    group: 'Work',
    title: () => commands.list,
    keys: '$mod+Shift+o',
    enabled: always,
    run: () => openDialog('documents'),
  },
  duplicateDocument: {
    id: 'duplicateDocument',
    group: 'Work',
    title: () => (isShared() ? guestWords.makeMine : isReader() ? commands.openCopy : commands.duplicate),
    keys: '$mod+Shift+d',
    enabled: always,
    run: () => (isShared() ? void makeItMine() : duplicateDocument()),
  },
  renameDocument: {
    id: 'renameDocument',
    group: 'Work',
    title: () => commands.rename,
    keys: 'F2',
    enabled: isEditor,
    // The name is edited where it stands; a menu gives the focus back to its button first.
    run: () => void requestAnimationFrame(() => requestAnimationFrame(selectName)),
  },
  deleteDocument: {
    id: 'deleteDocument',
    group: 'Work',
    title: () => commands.delete,
    enabled: isEditor,
    run: () => void deleteDocument(useDocument.getState().id, currentExperiment().name),
  },
  saveVersion: {
    id: 'saveVersion',
    group: 'Work',
    title: () => commands.saveVersion,
    keys: '$mod+s',
    enabled: isEditor,
    run: () => openDialog('save-version'),
  },
  versions: {
    id: 'versions',
    group: 'Work',
    title: () => commands.versions,
    keys: '$mod+Shift+h',
    enabled: always,
    run: () => openDialog('versions'),
  },
  storage: {
    id: 'storage',
    group: 'Work',
    title: () => commands.storage,
    enabled: always,
    run: () => openDialog('storage'),
  },
  takeOver: {
    id: 'takeOver',
    group: 'Work',
    title: () => commands.takeOver,
    enabled: () => isReader() && !isShared(),
    run: () => void takeOver(),
  },
  saveAgain: {
    id: 'saveAgain',
    group: 'Work',
    title: () => commands.saveAgain,
    enabled: () => useDocument.getState().save.kind === 'failed',
    run: () => void saveNow(),
  },
  protectStorage: {
    id: 'protectStorage',
    group: 'Work',
    title: () => commands.protect,
    enabled: () => usePersistence.getState().persisted === false,
    run: () => void keepStorage(),
  },
} satisfies Record<string, Command>;

function selectName(): void {
  document.querySelector<HTMLInputElement>('.experiment-name')?.select();
}
