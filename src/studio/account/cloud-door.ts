import type { BadConfig, CloudConfig } from '../../cloud/config';
import { loadCloudConfig, readCloudConfig } from '../../cloud/config';
import type { Firebase } from '../../cloud/firebase';
import { mayOpenCloud, needsConsent } from '../privacy/consent';
import { safeStorage } from '../state/safe-storage';

/** What was configured when the network was last there: without one an account still is what it was. */
const REMEMBERED = 'photonic-cloud';

let looked: Promise<CloudConfig | BadConfig | undefined> | undefined;

/** The configuration, or what of it cannot be used; undefined where there is none. Asks once. */
export function lookForCloud(): Promise<CloudConfig | BadConfig | undefined> {
  return (looked ??= loadCloudConfig().then(remember, () => remembered()));
}

/** The cloud's configuration; undefined where there is none or it cannot be used. */
export async function cloudConfig(): Promise<CloudConfig | undefined> {
  const found = await lookForCloud();
  return found === undefined || 'problems' in found ? undefined : found;
}

/** Firebase, loaded with the first call; undefined where there is no cloud, or the person does not agree to App Check. */
export async function openCloud(): Promise<Firebase | undefined> {
  const config = await cloudConfig();
  if (config === undefined || !(await mayOpenCloud(config))) return undefined;
  const { openFirebase } = await import('../../cloud/firebase');
  const firebase = openFirebase(config);
  if (config.appCheckKey !== undefined && needsConsent(config)) {
    const { protect } = await import('../../cloud/app-check');
    protect(firebase, config.appCheckKey);
  }
  return firebase;
}

function remember(found: CloudConfig | BadConfig | undefined): CloudConfig | BadConfig | undefined {
  const storage = safeStorage();
  if (found === undefined) storage.removeItem(REMEMBERED);
  else if (!('problems' in found)) storage.setItem(REMEMBERED, JSON.stringify(found));
  return found;
}

function remembered(): CloudConfig | undefined {
  try {
    const found = readCloudConfig(JSON.parse(safeStorage().getItem(REMEMBERED) ?? 'null'));
    return found === undefined || 'problems' in found ? undefined : found;
  } catch {
    return undefined;
  }
}
