import { usePreferences } from '../state/preferences';
import { useRun } from '../state/run-store';
import { useView } from '../state/view';
import type { allCommands } from './all-commands';
import type { Command } from './command';
import { runCommands } from './run-commands';

export type CommandId = keyof typeof allCommands;

/** What tells of changes: any store. */
export interface CommandSource {
  subscribe(listener: () => void): () => void;
}

/** The commands there are so far: training from the start, everything else once the chip is lit. */
let known: Readonly<Partial<Record<CommandId, Command>>> = runCommands;
const listeners = new Set<() => void>();
const tell = (): void => listeners.forEach((listener) => listener());
for (const source of [useRun, useView, usePreferences]) source.subscribe(tell);

/** Adds commands, and what their titles and availability depend on. */
export function installCommands(
  more: Readonly<Partial<Record<CommandId, Command>>>,
  sources: readonly CommandSource[],
): void {
  known = { ...known, ...more };
  for (const source of sources) source.subscribe(tell);
  tell();
}

/** Undefined until it is installed. */
export function commandOf(id: CommandId): Command | undefined {
  return known[id];
}

/** In the order in which they were installed. */
export function everyCommand(): readonly Command[] {
  return Object.values<Command>(known);
}

export function runCommand(id: CommandId): void {
  const command = commandOf(id);
  if (command?.enabled() === true) command.run();
}

/** Calls back whenever a command's title or availability may have changed. */
export function subscribeCommands(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
