import type { CloudConfig } from '../../cloud/config';
import { loadCloudConfig } from '../../cloud/config';
import type { Firebase } from '../../cloud/firebase';

let looked: Promise<CloudConfig | undefined> | undefined;

/** The cloud's configuration; undefined where there is none or it cannot be used. Asks once. */
export function cloudConfig(): Promise<CloudConfig | undefined> {
  return (looked ??= loadCloudConfig().then(
    (config) => (config === undefined || 'problems' in config ? undefined : config),
    () => undefined,
  ));
}

/** Firebase, loaded with the first call; undefined where there is no cloud. */
export async function openCloud(): Promise<Firebase | undefined> {
  const config = await cloudConfig();
  if (config === undefined) return undefined;
  const { openFirebase } = await import('../../cloud/firebase');
  return openFirebase(config);
}
