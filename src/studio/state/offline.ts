import type { Workbox } from 'workbox-window';
import { create } from 'zustand';
import { offlineWords } from '../words/offline';
import { notify } from './notify';
import { useRun } from './run-store';

/** Whether the network is there, and whether the studio could do without it. */
interface Offline {
  readonly isOnline: boolean;
  /** The page and all its parts are kept in this browser. */
  readonly isKept: boolean;
  /** A newer studio is there and waits to be let in. */
  readonly hasUpdate: boolean;
}

export const useOffline = create<Offline>()(() => ({ isOnline: true, isKept: false, hasUpdate: false }));

/** Loading parts for later use begins this long after the page, so that it takes nothing from the start. */
const REGISTER_AFTER_MS = 4000;

let workbox: Workbox | undefined;
/** The person agreed to a newer studio while a run was going. */
let isWanted = false;

/** Follows the network and keeps the page for use without it; returns how to stop. */
export function followNetwork(): () => void {
  const tell = (): void => useOffline.setState({ isOnline: navigator.onLine });
  tell();
  addEventListener('online', tell);
  addEventListener('offline', tell);
  const timer = setTimeout(() => void keepPage(), REGISTER_AFTER_MS);
  const stop = useRun.subscribe(() => {
    if (isWanted && !isTraining()) letIn();
  });
  return () => {
    clearTimeout(timer);
    stop();
    removeEventListener('online', tell);
    removeEventListener('offline', tell);
  };
}

async function keepPage(): Promise<void> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  try {
    const { Workbox: Worker } = await import('workbox-window');
    workbox = new Worker('/sw.js');
    workbox.addEventListener('activated', () => useOffline.setState({ isKept: true }));
    workbox.addEventListener('waiting', offer);
    const registration = await workbox.register();
    if (registration?.active) useOffline.setState({ isKept: true });
  } catch (thrown) {
    // The studio works as before; only not without a network. Private windows refuse workers of this kind.
    console.warn('This browser does not keep the page for use without a network', thrown);
  }
}

function offer(): void {
  useOffline.setState({ hasUpdate: true });
  notify('info', offlineWords.update.message, {
    id: 'update',
    description: offlineWords.update.description,
    duration: Infinity,
    closeButton: true,
    action: { label: offlineWords.update.action, onClick: takeUpdate },
  });
}

/** Lets the newer studio in: at once, or when the run that is going has ended. */
export function takeUpdate(): void {
  if (!isTraining()) {
    letIn();
    return;
  }
  isWanted = true;
  notify('info', offlineWords.later, { id: 'update' });
}

function letIn(): void {
  isWanted = false;
  workbox?.addEventListener('controlling', () => location.reload());
  workbox?.messageSkipWaiting();
}

function isTraining(): boolean {
  const { state } = useRun.getState();
  return state === 'running' || state === 'recovering';
}
