import { openShare } from '../share/share-store';
import { canRedo, canUndo, redo, undo } from '../state/experiment-store';
import { undoPhaseEdit, usePhaseEdits } from '../state/phase-edit';
import { commandWords } from '../words/commands';
import type { Command } from './command';
import { always } from './command';
import { copyLink } from './share';

const hasPhaseEdits = (): boolean => usePhaseEdits.getState().edits.length > 0;

export const editCommands = {
  undo: {
    id: 'undo',
    group: 'Edit',
    title: () => (hasPhaseEdits() ? commandWords.undoPhase : commandWords.undo),
    keys: '$mod+z',
    enabled: () => hasPhaseEdits() || canUndo(),
    // Phase edits are forgotten when the run changes, so they are the latest thing done while there are any.
    run: () => (hasPhaseEdits() ? undoPhaseEdit() : undo()),
  },
  redo: {
    id: 'redo',
    group: 'Edit',
    title: () => commandWords.redo,
    keys: '$mod+Shift+z',
    enabled: canRedo,
    run: redo,
  },
  share: {
    id: 'share',
    group: 'Edit',
    title: () => commandWords.share,
    keys: '$mod+Shift+l',
    enabled: always,
    run: openShare,
  },
  copyLink: {
    id: 'copyLink',
    group: 'Edit',
    title: () => commandWords.copyLink,
    enabled: always,
    run: () => void copyLink(),
  },
} satisfies Record<string, Command>;
