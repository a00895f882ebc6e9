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
  health: {
    id: 'health',
    group: 'View',
    title: () => healthWords.command,
    enabled: always,
    run: () => void open('/health', '_blank', 'noopener'),
  },
} satisfies Record<string, Command>;
