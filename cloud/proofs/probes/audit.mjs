import {
  changeModel,
  createModel,
  createShare,
  eraseModel,
  invite,
  revokeShare,
  sayRead,
  seedInvitation,
  uninvite,
  uploadVersion,
} from '../deeds.mjs';
import { ProbeList } from '../probe-list.mjs';
import { NOW } from '../values.mjs';
import { freshId } from '../world.mjs';

const list = new ProbeList('audit');
export const auditProbes = list.probes;

/**
 * @param {import('../world.mjs').World} w
 * @param {import('../world.mjs').Fields} data
 */
const entry = (w, data) =>
  w.put(`audit/${freshId()}`, {
    at: w.ago(1000),
    by: 'somebody',
    kind: 'model',
    id: freshId(),
    action: 'update',
    workspace: null,
    owner: 'somebody',
    policy: 'INTERNAL',
    detail: '',
    ...data,
  }).path;

list.personal('of what they did', (w) => {
  const by = w.person();
  return { by, ask: { get: entry(w, { by: by.uid }) } };
});
list.personal('of what is theirs', (w) => {
  const by = w.person();
  return { by, ask: { get: entry(w, { owner: by.uid }) } };
});
list.personal(
  'of their workspace',
  (w) => ({ by: w.person({ lab: 'admin' }), ask: { get: entry(w, { workspace: 'lab' }) } }),
  { byRole: true },
);
list.deny('of others', (w) => ({ by: w.person({ lab: 'admin' }), ask: { get: entry(w, {}) } }));
list.deny('of another workspace', (w) => ({
  by: w.person({ lab: 'admin' }),
  ask: { get: entry(w, { workspace: 'club' }) },
}));
list.deny('of their workspace, by an editor', (w) => ({
  by: w.person({ lab: 'editor' }),
  ask: { get: entry(w, { workspace: 'lab' }) },
}));
for (const field of ['by', 'owner']) {
  list.personal(`listed, ${field}`, (w) => {
    const by = w.person();
    return { by, ask: { query: { in: 'audit', where: [[field, 'EQUAL', by.uid]], limit: 300 } } };
  });
  list.deny(`listed, ${field} somebody else`, (w) => ({
    by: w.person(),
    ask: { query: { in: 'audit', where: [[field, 'EQUAL', 'somebody']], limit: 300 } },
  }));
}
list.personal(
  'listed, of a workspace',
  (w) => ({
    by: w.person({ lab: 'admin' }),
    ask: { query: { in: 'audit', where: [['workspace', 'EQUAL', 'lab']], limit: 300 } },
  }),
  { byRole: true },
);
list.deny('listed, of a workspace, by an editor', (w) => ({
  by: w.person({ lab: 'editor' }),
  ask: { query: { in: 'audit', where: [['workspace', 'EQUAL', 'lab']], limit: 300 } },
}));
list.deny('all listed', (w) => ({
  by: w.person({ lab: 'admin' }),
  ask: { query: { in: 'audit', limit: 10 } },
}));

/**
 * What must not be said of any of these.
 * @type {Readonly<Record<string, import('../probe-list.mjs').Make>>}
 */
const deeds = {
  create: (w, twist) => createModel(w.person(), {}, twist),
  update: (w, twist) => {
    const by = w.person();
    return changeModel(by, w.model(by.uid), 'update', { name: 'Another' }, twist);
  },
  upload: (w, twist) => {
    const by = w.person();
    return uploadVersion(by, w.model(by.uid), twist);
  },
  erase: (w, twist) => {
    const by = w.person();
    return eraseModel(by, w.model(by.uid, { deletedAt: w.ago(1000) }), twist);
  },
  read: (w, twist) => {
    const by = w.person();
    return sayRead(by, w.model(by.uid, { policy: 'RESTRICTED' }), twist);
  },
  share: (w, twist) => createShare(w.person(), {}, twist),
  revoke: (w, twist) => {
    const by = w.person();
    return revokeShare(by, w.share(by.uid), twist);
  },
  invite: (w, twist) => invite(w.person({ lab: 'admin' }), 'lab', twist),
  uninvite: (w, twist) => uninvite(w.person({ lab: 'admin' }), 'lab', seedInvitation(w, 'lab', 'x'), twist),
};
for (const [action, make] of Object.entries(deeds)) {
  for (const [field, values] of Object.entries({
    at: [new Date(0), undefined],
    by: ['somebody', undefined],
    kind: ['member', 'account', ['share', 'revoke'].includes(action) ? 'model' : 'share', undefined],
    id: ['another', undefined],
    action: ['deploy', 'stroll', undefined],
    workspace: ['club', undefined],
    owner: ['somebody', undefined],
    policy: ['CLASSIFIED', undefined],
    detail: [7, [], 'x'.repeat(501), undefined],
    note: ['more'],
  })) {
    for (const value of values) {
      list.deny(`of ${action}, ${field} ${(JSON.stringify(value) ?? 'left out').slice(0, 30)}`, (w) =>
        make(w, { audit: { [field]: value }, ...(field === 'kind' && { ticket: { kind: value } }) }),
      );
    }
  }
  list.allow(`of ${action}, told at length`, (w) => make(w, { audit: { detail: 'x'.repeat(500) } }));
  // Said, and ticketed, but not done.
  for (const said of ['read', 'upload', 'erase', 'update', 'share', 'revoke', 'invite', 'uninvite']) {
    list.deny(`of ${said} where nothing was done, as of ${action}`, (w) =>
      make(w, {
        without: ['thing'],
        ticket: { action: said },
        audit: { action: said },
      }),
    );
  }
}
for (const [action, other] of [
  ['share', 'revoke'],
  ['revoke', 'share'],
  ['invite', 'uninvite'],
  ['uninvite', 'invite'],
]) {
  // The thing needs no ticket of its own here: the server wrote it, the entry alone is asked about.
  list.deny(
    `of ${other ?? ''} where the other was done`,
    (w) =>
      deeds[action ?? '']?.(w, { ticket: { action: other }, audit: { action: other } }) ?? {
        by: undefined,
        ask: { get: 'audit/none' },
      },
  );
}

// Things that nobody needs a ticket for, in the same commit as an entry that tells something else of them.
list.deny('of an upload to a model that is not there', (w) => {
  const by = w.person();
  return createModel(by, {}, { ticket: { action: 'upload' }, audit: { action: 'upload' } });
});

list.deny('changed', (w) => {
  const by = w.person();
  return { by, ask: { commit: [{ path: entry(w, { by: by.uid }), data: { detail: 'no' }, merge: true }] } };
});
list.deny('deleted', (w) => {
  const by = w.person({ lab: 'admin' });
  return { by, ask: { commit: [{ path: entry(w, { by: by.uid, workspace: 'lab' }), data: null }] } };
});
list.deny('a second, true one', (w) => {
  const by = w.person();
  const model = w.model(by.uid);
  const change = changeModel(by, model, 'update', { name: 'Another' });
  const said = change.ask.commit.find(({ path }) => path.startsWith('audit/'));
  const second = { path: `audit/${freshId()}`, data: said?.data ?? null };
  return { by, ask: { commit: [...change.ask.commit, second] } };
});
list.deny('one that no ticket names', (w) =>
  createModel(
    w.person(),
    {},
    {
      also: [
        {
          path: `audit/${freshId()}`,
          data: {
            at: NOW,
            by: 'somebody',
            kind: 'model',
            id: freshId(),
            action: 'update',
            workspace: null,
            owner: 'somebody',
            policy: 'INTERNAL',
            detail: '',
          },
        },
      ],
    },
  ),
);
