import { tinykeys } from 'tinykeys';
import type { Command } from './command';
import { everyCommand, subscribeCommands } from './registry';

/** Inputs into which nothing is typed. */
const HANDLES = 'input:is([type="radio"], [type="checkbox"], [type="range"])';
/** Elements that need every key for themselves: letters are text, or look something up in a list. */
const TYPING = `input:not(${HANDLES}), textarea, select, [contenteditable="true"], [role="listbox"], [role="menu"], [role="dialog"]`;
/** Elements that need only the keys that move them. */
const MOVING = `${HANDLES}, [role="slider"], [role="separator"], [role="radio"], [role="tab"]`;
const MOVES: ReadonlySet<string> = new Set([
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'Space',
  'Enter',
]);
const PRESSING = 'button, a[href], [role="tab"], [role="switch"], [role="radio"], [role="option"]';

/** Listens for the keys of every command there is, and of those that come; returns how to stop. */
export function listenForShortcuts(): () => void {
  let count = -1;
  let stop: () => void = () => undefined;
  const bind = (): void => {
    const commands = everyCommand();
    if (commands.length === count) return;
    count = commands.length;
    stop();
    stop = tinykeys(window, bindingsOf(commands));
  };
  bind();
  const unsubscribe = subscribeCommands(bind);
  return () => {
    unsubscribe();
    stop();
  };
}

/** Commands that share a key are for different places: the first that is available gets it. */
function bindingsOf(commands: readonly Command[]): Record<string, (event: KeyboardEvent) => void> {
  const byKeys = Map.groupBy(
    commands.filter(({ keys }) => keys !== undefined),
    ({ keys }) => keys ?? '',
  );
  const bindings: Record<string, (event: KeyboardEvent) => void> = {};
  for (const [keys, sharing] of byKeys) {
    bindings[keys] = (event) => {
      const command = sharing.find(({ enabled }) => enabled());
      if (command === undefined || isTaken(event, keys)) return;
      event.preventDefault();
      command.run();
    };
  }
  return bindings;
}

function isTaken(event: KeyboardEvent, keys: string): boolean {
  if (event.defaultPrevented) return true;
  const target = event.target instanceof Element ? event.target : undefined;
  if (target === undefined) return false;
  // Undo belongs to a field only while something uncommitted stands in it.
  if (keys.startsWith('$mod')) return keys.endsWith('z') && target.closest('[data-editing="true"]') !== null;
  if (target.closest(TYPING) !== null) return true;
  const isMove = MOVES.has(keys.slice(keys.lastIndexOf('+') + 1));
  return (
    (isMove && target.closest(MOVING) !== null) || (keys === 'Space' && target.closest(PRESSING) !== null)
  );
}

const SYMBOLS: Readonly<Record<string, string>> = {
  Space: 'Space',
  Escape: 'Esc',
  Shift: '⇧',
  Enter: 'Enter',
  Plus: '+',
  Delete: 'Del',
  Backspace: '⌫',
  Alt: 'Alt',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
};

/** A binding for people, e.g. "Ctrl Z" or "⌘ Z". */
export function readableKeys(keys: string, isMac: boolean): readonly string[] {
  // A typed character already says what is held down for it.
  return keys
    .replace(/^Shift\+(?=[?<>]$)/, '')
    .split('+')
    .map((key) => {
      if (key === '$mod') return isMac ? '⌘' : 'Ctrl';
      return SYMBOLS[key] ?? key.toUpperCase();
    });
}
