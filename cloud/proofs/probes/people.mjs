import { ProbeList } from '../probe-list.mjs';
import { NOW } from '../values.mjs';
import { day } from '../world.mjs';

const list = new ProbeList('users');
export const peopleProbes = list.probes;

/** @type {import('../probe-list.mjs').Make} */
const create = (w, { thing }) => {
  const by = w.person();
  const data = { createdAt: NOW, retentionDays: 30, signedOutAt: null, ...thing };
  return { by, ask: { commit: [{ path: `users/${by.uid}`, data }] } };
};

/** @type {import('../probe-list.mjs').Make} */
const update = (w, { thing = {} }) => {
  const by = w.person();
  w.profile(by.uid, { signedOutAt: w.ago(day) });
  return { by, ask: { commit: [{ path: `users/${by.uid}`, data: thing, merge: true }] } };
};

list.allow('their own', (w) => {
  const by = w.person();
  w.profile(by.uid);
  return { by, ask: { get: `users/${by.uid}` } };
});
list.allow('their own, by a session that was ended, so that it can tell why', (w) => {
  const by = w.person();
  w.profile(by.uid, { signedOutAt: w.ago(1000) });
  return { by, ask: { get: `users/${by.uid}` } };
});
list.deny("somebody else's", (w) => ({ by: w.person(), ask: { get: `users/${w.profile('somebody').id}` } }));
list.deny('by a visitor', () => ({ by: undefined, ask: { get: 'users/somebody' } }));
list.deny('all', (w) => ({ by: w.person(), ask: { query: { in: 'users', limit: 10 } } }));

list.allow('created', (w) => create(w, {}));
list.deny('created, by a visitor', (w) => ({ ...create(w, {}), by: undefined }));
list.deny("somebody else's created", (w) => ({ ...create(w, {}), by: w.person() }));
list.wrong('created', create, {
  createdAt: [new Date(0), undefined],
  retentionDays: [0, 3651, 30.5, '30', undefined],
  signedOutAt: [new Date(Date.now() + day), 'never', undefined],
  role: ['admin'],
});
for (const retentionDays of [1, 3650])
  list.allow(`created, kept ${String(retentionDays)} days`, (w) => create(w, { thing: { retentionDays } }));
list.allow('created and signed out everywhere', (w) => create(w, { thing: { signedOutAt: NOW } }));

const out = { thing: { signedOutAt: NOW } };
list.allow('signed out everywhere', (w) => update(w, out));
list.allow('signed out everywhere for the first time', (w) => {
  const by = w.person();
  w.profile(by.uid);
  return { by, ask: { commit: [{ path: `users/${by.uid}`, data: { signedOutAt: NOW }, merge: true }] } };
});
list.allow('kept longer', (w) => update(w, { thing: { retentionDays: 60 } }));
list.deny('signed out everywhere, by a visitor', (w) => ({ ...update(w, out), by: undefined }));
list.deny('signed out everywhere, by somebody else', (w) => ({ ...update(w, out), by: w.person() }));
list.wrong('updated', update, {
  createdAt: [NOW, new Date(0)],
  retentionDays: [0, 3651],
  signedOutAt: [null, new Date(0)],
  role: ['admin'],
});
list.deny('brought back by a session that was ended', (w) => {
  const by = w.person();
  w.profile(by.uid, { signedOutAt: w.ago(1000) });
  return { by, ask: { commit: [{ path: `users/${by.uid}`, data: { retentionDays: 60 }, merge: true }] } };
});
list.deny('deleted', (w) => {
  const by = w.person();
  return { by, ask: { commit: [{ path: w.profile(by.uid).path, data: null }] } };
});

// A session goes on from the second of its sign-in: the times of tokens are whole seconds.
list.allow('a session of the same second', (w) => {
  const by = w.person({}, { signedIn: 5000 });
  w.profile(by.uid, { signedOutAt: new Date(by.signedInAt * 1000) });
  return { by, ask: { get: `tickets/${by.uid}` } };
});
list.deny('a session a moment older', (w) => {
  const by = w.person({}, { signedIn: 5000 });
  w.profile(by.uid, { signedOutAt: new Date(by.signedInAt * 1000 + 1) });
  return { by, ask: { get: `tickets/${by.uid}` } };
});
