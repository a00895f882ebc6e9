import { changeModel, createModel, eraseModel } from '../deeds.mjs';
import { ProbeList } from '../probe-list.mjs';
import { NOW } from '../values.mjs';
import { minute } from '../world.mjs';

const list = new ProbeList('models');
export const modelProbes = list.probes;

/** @typedef {import('../world.mjs').Fields} Fields */

const long = (/** @type {number} */ length) => 'x'.repeat(length);
const people = (/** @type {number} */ count) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${String(index)}`, 'read']));

// ── creating ──
/** @type {import('../probe-list.mjs').Make} */
const create = (w, twist) => createModel(w.person({ lab: 'member' }), {}, twist);
list.deed('created', create);
list.deed(
  'created in a workspace',
  (w, twist) => createModel(w.person({ lab: 'member' }), { workspace: 'lab' }, twist),
  {
    byRole: true,
  },
);
list.deny('created by a viewer of the workspace', (w) =>
  createModel(w.person({ lab: 'viewer' }), { workspace: 'lab' }),
);
list.deny('created in a workspace of others', (w) =>
  createModel(w.person({ lab: 'admin' }), { workspace: 'club' }),
);
list.deny('created in the name of somebody else', (w) =>
  createModel(w.person({ lab: 'admin' }), {
    workspace: 'lab',
    owner: 'somebody',
    readers: ['somebody'],
  }),
);
list.deny('created by a name of their own', (w) => createModel(w.person(), {}, { id: 'mine' }));
for (const id of ['x'.repeat(21), 'x'.repeat(23), `${'x'.repeat(21)}.`])
  list.deny(`created as ${id}`, (w) => createModel(w.person(), {}, { id }));

/** @type {Record<string, readonly unknown[]>} */
const wrongHead = {
  workspace: [undefined, 'club'],
  policy: ['SECRET', undefined],
  people: [[], 'nobody', { friend: 'admin' }, undefined],
  readers: [[], ['somebody'], 'nobody', undefined],
  name: [7, [], long(121), undefined],
  tags: ['one', Array.from({ length: 21 }, () => 'x'), [long(801)], undefined],
  note: [7, [], long(4001), undefined],
  live: [7, [], long(41), undefined],
  seal: ['sealed', undefined],
  revision: [0, 2, '1', undefined],
  device: [7, [], long(81), undefined],
  updatedAt: [new Date(0), undefined],
  role: ['admin'],
};
list.wrong('created', create, {
  ...wrongHead,
  owner: [undefined],
  createdAt: [new Date(0), undefined],
  deletedAt: [NOW, new Date(0), undefined],
  live: [...(wrongHead['live'] ?? []), 'x'],
});
list.allow('created with the longest list of readers', (w) => {
  const by = w.person();
  return createModel(by, { readers: Array.from({ length: 51 }, () => by.uid) });
});
list.deny('created with too long a list of readers', (w) => {
  const by = w.person();
  return createModel(by, { readers: Array.from({ length: 52 }, () => by.uid) });
});
for (const permission of ['read', 'write'])
  list.allow(`created with somebody who may ${permission}`, (w) =>
    createModel(w.person(), { policy: 'RESTRICTED', people: { friend: permission } }),
  );
list.deny('created open, found by whom it names', (w) => {
  const by = w.person();
  return createModel(by, { people: { friend: 'read' }, readers: [by.uid, 'friend'] });
});
list.deny('changed under a name that is none', (w) => {
  const by = w.person();
  const { data } = w.model(by.uid);
  return changeModel(by, w.put('models/mine', data), 'update', { name: 'Another' });
});
list.deny('created with too many people', (w) =>
  createModel(w.person(), { policy: 'RESTRICTED', people: people(51) }),
);
for (const [field, value] of Object.entries({
  name: long(120),
  tags: Array.from({ length: 20 }, () => long(40)),
  note: long(4000),
  device: long(80),
}))
  list.allow(`created, longest ${field}`, (w) => create(w, { thing: { [field]: value } }));
list.allow('created with all people it may have', (w) =>
  createModel(w.person(), { policy: 'RESTRICTED', people: people(50) }),
);
for (const policy of ['PUBLIC', 'INTERNAL', 'RESTRICTED', 'CLASSIFIED'])
  list.allow(`created ${policy}`, (w) => createModel(w.person(), { policy }));
/** @type {import('../probe-list.mjs').Make} */
const createClassified = (w, twist) => createModel(w.person(), { policy: 'CLASSIFIED' }, twist);
list.allow('created classified, longest seal', (w) => createClassified(w, { thing: { seal: long(12_000) } }));
list.deny('created classified, signed in long ago', (w) =>
  createModel(w.person({}, { signedIn: 20 * minute }), { policy: 'CLASSIFIED' }),
);
list.wrong('created classified', createClassified, {
  seal: [null, 7, [], long(12_001), undefined],
  name: ['A mesh'],
  tags: [['eight modes']],
  note: ['Trained.'],
});
list.deny('created again', (w) => {
  const by = w.person();
  return createModel(by, {}, { id: w.model(by.uid).id });
});

// ── changing ──
/**
 * @param {string} action
 * @param {Fields} fields
 * @param {Fields} [before]
 * @returns {import('../probe-list.mjs').Make}
 */
const changed = (action, fields, before) => (w, twist) => {
  const by = w.person({ lab: 'member' });
  return changeModel(by, w.model(by.uid, before), action, fields, twist);
};
/** @type {readonly (readonly [string, Fields, Fields?])[]} */
const changes = [
  ['update', { name: 'Another', tags: [], note: '' }],
  ['deploy', { live: 'x'.repeat(22) }],
  ['policy', { policy: 'RESTRICTED', people: {} }],
];
for (const [action, fields] of changes) list.deed(`${action}`, changed(action, fields));
list.wrong('update', changed('update', { name: 'Another' }), {
  name: [7, [], long(121)],
  tags: ['one', [long(801)]],
  note: [7, [], long(4001)],
  seal: ['sealed'],
  device: [7, [], long(81)],
  updatedAt: [new Date(0)],
  revision: [1, 3, 0],
  owner: ['somebody'],
  workspace: ['lab'],
  policy: ['PUBLIC'],
  people: [{ somebody: 'write' }],
  readers: [['somebody']],
  live: ['x'],
  createdAt: [NOW, new Date(0)],
  deletedAt: [NOW],
  role: ['admin'],
});
list.deny('publish of nothing', (w) => changed('publish', {})(w, {}));
list.allow('deploy none', (w) => changed('deploy', { live: null }, { live: 'x' })(w, {}));
list.allow('deploy, longest name', (w) => changed('deploy', { live: long(40) })(w, {}));
list.wrong('deploy', changed('deploy', { live: 'x' }), {
  live: [7, [], long(41)],
  name: ['Another'],
  policy: ['PUBLIC'],
});
list.wrong('policy', changed('policy', { policy: 'PUBLIC' }), {
  policy: ['SECRET', 'CLASSIFIED'],
  people: ['nobody', people(51)],
  workspace: ['club'],
  owner: ['somebody'],
  live: ['x'],
  createdAt: [NOW],
  deletedAt: [NOW],
  role: ['admin'],
});
list.allow('policy with people', (w) => {
  const by = w.person();
  const fields = { policy: 'RESTRICTED', people: { friend: 'read' }, readers: ['friend', by.uid] };
  return changeModel(by, w.model(by.uid), 'policy', fields);
});
list.deny('policy with people whom no query would find', (w) => {
  const by = w.person();
  const fields = { policy: 'RESTRICTED', people: { friend: 'read' } };
  return changeModel(by, w.model(by.uid), 'policy', fields);
});
const seal = { policy: 'CLASSIFIED', seal: 'sealed', name: '', tags: [], note: '' };
list.allow('policy to classified', (w) => changed('policy', seal)(w, {}));
list.deny('policy to classified, signed in long ago', (w) => {
  const by = w.person({}, { signedIn: 20 * minute });
  return changeModel(by, w.model(by.uid), 'policy', seal);
});
list.allow('policy from classified', (w) =>
  changed(
    'policy',
    { policy: 'INTERNAL', seal: null, name: 'A mesh', tags: ['one'], note: 'Trained.' },
    { policy: 'CLASSIFIED' },
  )(w, {}),
);
list.deny('policy from classified, signed in long ago', (w) => {
  const by = w.person({}, { signedIn: 20 * minute });
  const fields = { policy: 'INTERNAL', seal: null, name: 'A mesh' };
  return changeModel(by, w.model(by.uid, { policy: 'CLASSIFIED' }), 'policy', fields);
});
list.deny('policy, opened by an administrator', (w) =>
  changeModel(
    w.person({ lab: 'admin' }),
    w.model('a', { workspace: 'lab', policy: 'RESTRICTED' }),
    'policy',
    {
      policy: 'INTERNAL',
    },
  ),
);
list.deny("policy, taken into their own workspace by another's administrator", (w) =>
  changeModel(w.person({ lab: 'admin' }), w.model('a', { workspace: 'club' }), 'policy', {
    workspace: 'lab',
  }),
);
list.allow('a classified one sealed again', (w) =>
  changed('update', { seal: 'again' }, { policy: 'CLASSIFIED' })(w, {}),
);
list.deed('policy into a workspace', changed('policy', { workspace: 'lab' }), { byRole: true });
list.deny('policy into a workspace, by its viewer', (w) => {
  const by = w.person({ lab: 'viewer' });
  return changeModel(by, w.model(by.uid), 'policy', { workspace: 'lab' });
});
list.deny('policy, taken out of reach of oneself', (w) =>
  // The policy is an administrator's to set, of open models only.
  changeModel(w.person({ lab: 'admin' }), w.model('a', { workspace: 'lab' }), 'policy', {
    policy: 'RESTRICTED',
  }),
);
list.allow('policy, by an administrator', (w) =>
  changeModel(w.person({ lab: 'admin' }), w.model('a', { workspace: 'lab' }), 'policy', { policy: 'PUBLIC' }),
);
for (const [action, fields] of changes.slice(0, 2)) {
  list.deny(`${action} of a deleted one`, (w) => changed(action, fields, { deletedAt: w.ago(1000) })(w, {}));
}

// ── deleting ──
/** @type {import('../probe-list.mjs').Make} */
const restore = (w, twist) => changed('restore', { deletedAt: null }, { deletedAt: w.ago(1000) })(w, twist);
/** @type {import('../probe-list.mjs').Make} */
const erase = (w, twist) => {
  const by = w.person();
  return eraseModel(by, w.model(by.uid, { deletedAt: w.ago(1000) }), twist);
};
list.deed('delete', changed('delete', { deletedAt: NOW }));
list.deed('restore', restore);
list.deed('erase', erase);
list.wrong('delete', changed('delete', { deletedAt: NOW }), {
  deletedAt: [new Date(0), null, undefined],
  name: ['Another'],
  live: ['x'],
});
list.deny('delete again', (w) => changed('delete', { deletedAt: NOW }, { deletedAt: w.ago(1000) })(w, {}));
list.wrong('restore', restore, { deletedAt: [NOW, new Date(0)], name: ['Another'] });
list.deny('restore what is not deleted', (w) => changed('restore', { deletedAt: null })(w, {}));
list.deny('erase what is not deleted', (w) => {
  const by = w.person();
  return eraseModel(by, w.model(by.uid));
});
