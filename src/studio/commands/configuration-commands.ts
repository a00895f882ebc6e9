import type { Level } from '../../settings/levels';
import { openSettings } from '../configuration/configuration-store';
import { usePreferences } from '../state/preferences';
import { configurationWords as words } from '../words/configuration';
import type { Command } from './command';
import { always } from './command';

const level = <Id extends string>(id: Id, wanted: Level) =>
  ({
    id,
    group: 'View',
    title: () => words.level.command(wanted),
    enabled: () => usePreferences.getState().level !== wanted,
    run: () => usePreferences.setState({ level: wanted }),
  }) satisfies Command;

export const configurationCommands = {
  settings: {
    id: 'settings',
    group: 'View',
    title: () => words.command,
    keys: '$mod+,',
    enabled: always,
    run: openSettings,
  },
  levelLow: level('levelLow', 'low'),
  levelMedium: level('levelMedium', 'medium'),
  levelHigh: level('levelHigh', 'high'),
  levelExtreme: level('levelExtreme', 'extreme'),
} satisfies Record<string, Command>;
