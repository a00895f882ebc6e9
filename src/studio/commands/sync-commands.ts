import { currentAccount } from '../account/account-store';
import { openSyncDialog } from '../account/sync-store';
import { syncWords } from '../words/sync';
import type { Command } from './command';

const isIn = (): boolean => currentAccount().status === 'signed-in';

export const syncCommands = {
  sync: {
    id: 'sync',
    group: 'Work',
    title: () => syncWords.command,
    enabled: isIn,
    run: openSyncDialog,
  },
  syncNow: {
    id: 'syncNow',
    group: 'Work',
    title: () => syncWords.now,
    enabled: isIn,
    run: () => void import('../account/sync-driver').then(({ askSync }) => askSync({ kind: 'wake' })),
  },
} satisfies Record<string, Command>;
