import { doc, getDoc, runTransaction, serverTimestamp } from 'firebase/firestore/lite';
import * as v from 'valibot';
import { toCloudFault } from '../cloud-fault';
import type { CloudDoor } from '../commit';
import { RETENTION_DAYS } from '../records';
import { signedInUid } from '../signed-in';
import { RETENTION } from './retention-range';

const days = v.pipe(v.number(), v.integer(), v.minValue(RETENTION.least), v.maxValue(RETENTION.most));

/** Days that this account keeps deleted models. Rejects with a cloud's fault. */
export async function readRetention(cloud: CloudDoor): Promise<number> {
  try {
    const found = await getDoc(doc(cloud.firestore, 'users', signedInUid(cloud)));
    const read = v.safeParse(days, found.get('retentionDays'));
    return read.success ? read.output : RETENTION_DAYS;
  } catch (thrown) {
    throw toCloudFault(thrown);
  }
}

/** @param retentionDays whole, within {@link RETENTION} */
export async function writeRetention(cloud: CloudDoor, retentionDays: number): Promise<void> {
  const profile = doc(cloud.firestore, 'users', signedInUid(cloud));
  try {
    await runTransaction(cloud.firestore, async (transaction) => {
      const before = await transaction.get(profile);
      if (before.exists()) transaction.update(profile, { retentionDays });
      else transaction.set(profile, { createdAt: serverTimestamp(), retentionDays, signedOutAt: null });
    });
  } catch (thrown) {
    throw toCloudFault(thrown);
  }
}
