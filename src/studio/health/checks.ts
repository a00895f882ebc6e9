import { createEngineClient } from '../../engine/client';
import { askQuota, isShort } from '../../library/store/storage-room';
import { formatSi } from '../format/si';
import { limitsNow } from '../state/engine-limits';
import { healthWords as words } from '../words/health';

/** What was found of one thing, and what to do if it is not as it could be. */
export interface Finding {
  readonly kind: 'good' | 'note' | 'bad';
  readonly text: string;
  readonly remedy?: string;
}

export interface Check {
  readonly id: string;
  readonly name: string;
  /** Never rejects for what it looks at; anything else is shown as trouble. */
  readonly look: () => Promise<Finding>;
}

/** In the order in which they matter. None asks anybody but this browser and our own server. */
export const CHECKS: readonly Check[] = [
  { id: 'adapter', name: words.adapter.name, look: adapter },
  { id: 'isolation', name: words.isolation.name, look: isolation },
  { id: 'storage', name: words.storage.name, look: storage },
  { id: 'quota', name: words.quota.name, look: quota },
  { id: 'data', name: words.data.name, look: data },
  { id: 'offline', name: words.offline.name, look: offline },
];

/** Trains on every device for a moment, as the studio does to choose one. */
async function adapter(): Promise<Finding> {
  const { backends, chosen, reason } = await createEngineClient(limitsNow()).capabilities();
  const best = backends.find(({ id }) => id === chosen);
  if (best?.available !== true)
    return { kind: 'bad', text: words.adapter.none, remedy: words.adapter.noneFix };
  const hasGraphics = backends.some(({ id, available }) => id === 'webgpu' && available);
  if (chosen !== 'webgpu' && !hasGraphics)
    return { kind: 'note', text: words.adapter.software(best.label), remedy: words.adapter.softwareFix };
  return { kind: 'good', text: reason };
}

function isolation(): Promise<Finding> {
  const cores = navigator.hardwareConcurrency;
  return Promise.resolve(
    crossOriginIsolated
      ? { kind: 'good', text: words.isolation.good(cores) }
      : { kind: 'bad', text: words.isolation.bad, remedy: words.isolation.badFix },
  );
}

const PROBE = 'photonic-health';

async function storage(): Promise<Finding> {
  try {
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open(PROBE);
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
      request.onerror = () => reject(request.error ?? new Error(PROBE));
    });
    indexedDB.deleteDatabase(PROBE);
    await navigator.storage.getDirectory();
  } catch {
    return { kind: 'bad', text: words.storage.refused, remedy: words.storage.refusedFix };
  }
  if (await navigator.storage.persisted()) return { kind: 'good', text: words.storage.kept };
  return { kind: 'note', text: words.storage.saved, remedy: words.storage.savedFix };
}

async function quota(): Promise<Finding> {
  const found = await askQuota();
  if (found === undefined) return { kind: 'note', text: words.quota.unknown };
  const [used, all] = [formatSi(found.used, 'B'), formatSi(found.quota, 'B')] as const;
  if (isShort(found))
    return { kind: 'bad', text: words.quota.short(used, all), remedy: words.quota.shortFix };
  return { kind: 'good', text: words.quota.good(used, all) };
}

async function data(): Promise<Finding> {
  const none: Finding = { kind: 'note', text: words.data.none, remedy: words.data.noneFix };
  try {
    const root = await navigator.storage.getDirectory();
    let files = 0;
    let size = 0;
    for await (const handle of (await root.getDirectoryHandle('data-sets')).values()) {
      if (!(handle instanceof FileSystemFileHandle)) continue;
      files += 1;
      size += (await handle.getFile()).size;
    }
    return files === 0 ? none : { kind: 'good', text: words.data.kept(files, formatSi(size, 'B')) };
  } catch {
    // The folder is made with the first file; private windows have none.
    return none;
  }
}

async function offline(): Promise<Finding> {
  try {
    const registration = await navigator.serviceWorker.getRegistration('/');
    if (registration?.active) return { kind: 'good', text: words.offline.good };
    return { kind: 'note', text: words.offline.waiting };
  } catch {
    return { kind: 'note', text: words.offline.none, remedy: words.offline.noneFix };
  }
}
