import { currentAccount } from '../account/account-store';
import { auditWords } from '../words/audit';
import { workspaceWords } from '../words/workspaces';
import { openAudit, openWorkspaces } from '../workspaces/workspaces-store';
import type { Command } from './command';

const isIn = (): boolean => currentAccount().status === 'signed-in';

export const workspaceCommands = {
  workspaces: {
    id: 'workspaces',
    group: 'Work',
    title: () => workspaceWords.command,
    enabled: isIn,
    run: () => openWorkspaces(),
  },
  audit: {
    id: 'audit',
    group: 'Work',
    title: () => auditWords.command,
    enabled: isIn,
    run: openAudit,
  },
} satisfies Record<string, Command>;
