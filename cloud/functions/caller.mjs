import { Refusal } from './refusal.mjs';

/**
 * @typedef {object} Caller
 * @property {string} uid
 * @property {string | undefined} email if it is verified
 * @property {number} signedInAt when the person proved who they are, ms
 * @property {boolean} isGuest whether the account has no way in but this session
 */

/**
 * Who calls: a signed-in account whose session nobody has ended.
 * @param {import('./members.mjs').Services} services
 * @param {import('firebase-functions/https').CallableRequest['auth']} auth
 * @returns {Promise<Caller>}
 * @throws {Refusal} `account/signed-out`
 */
export async function callerOf({ firestore }, auth) {
  const profile = auth && (await firestore.doc(`users/${auth.uid}`).get());
  const ended = profile?.get('signedOutAt')?.toMillis() ?? 0;
  if (auth === undefined || auth.token.auth_time * 1000 < ended)
    throw new Refusal('account/signed-out', 'unauthenticated', 'Sign in first.');
  return {
    uid: auth.uid,
    email: auth.token.email_verified === true ? auth.token.email : undefined,
    signedInAt: auth.token.auth_time * 1000,
    isGuest: auth.token.firebase?.sign_in_provider === 'anonymous',
  };
}

/**
 * The claims may be an hour old: what counts is the stored role.
 * @param {import('./members.mjs').Services} services
 * @param {string} workspace
 * @param {string} uid
 * @throws {Refusal} `workspace/not-admin`
 */
export async function mustAdminister({ firestore }, workspace, uid) {
  const member = await firestore.doc(`workspaces/${workspace}/members/${uid}`).get();
  if (member.get('role') !== 'admin')
    throw new Refusal(
      'workspace/not-admin',
      'permission-denied',
      'Only administrators of the workspace may do that. Ask one of them.',
    );
}
