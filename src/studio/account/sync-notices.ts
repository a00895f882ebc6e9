import type { SyncState } from '../../library/models/model-records';
import { nameOfModel } from '../models/models-store';
import { notify } from '../state/notify';
import { syncWords as words } from '../words/sync';
import { openSyncDialog } from './sync-store';

/** What sync says in passing; where things stand is shown all the time by badges. */

export function sayAdopted(count: number): void {
  if (count === 0) return;
  notify('info', words.adopted.message(count), { id: 'adopted', description: words.adopted.note });
}

/** Says what needs a look, when it comes up: not what an earlier visit has left. */
export function sayModel(model: string, before: SyncState | undefined, now: SyncState): void {
  if (before === undefined || before.kind === now.kind) return;
  // One message for a model: of two changes at once each is told.
  const action = { label: words.show, onClick: openSyncDialog };
  if (now.kind === 'conflict') {
    const description = words.conflict.note(nameOfModel(now.copy));
    notify('warning', words.conflict.message(nameOfModel(model)), {
      id: `sync-${model}`,
      description,
      action,
    });
  }
  if (now.kind === 'refused') {
    const description = `${now.fault.message} ${now.fault.fix}`;
    notify('error', words.refused(nameOfModel(model)), { id: `sync-${model}`, description, action });
  }
}

export function sayProblem(id: string): void {
  notify('warning', words.problem.message, { description: words.problem.note(id) });
}
