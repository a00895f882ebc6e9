import { create } from 'zustand';
import type { SyncState } from '../../library/models/model-records';

/** Where each model stands between this browser and the account; filled by sync, empty without it. */
interface Sync {
  readonly states: ReadonlyMap<string, SyncState>;
}

export const useSync = create<Sync>()(() => ({ states: new Map() }));

const LOCAL: SyncState = { kind: 'local' };

export function syncStateOf(states: Sync['states'], model: string): SyncState {
  return states.get(model) ?? LOCAL;
}

/** Tells the state of some models; undefined: this one is only here. */
export function noteSync(changes: Iterable<readonly [model: string, state: SyncState | undefined]>): void {
  useSync.setState(({ states }) => {
    const next = new Map(states);
    for (const [model, state] of changes) {
      if (state === undefined) next.delete(model);
      else next.set(model, state);
    }
    return { states: next };
  });
}

/** A model is about to be changed here: what was agreed on is no longer all, also before sync has noticed. */
export function noteChanged(model: string): void {
  if (useSync.getState().states.get(model)?.kind === 'synced') noteSync([[model, { kind: 'waiting' }]]);
}

/** Sync is off, or another account's: nothing is known of any model. */
export function forgetSync(): void {
  useSync.setState({ states: new Map() });
}
