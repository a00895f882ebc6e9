import { invite, seedInvitation, uninvite } from '../deeds.mjs';
import { ProbeList } from '../probe-list.mjs';
import { day, freshId, minute } from '../world.mjs';

const list = new ProbeList('workspaces');
export const workspaceProbes = list.probes;

/** @param {import('../world.mjs').World} w */
const admin = (w) => w.person({ lab: 'admin' });
const paths = {
  'the workspace': { get: 'workspaces/lab' },
  'a member': { get: 'workspaces/lab/members/somebody' },
  'its members': { query: { in: 'workspaces/lab/members', limit: 100 } },
};
for (const [name, ask] of Object.entries(paths)) {
  list.personal(name, (w) => ({ by: w.person({ lab: 'viewer' }), ask }), { byRole: true });
  list.deny(`${name} of others`, (w) => ({ by: w.person({ club: 'admin' }), ask }));
  list.deny(`${name}, by somebody of none`, (w) => ({ by: w.person(), ask }));
}
for (const path of ['workspaces/lab', 'workspaces/lab/members/somebody', 'memberships/somebody']) {
  list.deny(`${path} written`, (w) => ({
    by: admin(w),
    ask: { commit: [{ path, data: { role: 'admin' } }] },
  }));
}
list.deny('their own membership', (w) => {
  const by = admin(w);
  return { by, ask: { get: `memberships/${by.uid}` } };
});
list.deny('their own membership written', (w) => {
  const by = admin(w);
  return { by, ask: { commit: [{ path: `memberships/${by.uid}`, data: { loweredAt: null } }] } };
});
list.deny('all of them', (w) => ({ by: admin(w), ask: { query: { in: 'workspaces', limit: 10 } } }));

// A role that was lowered before the token was given out holds as the token says it.
list.allow('a newer token', (w) => {
  const by = w.person({ lab: 'viewer' }, { issued: 5000 });
  w.put(`memberships/${by.uid}`, { workspaces: {}, loweredAt: w.ago(minute) });
  return { by, ask: { get: 'workspaces/lab' } };
});
list.allow('no role lowered yet', (w) => {
  const by = w.person({ lab: 'viewer' });
  w.put(`memberships/${by.uid}`, { workspaces: {}, loweredAt: null });
  return { by, ask: { get: 'workspaces/lab' } };
});
list.deny('a token of the very time', (w) => {
  const by = w.person({ lab: 'viewer' }, { issued: 5000 });
  w.put(`memberships/${by.uid}`, { workspaces: {}, loweredAt: new Date((by.issuedAt ?? 0) * 1000) });
  return { by, ask: { get: 'workspaces/lab' } };
});
list.deny('a token without roles', (w) => {
  const by = w.person({}, { claims: { workspaces: undefined } });
  return { by, ask: { get: 'workspaces/lab' } };
});

const inLab = 'workspaces/lab/invitations';
list.personal(
  'an invitation',
  (w) => ({ by: admin(w), ask: { get: seedInvitation(w, 'lab', 'somebody').path } }),
  { byRole: true },
);
list.personal('the invitations', (w) => ({ by: admin(w), ask: { query: { in: inLab, limit: 100 } } }), {
  byRole: true,
});
/**
 * @param {string} email
 * @param {boolean} isVerified
 * @returns {import('../probe-list.mjs').Pose}
 */
const invited = (email, isVerified) => (w) => ({
  by: w.person({}, { claims: { email, email_verified: isVerified } }),
  ask: { get: seedInvitation(w, 'lab', 'somebody').path },
});
list.personal('an invitation, by who is invited', invited('grace@example.test', true));
list.deny('an invitation, by who may not be who is invited', invited('grace@example.test', false));
list.deny('an invitation, by somebody else', invited('ada@example.test', true));
for (const role of ['viewer', 'member', 'editor']) {
  list.deny(`an invitation, by a ${role}`, (w) => ({
    by: w.person({ lab: role }),
    ask: { get: seedInvitation(w, 'lab', 'somebody').path },
  }));
  list.deny(`the invitations, by a ${role}`, (w) => ({
    by: w.person({ lab: role }),
    ask: { query: { in: inLab, limit: 100 } },
  }));
  list.deny(`invited, by a ${role}`, (w) => invite(w.person({ lab: role }), 'lab'));
  list.deny(`uninvited, by a ${role}`, (w) =>
    uninvite(w.person({ lab: role }), 'lab', seedInvitation(w, 'lab', 'somebody')),
  );
}

/** @type {import('../probe-list.mjs').Make} */
const make = (w, twist) => invite(admin(w), 'lab', twist);
list.deed('invited', make, { byRole: true });
list.wrong('invited', make, {
  email: [7, [], undefined, 'x'.repeat(255)],
  role: ['owner', 'none', undefined],
  by: ['somebody', undefined],
  createdAt: [new Date(0), undefined],
  expiresAt: [new Date(0), new Date(Date.now() + 40 * day), undefined],
  note: ['more'],
});
for (const role of ['viewer', 'member', 'editor', 'admin'])
  list.allow(`invited as ${role}`, (w) => make(w, { thing: { role } }));
list.allow('invited by the longest address', (w) => make(w, { thing: { email: 'x'.repeat(254) } }));
list.allow('invited for a month', (w) => make(w, { thing: { expiresAt: new Date(w.now + 30 * day) } }));
list.deny('invited by a name of their own', (w) => invite(admin(w), 'lab', { id: 'friend' }));
list.deny('invited again', (w) => {
  const by = admin(w);
  return invite(by, 'lab', { id: seedInvitation(w, 'lab', by.uid).id });
});
list.deed('uninvited', (w, twist) => uninvite(admin(w), 'lab', seedInvitation(w, 'lab', 'somebody'), twist), {
  byRole: true,
});
list.deny('uninvited, told of another workspace', (w) => {
  const by = w.person({ lab: 'admin', club: 'admin' });
  const { data, id } = seedInvitation(w, 'lab', by.uid);
  const path = `workspaces/club/invitations/${id}`;
  w.put(path, data);
  // The entry is true, of the one in the club.
  const { ask } = uninvite(by, 'club', { id, path, data });
  return { by, ask: { commit: [{ path: `workspaces/lab/invitations/${id}`, data: null }, ...ask.commit] } };
});
list.deny('uninvited, by the ticket of an earlier change', (w) => {
  const by = admin(w);
  const audit = w.put(`audit/${freshId()}`, { workspace: 'lab', at: w.ago(minute) }).id;
  w.put(`tickets/${by.uid}`, { at: w.ago(minute), kind: 'model', id: 'x', action: 'update', audit });
  return uninvite(by, 'lab', seedInvitation(w, 'lab', by.uid), { without: ['ticket', 'audit'] });
});
list.deny('accepted by oneself', (w) => {
  const by = w.person({}, { claims: { email: 'grace@example.test', email_verified: true } });
  const invitation = seedInvitation(w, 'lab', 'somebody');
  return { by, ask: { commit: [{ path: invitation.path, data: { role: 'admin' }, merge: true }] } };
});
