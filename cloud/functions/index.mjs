import { onSchedule } from 'firebase-functions/scheduler';
import { mustAdminister } from './caller.mjs';
import { callable, region, services } from './callable.mjs';
import { eraseAccount as erase, RECENT } from './erase-account.mjs';
import { isId } from './ids.mjs';
import { acceptInvitation as accept } from './invitations.mjs';
import { changeRole } from './members.mjs';
import { Refusal } from './refusal.mjs';
import { eraseOverdue } from './retention.mjs';
import { isRole } from './roles.mjs';
import { createWorkspace as create, workspaceName } from './workspaces.mjs';

/** `{name}` → `{workspace}`: a workspace of the caller's own. */
export const createWorkspace = callable(async (services, { uid, email }, { name }) => {
  if (email === undefined)
    throw new Refusal(
      'account/unverified',
      'failed-precondition',
      'Verify your e-mail address first: others are told who runs a workspace.',
    );
  return { workspace: await create(services, { name: workspaceName(name), admin: uid, by: uid }) };
});

/** `{workspace, invitation}` → `{role}`. */
export const acceptInvitation = callable(async (services, { uid, email }, data) => {
  const workspace = idIn(data, 'workspace');
  const invitation = idIn(data, 'invitation');
  return { role: await accept(services, { workspace, invitation, uid, email, now: Date.now() }) };
});

/** `{workspace, uid, role}`: administrators change the role of a member. */
export const grantRole = callable(async (services, caller, data) => {
  const workspace = idIn(data, 'workspace');
  const uid = idIn(data, 'uid');
  const { role } = data;
  if (!isRole(role)) throw malformed('role');
  await mustAdminister(services, workspace, caller.uid);
  await changeRole(services, {
    workspace,
    uid,
    role,
    by: caller.uid,
    // Strangers are invited, so that nobody finds themselves in a workspace they never heard of.
    settle: ({ role: before }) => {
      if (before === undefined)
        throw new Refusal('workspace/not-member', 'not-found', 'That account is no member: invite it.');
      return role;
    },
  });
  return {};
});

/** `{workspace, uid}`: administrators remove members; everybody may leave. */
export const withdrawMember = callable(async (services, caller, data) => {
  const workspace = idIn(data, 'workspace');
  const uid = idIn(data, 'uid');
  if (uid !== caller.uid) await mustAdminister(services, workspace, caller.uid);
  await changeRole(services, { workspace, uid, role: undefined, by: caller.uid });
  return {};
});

/** `{}` → `{erased, left}`: the caller's account with all its data; wants a recent sign-in. */
export const eraseAccount = callable(async (own, { uid, signedInAt, isGuest }) => {
  if (!isGuest && Date.now() - signedInAt > RECENT)
    throw new Refusal('account/not-recent', 'failed-precondition', 'Sign in again first.');
  return erase(own, uid);
});

/** Every day, for accounts whose pages are not open. */
export const retention = onSchedule({ schedule: 'every 24 hours', region }, async () => {
  const { models, shares } = await eraseOverdue(services(), Date.now());
  console.log(`Erased ${models} deleted models and ${shares} expired links.`);
});

/**
 * @param {Readonly<Record<string, unknown>>} data
 * @param {string} field
 */
function idIn(data, field) {
  const value = data[field];
  if (!isId(value)) throw malformed(field);
  return value;
}

/** @param {string} field */
function malformed(field) {
  return new Refusal('workspace/malformed', 'invalid-argument', `"${field}" is missing or malformed.`);
}
