import { asksForMirrors, setMirrors } from '../state/mirrors';
import { usePreferences } from '../state/preferences';
import { mirrorWords } from '../words/mirrors';
import { openPrivacy } from '../privacy/privacy-store';
import { healthWords } from '../words/health';
import { privacyWords } from '../words/privacy';
import type { Command } from './command';
import { always } from './command';

export const privacyCommands = {
  privacy: {
    id: 'privacy',
    group: 'Work',
    title: () => privacyWords.command,
    enabled: always,
    run: openPrivacy,
  },
  fetchData: {
    id: 'fetchData',
    group: 'Run',
    title: () => mirrorWords.commands.fetch,
    enabled: asksForMirrors,
    run: () => setMirrors(true),
  },
  mirrors: {
    id: 'mirrors',
    group: 'Work',
    title: () => mirrorWords.commands.toggle(usePreferences.getState().mirrors),
    enabled: always,
    run: () => setMirrors(!usePreferences.getState().mirrors),
  },
  health: {
    id: 'health',
    group: 'View',
    title: () => healthWords.command,
    enabled: always,
    run: () => void open('/health', '_blank', 'noopener'),
  },
} satisfies Record<string, Command>;
