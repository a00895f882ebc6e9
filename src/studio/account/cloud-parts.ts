import { toFault } from '../../lib/fault';
import type { Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';
import type { PublicModel } from '../models/version-door';
import { provideVersionDoor } from '../models/version-door';
import { useAccount } from './account-store';
import { cloudConfig, openCloud } from './cloud-door';

/**
 * Opens what a cloud adds to the library of models: sync once somebody is signed in, and models that anyone may read. None
 * of it is loaded before.
 */
export function followCloud(): void {
  void cloudConfig().then((config) => {
    if (config !== undefined) provideVersionDoor({ fetchPublic });
  });
  const look = (): boolean => {
    if (useAccount.getState().account.status !== 'signed-in') return false;
    void import('./sync-driver').then(({ followSync }) => followSync());
    return true;
  };
  if (look()) return;
  const stop = useAccount.subscribe(() => {
    if (look()) stop();
  });
}

/** The live version of a model that anyone may read; there must be a cloud. */
export async function fetchPublic(model: string): Promise<Result<PublicModel>> {
  try {
    const [cloud, part] = await Promise.all([openCloud(), import('../../cloud/sync/fetch-public')]);
    return ok(await part.fetchPublic(cloud!.firestore, model));
  } catch (thrown) {
    return fail(toFault(thrown));
  }
}
