import { serverTimestamp } from 'firebase/firestore/lite';
import { commitAfterReading } from '../commit';
import type { SyncContext } from './context';
import { malformed } from './malformed';
import { isOpenPolicy } from './open-policy';
import { modelPath, readingPath } from './paths';
import { readCloudModel } from './read-records';
import { within } from './within';

/** Reading is allowed for a minute after it was said; what takes longer says it again. */
const HOLDS_MS = 40_000;

/**
 * Writes into the audit that this person reads a restricted or classified model; the others need no word. Rejects with
 * `cloud/gone` where there is none.
 */
export async function sayReading(context: SyncContext, model: string, signal?: AbortSignal): Promise<void> {
  const here = (await context.store.look(model)).model;
  if (here !== undefined && isOpenPolicy(here.policy)) return;
  const said = context.readings.get(model);
  if (said !== undefined && context.now() - said < HOLDS_MS) return;
  const { firestore } = context.cloud;
  const hasSaid = await within(
    commitAfterReading(context.cloud, async (transaction) => {
      const found = await transaction.get(modelPath(firestore, model));
      const head = readCloudModel(found.data());
      if (head === undefined) throw malformed(model, found.exists());
      if (isOpenPolicy(head.policy)) return undefined;
      const { workspace, owner, policy } = head;
      return {
        change: { kind: 'model', id: model, action: 'read', workspace, owner, policy, detail: '' },
        write: (writes, audit) =>
          writes.set(readingPath(firestore, model, context.uid), { at: serverTimestamp(), audit }),
      };
    }),
    context.patience,
    signal,
  );
  if (hasSaid) context.readings.set(model, context.now());
}
