import { redoLabel, undoLabel } from '../design/history-label';
import { mayLeaveBrowser } from '../documents/classified-documents';
import { openShare } from '../share/share-store';
import { canRedoLatest, canUndoLatest, redoLatest, undoLatest } from '../state/history';
import { isPhaseEditLast, isPhaseEditNext } from '../state/phase-edit';
import { commandWords } from '../words/commands';
import type { Command } from './command';
import { always } from './command';
import { copyLink } from './share';

export const editCommands = {
  undo: {
    id: 'undo',
    group: 'Edit',
    title: () => (isPhaseEditLast() ? commandWords.undoPhase : (undoLabel() ?? commandWords.undo)),
    keys: '$mod+z',
    enabled: canUndoLatest,
    run: undoLatest,
  },
  redo: {
    id: 'redo',
    group: 'Edit',
    title: () => (isPhaseEditNext() ? commandWords.redoPhase : (redoLabel() ?? commandWords.redo)),
    keys: '$mod+Shift+z',
    enabled: canRedoLatest,
    run: redoLatest,
  },
  share: {
    id: 'share',
    group: 'Edit',
    title: () => commandWords.share,
    keys: '$mod+Shift+l',
    enabled: always,
    run: () => {
      if (mayLeaveBrowser()) openShare();
    },
  },
  copyLink: {
    id: 'copyLink',
    group: 'Edit',
    title: () => commandWords.copyLink,
    enabled: always,
    run: () => {
      if (mayLeaveBrowser()) void copyLink();
    },
  },
} satisfies Record<string, Command>;
