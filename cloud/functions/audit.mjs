import { FieldValue } from 'firebase-admin/firestore';
import { newId } from './ids.mjs';

/**
 * Adds an entry to the audit in the commit that makes what it says true.
 *
 * @param {import('firebase-admin/firestore').Firestore} firestore
 * @param {import('firebase-admin/firestore').Transaction} commit
 * @param {object} entry
 * @param {string} entry.by account, or `command` for an administrator's command
 * @param {'member' | 'account'} entry.kind
 * @param {string} entry.id
 * @param {'grant' | 'withdraw' | 'erase-account'} entry.action
 * @param {string | null} entry.workspace
 * @param {string} entry.owner account whom it concerns
 * @param {string} entry.detail
 */
export function addAudit(firestore, commit, entry) {
  commit.create(firestore.collection('audit').doc(newId()), {
    ...entry,
    at: FieldValue.serverTimestamp(),
    policy: 'INTERNAL',
    detail: entry.detail.slice(0, 500),
  });
}
