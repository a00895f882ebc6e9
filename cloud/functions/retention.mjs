import { Timestamp } from 'firebase-admin/firestore';
import { takeAll } from './erase.mjs';

/** Days after which deleted models are erased, until a person chooses otherwise; as in src/cloud/records.ts. */
export const RETENTION_DAYS = 30;
const DAY = 86_400_000;

/**
 * Erases what was deleted longer ago than its owner keeps it, with versions and chunks, and links that have expired.
 * Pages do the same for their own account when they are open; this is for those who do not come back.
 *
 * @param {import('./members.mjs').Services} services
 * @param {number} now ms
 * @returns {Promise<{ readonly models: number, readonly shares: number }>}
 */
export async function eraseOverdue({ firestore }, now) {
  /** @type {Map<string, number>} */
  const kept = new Map();
  /** @param {string} owner */
  const daysOf = async (owner) => {
    const profile = kept.has(owner) ? undefined : await firestore.doc(`users/${owner}`).get();
    const days = kept.get(owner) ?? Number(profile?.get('retentionDays') ?? RETENTION_DAYS);
    kept.set(owner, days);
    return days;
  };
  // Nobody keeps anything for less than a day.
  const deleted = firestore
    .collection('models')
    .where('deletedAt', '<=', Timestamp.fromMillis(now - DAY))
    .orderBy('deletedAt');
  let models = 0;
  for (let page = await deleted.limit(200).get(); !page.empty;) {
    for (const model of page.docs) {
      const days = await daysOf(String(model.get('owner')));
      if (model.get('deletedAt').toMillis() > now - days * DAY) continue;
      await firestore.recursiveDelete(model.ref);
      models += 1;
    }
    page = await deleted.startAfter(page.docs.at(-1)).limit(200).get();
  }
  const expired = firestore.collection('shares').where('expiresAt', '<=', Timestamp.fromMillis(now));
  const shares = await takeAll(expired, (share) => firestore.recursiveDelete(share.ref));
  return { models, shares };
}
