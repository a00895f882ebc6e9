import { listModelVersions, duplicateModel } from './model-versions';
import { listModels } from './models';
import { forgetModel } from './remote-models';

/**
 * Gives models of an account that nobody can enter any more back to this browser, as if they had been made without one:
 * each becomes a copy under a new id, because the old one is taken in the cloud. A model that is not here as a whole
 * stays as it is. Answers how many were given back.
 */
export async function releaseModels(account: string): Promise<number> {
  let count = 0;
  for (const { id, name, owner } of [...(await listModels()), ...(await listModels('deleted'))]) {
    if (owner !== account) continue;
    const versions = await listModelVersions(id);
    if (!versions.every(({ isHere }) => isHere)) continue;
    if ((await duplicateModel(id, name, undefined)) === undefined) continue;
    await forgetModel(id);
    count += 1;
  }
  return count;
}
