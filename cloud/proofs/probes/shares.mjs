import { createShare, revokeShare } from '../deeds.mjs';
import { ProbeList } from '../probe-list.mjs';
import { day, minute } from '../world.mjs';

const list = new ProbeList('shares');
export const shareProbes = list.probes;

list.allow('read by a visitor', (w) => ({ by: undefined, ask: { get: w.share('somebody').path } }));
list.allow('asked for though it is gone', () => ({ by: undefined, ask: { get: 'shares/gone' } }));
list.deny('read after it expired', (w) => ({
  by: undefined,
  ask: { get: w.share('somebody', { expiresAt: w.ago(1000) }).path },
}));
/**
 * @param {number | undefined} limit
 * @param {boolean} isOwn
 * @returns {import('../probe-list.mjs').Pose}
 */
const listed =
  (limit, isOwn = true) =>
  (w) => {
    const by = w.person();
    const uid = isOwn ? by.uid : w.person().uid;
    const asked = limit === undefined ? {} : { limit };
    return { by, ask: { query: { in: 'shares', where: [['by', 'EQUAL', uid]], ...asked } } };
  };
list.personal('their own listed', listed(300));
list.deny("somebody else's listed", listed(300, false));
list.deny('too many listed', listed(301));
list.deny('all listed', (w) => ({ by: w.person(), ask: { query: { in: 'shares', limit: 10 } } }));

/** @type {import('../probe-list.mjs').Make} */
const make = (w, twist) => createShare(w.person(), {}, twist);
list.deed('made', make);
list.wrong('made', make, {
  by: ['somebody', undefined],
  createdAt: [new Date(0), undefined],
  expiresAt: [new Date(0), new Date(Date.now() + 400 * day), undefined],
  model: [undefined, 7, 'gone'],
  bytes: [0, 900_001, 1.5, 'many', undefined],
  chunks: [0, 13, 1.5, 'many', undefined],
  note: ['more'],
});
for (const [field, value] of Object.entries({ bytes: 1, chunks: 1 }))
  list.allow(`made, ${field} least`, (w) => make(w, { thing: { [field]: value } }));
for (const [field, value] of Object.entries({ bytes: 900_000, chunks: 12 }))
  list.allow(`made, ${field} most`, (w) => make(w, { thing: { [field]: value } }));
const most = { bytes: 10_800_000, chunks: 12 };
list.allow('made, largest', (w) => make(w, { thing: most }));
list.deny('made, too large', (w) => make(w, { thing: { ...most, bytes: 10_800_001 } }));
list.deny('made, more chunks', (w) => make(w, { thing: { ...most, chunks: 13 } }));
list.allow('made for a year', (w) => make(w, { thing: { expiresAt: new Date(w.now + 360 * day) } }));
list.deny('made by a name of their own', (w) => createShare(w.person(), {}, { id: 'mine' }));
list.deny('made in the name of somebody else', (w) => createShare(w.person(), { by: 'somebody' }));

/**
 * @param {import('../world.mjs').Fields} data
 * @returns {import('../probe-list.mjs').Pose}
 */
const ofModel = (data) => (w) => {
  const by = w.person();
  const model = w.model(by.uid, data);
  return createShare(by, { model: model.id });
};
list.allow('made of an own public model', ofModel({ policy: 'PUBLIC' }));
list.deny('made of a deleted model', ofModel({ policy: 'PUBLIC', deletedAt: new Date(0) }));
for (const policy of ['INTERNAL', 'RESTRICTED', 'CLASSIFIED'])
  list.deny(`made of an own ${policy} model`, ofModel({ policy }));
list.deny("made of somebody else's public model", (w) =>
  createShare(w.person(), { model: w.model('somebody', { policy: 'PUBLIC' }).id }),
);

list.deed('revoked', (w, twist) => {
  const by = w.person();
  return revokeShare(by, w.share(by.uid), twist);
});
list.deny('revoked by somebody else', (w) => revokeShare(w.person(), w.share('somebody')));
list.deny('revoked though it is gone', (w) => {
  const by = w.person();
  return revokeShare(by, { id: 'gone', path: 'shares/gone', data: {} });
});
list.deny('changed', (w) => {
  const by = w.person();
  const { path } = w.share(by.uid);
  return { by, ask: { commit: [{ path, data: { expiresAt: new Date(w.now + 2 * day) }, merge: true }] } };
});

/**
 * @param {import('../world.mjs').World} w
 * @param {import('../world.mjs').Fields} [thing]
 * @param {{ index?: string, share?: import('../world.mjs').Fields, by?: string }} [options]
 */
const chunk = (w, thing, { index = '0', share, by: owner } = {}) => {
  const by = w.person();
  const { path } = w.share(owner ?? by.uid, share);
  const data = { bytes: new Uint8Array(3), by: by.uid, ...thing };
  return { by, ask: { commit: [{ path: `${path}/chunks/${index}`, data }] } };
};
list.personal('a chunk sent', (w) => chunk(w));
list.wrong('a chunk sent', (w, { thing }) => chunk(w, thing), {
  by: ['somebody', undefined],
  bytes: ['text', undefined],
  note: ['more'],
});
list.allow('a chunk sent, largest', (w) => chunk(w, { bytes: new Uint8Array(900_000) }));
list.deny('a chunk sent, too large', (w) => chunk(w, { bytes: new Uint8Array(900_001) }));
list.allow('the last chunk sent', (w) => chunk(w, {}, { index: '11', share: { chunks: 12 } }));
list.deny('a chunk too many sent', (w) => chunk(w, {}, { index: '1' }));
for (const index of ['-1', '01', '100', 'x', '0x'])
  list.deny(`a chunk ${index} sent`, (w) => chunk(w, {}, { index, share: { chunks: 12 } }));
list.deny("a chunk of somebody else's sent", (w) => chunk(w, {}, { by: 'somebody' }));
list.deny('a chunk sent again', (w) => {
  const { by, ask } = chunk(w);
  for (const write of ask.commit) w.put(write.path, write.data);
  return { by, ask };
});

/**
 * @param {import('../world.mjs').World} w
 * @param {import('../world.mjs').Fields} share
 */
const oldChunk = (w, share, owner = 'somebody') =>
  w.put(`${w.share(owner, share).path}/chunks/0`, { bytes: new Uint8Array(3), by: owner }).path;
list.allow('a chunk read by a visitor', (w) => ({ by: undefined, ask: { get: oldChunk(w, {}) } }));
list.deny('a chunk read after it expired', (w) => ({
  by: undefined,
  ask: { get: oldChunk(w, { expiresAt: w.ago(minute) }) },
}));
list.deny('chunks listed', (w) => ({
  by: undefined,
  ask: { query: { in: `${w.share('somebody').path}/chunks`, limit: 3 } },
}));
list.personal('a chunk deleted', (w) => {
  const by = w.person();
  return { by, ask: { commit: [{ path: oldChunk(w, {}, by.uid), data: null }] } };
});
list.deny("somebody else's chunk deleted", (w) => ({
  by: w.person(),
  ask: { commit: [{ path: oldChunk(w, {}), data: null }] },
}));
