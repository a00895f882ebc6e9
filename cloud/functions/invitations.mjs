import { changeRole } from './members.mjs';
import { Refusal } from './refusal.mjs';
import { isRole, rankOf } from './roles.mjs';

/**
 * Makes the invited account a member and uses the invitation up. It never lowers a role that the account has.
 *
 * @param {import('./members.mjs').Services} services
 * @param {object} accepting
 * @param {string} accepting.workspace
 * @param {string} accepting.invitation
 * @param {string} accepting.uid
 * @param {string | undefined} accepting.email of the account, if it is verified
 * @param {number} accepting.now ms
 * @returns {Promise<import('./roles.mjs').Role>}
 * @throws {Refusal} `invitation/none`, `invitation/expired`, `invitation/other-address`, and those of `changeRole`
 */
export async function acceptInvitation(services, { workspace, invitation, uid, email, now }) {
  const place = services.firestore.doc(`workspaces/${workspace}/invitations/${invitation}`);
  const { after } = await changeRole(services, {
    workspace,
    uid,
    role: undefined,
    by: uid,
    settle: async ({ role, commit }) => {
      const found = await commit.get(place);
      const offered = found.get('role');
      if (!found.exists || !isRole(offered))
        throw new Refusal(
          'invitation/none',
          'not-found',
          'This invitation was used or withdrawn. Ask for a new one.',
        );
      if (email === undefined || String(found.get('email')).toLowerCase() !== email.toLowerCase())
        throw new Refusal(
          'invitation/other-address',
          'permission-denied',
          'This invitation is for another address. Sign in with the address it was sent to and verify it.',
        );
      if (found.get('expiresAt').toMillis() <= now)
        throw new Refusal(
          'invitation/expired',
          'failed-precondition',
          'This invitation has expired. Ask for a new one.',
        );
      commit.delete(place);
      return rankOf(role) > rankOf(offered) ? role : offered;
    },
  });
  if (after === undefined) throw new Error('An accepted invitation gave no role.');
  return after;
}
