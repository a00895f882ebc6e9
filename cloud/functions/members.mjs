import { FieldValue } from 'firebase-admin/firestore';
import { addAudit } from './audit.mjs';
import { Refusal } from './refusal.mjs';
import { claimsOf, rankOf, rolesIn, withRole } from './roles.mjs';

/**
 * @typedef {import('./roles.mjs').Role} Role
 * @typedef {object} Services
 * @property {import('firebase-admin/auth').Auth} auth
 * @property {import('firebase-admin/firestore').Firestore} firestore
 *
 * @typedef {object} RoleChange
 * @property {string} workspace
 * @property {string} uid whose role it is
 * @property {Role | undefined} role undefined: withdrawn
 * @property {string} by account that asks, or `command`
 * @property {(stored: { readonly role: Role | undefined, readonly commit: import('firebase-admin/firestore').Transaction }) => Promise<Role | undefined> | Role | undefined} [settle]
 *   looks at what else the commit needs, may write to it, and says the role after all
 */

/**
 * Gives, changes or withdraws a role: member, membership and audit in one commit, and the claims before it is done. If
 * the commit fails the claims are put back to what is stored.
 *
 * @param {Services} services
 * @param {RoleChange} change
 * @returns {Promise<{ readonly before: Role | undefined, readonly after: Role | undefined }>}
 * @throws {Refusal} `workspace/none`, `workspace/last-admin`, `workspace/not-member`, `workspace/too-many`
 */
export async function changeRole(services, change) {
  const { auth, firestore } = services;
  const user = await auth.getUser(change.uid);
  try {
    return await firestore.runTransaction((commit) => changeIn(services, commit, user, change));
  } catch (thrown) {
    await restoreClaims(services, change.uid);
    throw thrown;
  }
}

/**
 * @param {Services} services
 * @param {import('firebase-admin/firestore').Transaction} commit
 * @param {import('firebase-admin/auth').UserRecord} user
 * @param {RoleChange} change
 */
async function changeIn({ auth, firestore }, commit, user, { workspace, uid, role, by, settle }) {
  const space = firestore.doc(`workspaces/${workspace}`);
  const member = space.collection('members').doc(uid);
  const membership = firestore.doc(`memberships/${uid}`);
  // Reading the membership keeps two changes of one account's roles from overtaking each other.
  const [spaceNow, memberNow, membershipNow] = await commit.getAll(space, member, membership);
  if (!spaceNow?.exists)
    throw new Refusal('workspace/none', 'not-found', `There is no workspace "${workspace}".`);
  const admins = await commit.get(space.collection('members').where('role', '==', 'admin').limit(2));
  /** @type {Role | undefined} */
  const before = memberNow?.get('role');
  const wanted = settle === undefined ? role : await settle({ role: before, commit });
  if (wanted === undefined && before === undefined)
    throw new Refusal('workspace/not-member', 'not-found', 'That account is no member of the workspace.');
  if (before === 'admin' && wanted !== 'admin' && admins.size < 2)
    throw new Refusal(
      'workspace/last-admin',
      'failed-precondition',
      'A workspace needs an administrator: make somebody else one first.',
    );
  if (before === wanted) return { before, after: wanted };
  const stored = membershipNow?.exists ? { workspaces: membershipNow.get('workspaces') } : user.customClaims;
  const roles = withRole(rolesIn(stored), workspace, wanted);
  const claims = claimsOf(user.customClaims, roles);
  const isLowered = rankOf(wanted) < rankOf(before);
  commit.set(membership, {
    workspaces: roles,
    loweredAt: isLowered ? FieldValue.serverTimestamp() : (membershipNow?.get('loweredAt') ?? null),
  });
  if (wanted === undefined) commit.delete(member);
  else
    commit.set(member, {
      email: user.email ?? '',
      name: user.displayName ?? '',
      role: wanted,
      since: memberNow?.get('since') ?? FieldValue.serverTimestamp(),
    });
  addAudit(firestore, commit, {
    by,
    kind: 'member',
    id: uid,
    action: wanted === undefined ? 'withdraw' : 'grant',
    workspace,
    owner: uid,
    detail: [before, wanted].map((each) => each ?? '–').join(' → '),
  });
  await auth.setCustomUserClaims(uid, claims);
  return { before, after: wanted };
}

/**
 * Makes the claims what is stored, whatever was interrupted. Does nothing for accounts without a membership.
 * @param {Services} services
 * @param {string} uid
 */
export async function restoreClaims({ auth, firestore }, uid) {
  const stored = await firestore.doc(`memberships/${uid}`).get();
  if (!stored.exists) return;
  const { customClaims } = await auth.getUser(uid);
  const roles = rolesIn({ workspaces: stored.get('workspaces') });
  await auth.setCustomUserClaims(uid, claimsOf(customClaims, roles));
}

/**
 * Takes an account out of every workspace, as before it is deleted.
 * @param {Services} services
 * @param {string} uid
 * @param {string} by
 * @throws {Refusal} `workspace/last-admin` where it is the only administrator
 */
export async function leaveAll(services, uid, by) {
  const { customClaims } = await services.auth.getUser(uid);
  for (const workspace of Object.keys(rolesIn(customClaims)))
    await changeRole(services, { workspace, uid, role: undefined, by });
  await services.firestore.doc(`memberships/${uid}`).delete();
}
