import { tinykeys } from 'tinykeys';
import { COMMANDS } from './registry';

/** Elements that need their keys for themselves. */
const TYPING =
  'input, textarea, select, [contenteditable="true"], [role="slider"], [role="listbox"], [role="dialog"]';
const PRESSING = 'button, a[href], [role="tab"], [role="switch"], [role="radio"], [role="option"]';

/** Listens for every command's keys; returns how to stop. */
export function listenForShortcuts(): () => void {
  const bindings: Record<string, (event: KeyboardEvent) => void> = {};
  for (const command of Object.values(COMMANDS)) {
    if (command.keys === undefined) continue;
    bindings[command.keys] = (event) => {
      if (!command.enabled() || isTaken(event, command.keys ?? '')) return;
      event.preventDefault();
      command.run();
    };
  }
  return tinykeys(window, bindings);
}

function isTaken(event: KeyboardEvent, keys: string): boolean {
  const target = event.target instanceof Element ? event.target : undefined;
  if (target === undefined) return false;
  // Undo belongs to a field only while something uncommitted stands in it.
  if (keys.startsWith('$mod')) return keys.endsWith('z') && target.closest('[data-editing="true"]') !== null;
  return target.closest(TYPING) !== null || (keys === 'Space' && target.closest(PRESSING) !== null);
}

const SYMBOLS: Readonly<Record<string, string>> = {
  Space: 'Space',
  Escape: 'Esc',
  Shift: '⇧',
  Enter: 'Enter',
  Plus: '+',
};

/** A binding for people, e.g. "Ctrl Z" or "⌘ Z". */
export function readableKeys(keys: string, isMac: boolean): readonly string[] {
  // A typed character already says what is held down for it.
  return keys
    .replace('Shift+?', '?')
    .split('+')
    .map((key) => {
      if (key === '$mod') return isMac ? '⌘' : 'Ctrl';
      return SYMBOLS[key] ?? key.toUpperCase();
    });
}
