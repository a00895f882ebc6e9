import { fail } from '../../lib/result';
import { followModels } from '../models/models-store';
import { provideVersionDoor } from '../models/version-door';
import { syncWords } from '../words/sync';
import type { Account } from './account-store';
import { useAccount } from './account-store';
import type { SyncRequest } from './sync-channel';
import { SyncSession } from './sync-session';

/** Syncs whenever somebody is signed in, and begins anew when that is somebody else or their workspaces change. */

let session: SyncSession | undefined;
let who = '';
let following = false;

export function followSync(): void {
  if (following) return;
  following = true;
  provideVersionDoor({
    fetch: (version) => session?.fetch(version) ?? Promise.resolve(fail(syncWords.signedOut)),
    list: ({ id }) => session?.openRestricted(id) ?? Promise.resolve(fail(syncWords.signedOut)),
  });
  take(useAccount.getState().account);
  useAccount.subscribe(({ account }) => take(account));
}

function take(account: Account): void {
  const next =
    account.status === 'signed-in' ? `${account.uid} ${Object.keys(account.workspaces).sort().join()}` : '';
  if (next === who) return;
  who = next;
  session?.end();
  session = undefined;
  if (account.status !== 'signed-in') return;
  // Names of models are shown in messages.
  void followModels();
  session = new SyncSession(account);
}

/** Passes on what a person asks for; nothing happens while nobody is signed in. */
export function askSync(request: SyncRequest): void {
  session?.ask(request);
}
