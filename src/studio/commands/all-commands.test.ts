import { expect, it } from 'vitest';
import { allCommands } from './all-commands';
import type { Command } from './command';

/** Keys that several commands may have, because never more than one of them is on screen. */
const SHARED: Readonly<Record<string, readonly string[]>> = { '/': ['findRuns', 'findModels'] };

const commands: readonly Command[] = Object.values(allCommands);

/** However a binding is written, what is pressed for it. */
function pressed(keys: string): string {
  return keys.toLowerCase().split('+').sort().join('+');
}

it('gives a key to one command, or to several that are never on screen together', () => {
  const withKeys = commands.filter(({ keys }) => keys !== undefined);
  expect(withKeys.length).toBeGreaterThan(40);
  const sharing = (keys: string): readonly Command[] =>
    withKeys.filter((command) => pressed(command.keys ?? '') === keys);
  const clashes = [...new Set(withKeys.map(({ keys = '' }) => pressed(keys)))]
    .map((keys) => [keys, sharing(keys).map(({ id }) => id)] as const)
    .filter(([keys, ids]) => ids.length > 1 && !ids.every((id) => SHARED[keys]?.includes(id)));
  expect(clashes).toEqual([]);
});

it('is listed under its own name', () => {
  for (const [id, command] of Object.entries<Command>(allCommands)) expect(command.id).toBe(id);
});
