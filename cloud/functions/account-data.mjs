import { FieldPath } from 'firebase-admin/firestore';

/**
 * Everything in the cloud that belongs to an account: what is erased with it, and what is counted afterwards.
 *
 * @param {import('firebase-admin/firestore').Firestore} firestore
 * @param {string} uid
 */
export function accountData(firestore, uid) {
  const models = firestore.collection('models');
  const audit = firestore.collection('audit');
  return {
    /** Models of the account's own, and those of a workspace that nobody else may manage. */
    models: models.where('owner', '==', uid),
    shares: firestore.collection('shares').where('by', '==', uid),
    /** Models of others that name the account. */
    named: models.where('readers', 'array-contains', uid),
    /** What it did, and what others did with its things; entries of workspaces stay there. */
    done: audit.where('by', '==', uid).where('workspace', '==', null),
    suffered: audit.where('owner', '==', uid).where('workspace', '==', null),
    /** What it has said to read. */
    readings: audit.where('by', '==', uid).where('action', '==', 'read'),
    profile: only(firestore.collection('users'), uid),
    ticket: only(firestore.collection('tickets'), uid),
    membership: only(firestore.collection('memberships'), uid),
  };
}

/**
 * @param {import('firebase-admin/firestore').CollectionReference} collection
 * @param {string} id
 */
function only(collection, id) {
  return collection.where(FieldPath.documentId(), '==', id);
}
