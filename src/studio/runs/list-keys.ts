import type { KeyboardEvent } from 'react';
import { runCommand } from '../commands/registry';
import { goToRun, selectRuns, selectTo, toggleSelected, useRunList } from './list-store';

/** Rows that Page up and Page down pass over. */
const PAGE = 12;

/** The keyboard in the run list: arrows go, Space selects, Shift extends, the rest acts on what is chosen. */
export function onListKey(event: KeyboardEvent, order: readonly string[]): void {
  // A name that is being typed needs its keys itself.
  if (event.target instanceof HTMLInputElement && event.target.type === 'text') return;
  const { at } = useRunList.getState();
  const here = at === undefined ? -1 : order.indexOf(at);
  if (event.metaKey || event.ctrlKey) {
    if (event.key.toLowerCase() !== 'a') return;
    selectRuns(order);
  } else if (event.key in MOVES) {
    const to = order[clamp(MOVES[event.key]!(here, order.length), order.length)];
    if (to === undefined) return;
    if (event.shiftKey) selectTo(to, order);
    else goToRun(to);
  } else if (!act(event.key, at)) return;
  event.preventDefault();
  event.stopPropagation();
}

const MOVES: Readonly<Record<string, (here: number, count: number) => number>> = {
  ArrowDown: (here) => here + 1,
  ArrowUp: (here) => here - 1,
  PageDown: (here) => here + PAGE,
  PageUp: (here) => here - PAGE,
  Home: () => 0,
  End: (_, count) => count - 1,
};

function clamp(index: number, count: number): number {
  return Math.min(count - 1, Math.max(0, index));
}

/** @returns whether the key means something here */
function act(key: string, at: string | undefined): boolean {
  switch (key) {
    case ' ':
      if (at !== undefined) toggleSelected(at);
      return true;
    case 'Enter':
      if (at !== undefined) useRunList.setState({ tab: 'details' });
      return true;
    case 'Escape':
      runCommand('clearRuns');
      return true;
    case 'Delete':
    case 'Backspace':
      runCommand('deleteRuns');
      return true;
    case 'p':
      runCommand('pinRuns');
      return true;
    case 'b':
      runCommand('baselineRun');
      return true;
    case 'o':
      runCommand('openRun');
      return true;
    case 'e':
      runCommand('exportRuns');
      return true;
    case 'F2':
      runCommand('renameRun');
      return true;
    default:
      return false;
  }
}
