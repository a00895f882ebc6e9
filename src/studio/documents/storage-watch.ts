import { create } from 'zustand';
import { askQuota, isShort } from '../../library/store/storage-room';
import { notify } from '../state/notify';
import { useRun } from '../state/run-store';
import { storageWords } from '../words/storage';
import { useDocument } from './document-store';
import { useRoom } from './room-store';

/** Whether the browser has promised not to clear this site's storage by itself; undefined: it does not say. */
export const usePersistence = create<{ readonly persisted: boolean | undefined }>()(() => ({
  persisted: undefined,
}));

const ASK_EVERY_MS = 60_000;

export async function askRoom(): Promise<void> {
  const quota = await askQuota();
  const isRoomShort = quota !== undefined && isShort(quota);
  // A warning that was read comes back when there has been room in between.
  useRoom.setState({ quota, isShort: isRoomShort, ...(isRoomShort ? {} : { isDismissed: false }) });
}

/** Watches how much room is left; returns how to stop. */
export function watchStorage(): () => void {
  void askRoom();
  void readPersistence();
  const timer = setInterval(() => void askRoom(), ASK_EVERY_MS);
  const stops = [
    // What has just been written may have been much.
    useDocument.subscribe(({ save, revision }, before) => {
      if (save.kind === 'failed' && before.save.kind !== 'failed') void askRoom();
      if (revision !== before.revision && useDocument.getState().dialog === 'storage') void askRoom();
    }),
    useRun.subscribe(({ state }, before) => {
      if (before.state === 'running' && state !== 'running') void askRoom();
    }),
  ];
  return () => {
    clearInterval(timer);
    stops.forEach((stop) => stop());
  };
}

async function readPersistence(): Promise<void> {
  try {
    usePersistence.setState({ persisted: await navigator.storage.persisted() });
  } catch {
    // Not every browser tells: then there is nothing to ask for either.
  }
}

/** Asks the browser not to clear this site's storage by itself. */
export async function keepStorage(): Promise<void> {
  try {
    const persisted = await navigator.storage.persist();
    usePersistence.setState({ persisted });
    if (persisted) notify('success', storageWords.protected, { id: 'persist' });
    else
      notify('warning', storageWords.notProtected, {
        id: 'persist',
        description: storageWords.notProtectedFix,
      });
  } catch {
    notify('warning', storageWords.notProtected, {
      id: 'persist',
      description: storageWords.notProtectedFix,
    });
  }
}

let offered = false;

/** Once, when there is something that was kept on purpose: explains, and asks if the user wants that. */
export function offerPersistence(message: string): boolean {
  if (offered || usePersistence.getState().persisted !== false) return false;
  offered = true;
  notify('success', message, {
    id: 'version',
    duration: 12_000,
    description: storageWords.offer,
    action: { label: storageWords.protect, onClick: () => void keepStorage() },
  });
  return true;
}
