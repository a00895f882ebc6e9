import { ProbeList } from '../probe-list.mjs';

const list = new ProbeList('models');
export const modelReadProbes = list.probes;

list.allow('asked for though it is not there', (w) => ({ by: w.person(), ask: { get: 'models/none' } }));
list.allow('a public one, by a visitor', (w) => ({
  by: undefined,
  ask: { get: w.model('somebody', { policy: 'PUBLIC' }).path },
}));
list.deny('a public one that is deleted, by a visitor', (w) => ({
  by: undefined,
  ask: { get: w.model('somebody', { policy: 'PUBLIC', deletedAt: w.ago(1000) }).path },
}));
list.personal('their own', (w) => {
  const by = w.person();
  return { by, ask: { get: w.model(by.uid).path } };
});
list.personal(
  'one of their workspace',
  (w) => ({
    by: w.person({ lab: 'viewer' }),
    ask: { get: w.model('somebody', { workspace: 'lab' }).path },
  }),
  { byRole: true },
);
list.personal('one that they are named in', (w) => {
  const by = w.person();
  return { by, ask: { get: w.model('a', { policy: 'RESTRICTED', people: { [by.uid]: 'read' } }).path } };
});
list.deny('a private one, by a stranger', (w) => ({
  by: w.person(),
  ask: { get: w.model('somebody').path },
}));

/** @typedef {import('../values.mjs').Filter} Filter */

/**
 * @param {(uid: string) => readonly Filter[]} where
 * @param {number} [limit]
 * @returns {import('../probe-list.mjs').Pose}
 */
const listed =
  (where, limit = 300) =>
  (w) => {
    const by = w.person({ lab: 'viewer' });
    return { by, ask: { query: { in: 'models', where: where(by.uid), limit } } };
  };
/**
 * @param {string} uid
 * @param {string | null} [workspace]
 * @returns {Filter[]}
 */
const own = (uid, workspace = null) => [
  ['owner', 'EQUAL', uid],
  ['workspace', 'EQUAL', workspace],
];
/** @type {() => Filter[]} */
const ofLab = () => [
  ['workspace', 'EQUAL', 'lab'],
  ['policy', 'IN', ['PUBLIC', 'INTERNAL']],
];
/**
 * @param {string} uid
 * @param {string | null} [workspace]
 * @returns {Filter[]}
 */
const named = (uid, workspace = null) => [
  ['readers', 'ARRAY_CONTAINS', uid],
  ['workspace', 'EQUAL', workspace],
];
list.personal(
  'their own listed',
  listed((uid) => own(uid)),
);
list.personal(
  'those of their workspace listed',
  listed(() => ofLab()),
  { byRole: true },
);
list.personal(
  'those that they are named in listed',
  listed((uid) => named(uid)),
);
list.personal(
  'those of their workspace that they are named in listed',
  listed((uid) => named(uid, 'lab')),
  {
    byRole: true,
  },
);
list.personal(
  'their own of their workspace listed',
  listed((uid) => own(uid, 'lab')),
  { byRole: true },
);
list.deny(
  'those of another workspace that they are named in listed',
  listed((uid) => named(uid, 'club')),
);
list.deny(
  'their own of another workspace listed',
  listed((uid) => own(uid, 'club')),
);
list.deny(
  'too many listed',
  listed((uid) => own(uid), 301),
);
list.deny(
  "somebody else's listed",
  listed(() => own('somebody')),
);
list.deny(
  'their own of any workspace listed by owner',
  listed((uid) => [['owner', 'EQUAL', uid]]),
);
list.deny(
  'those without workspace listed',
  listed(() => [['workspace', 'EQUAL', null]]),
);
list.deny(
  'those of their workspace of any policy listed',
  listed(() => [['workspace', 'EQUAL', 'lab']]),
);
list.deny(
  'restricted ones of their workspace listed',
  listed(() => [
    ['workspace', 'EQUAL', 'lab'],
    ['policy', 'IN', ['INTERNAL', 'RESTRICTED']],
  ]),
);
list.deny(
  'those of another workspace listed',
  listed(() => [
    ['workspace', 'EQUAL', 'club'],
    ['policy', 'IN', ['PUBLIC', 'INTERNAL']],
  ]),
);
list.deny(
  'all public ones listed',
  listed(() => [['policy', 'EQUAL', 'PUBLIC']]),
);
list.deny(
  'open ones without workspace listed',
  listed(() => [
    ['workspace', 'EQUAL', null],
    ['policy', 'IN', ['PUBLIC', 'INTERNAL']],
  ]),
);
list.deny(
  'those that somebody else is named in listed',
  listed(() => named('somebody')),
);
