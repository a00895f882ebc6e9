import { changeModel, publishVersion, sayRead, uploadVersion } from '../deeds.mjs';
import { ProbeList } from '../probe-list.mjs';
import { NOW } from '../values.mjs';
import { freshId, minute } from '../world.mjs';

const readings = new ProbeList('readings');
const versions = new ProbeList('versions');
const chunks = new ProbeList('chunks');

/**
 * @typedef {import('../world.mjs').World} World
 * @typedef {import('../world.mjs').Fields} Fields
 */

const long = (/** @type {number} */ length) => 'x'.repeat(length);

/**
 * A ticket of a minute ago, whose entry is in the audit.
 * @param {World} w
 * @param {string} uid
 * @param {Fields} ticket
 * @returns {string} the entry's name
 */
function earlier(w, uid, ticket) {
  const at = w.ago(minute);
  const said = { at, kind: 'model', id: 'x', action: 'update', ...ticket };
  const { id: audit } = w.put(`audit/${freshId()}`, { ...said, by: uid });
  w.put(`tickets/${uid}`, { ...said, audit, windowAt: at, count: 1 });
  return audit;
}

// ── saying that one reads ──
/** @type {import('../probe-list.mjs').Make} */
const say = (w, twist) => {
  const by = w.person();
  return sayRead(by, w.model('a', { policy: 'RESTRICTED', people: { [by.uid]: 'read' } }), twist);
};
readings.deed('said', say);
readings.wrong('said', say, { at: [new Date(0), undefined], audit: ['another', undefined], note: ['more'] });
readings.deny('said of what they may not read', (w) =>
  sayRead(w.person(), w.model('a', { policy: 'RESTRICTED' })),
);
readings.allow('said again', (w) => {
  const by = w.person();
  const model = w.model(by.uid, { policy: 'RESTRICTED' });
  w.put(`${model.path}/readings/${by.uid}`, { at: w.ago(minute), audit: 'before' });
  return sayRead(by, model);
});
readings.deny('said again by the entry of before', (w) => {
  const by = w.person();
  const model = w.model(by.uid, { policy: 'RESTRICTED' });
  const audit = earlier(w, by.uid, { id: model.id, action: 'read' });
  w.put(`${model.path}/readings/${by.uid}`, { at: w.ago(minute), audit });
  return sayRead(by, model, { auditId: audit, without: ['ticket', 'audit'] });
});
readings.deny('said for somebody else', (w) => {
  const by = w.person();
  const other = w.person();
  const model = w.model(by.uid, { policy: 'RESTRICTED', people: { [other.uid]: 'read' } });
  const auditId = freshId();
  const said = sayRead(by, model, { auditId });
  const path = `${model.path}/readings/${other.uid}`;
  return { by, ask: { commit: [...said.ask.commit, { path, data: { at: NOW, audit: auditId } }] } };
});
readings.personal('their own', (w) => {
  const by = w.person();
  return { by, ask: { get: `${w.model('a').path}/readings/${by.uid}` } };
});
readings.deny("somebody else's", (w) => ({
  by: w.person(),
  ask: { get: `${w.model('a').path}/readings/somebody` },
}));

// ── versions and their chunks, deleted with the model ──
/** @type {readonly (readonly [ProbeList, string, Fields])[]} */
const parts = [
  [readings, 'readings/somebody', { at: new Date(0), audit: 'x' }],
  [versions, `versions/${long(22)}`, { chunks: 1, state: 'published' }],
  [chunks, `versions/${long(22)}/chunks/0`, { bytes: new Uint8Array(3) }],
];
for (const [list, below, data] of parts) {
  /**
   * @param {World} w
   * @param {string} owner
   * @param {Fields} [model]
   */
  const erased = (w, owner, model) => {
    const { path } = w.put(`${w.model(owner, { deletedAt: w.ago(1000), ...model }).path}/${below}`, data);
    return { commit: [{ path, data: null }] };
  };
  list.personal('erased', (w) => {
    const by = w.person();
    return { by, ask: erased(w, by.uid) };
  });
  list.personal(
    'erased by an administrator, unread',
    (w) => ({
      by: w.person({ lab: 'admin' }),
      ask: erased(w, 'a', { workspace: 'lab', policy: 'RESTRICTED' }),
    }),
    { byRole: true },
  );
  list.deny('erased of what is not deleted', (w) => {
    const by = w.person();
    return { by, ask: erased(w, by.uid, { deletedAt: null }) };
  });
  list.deny("somebody else's erased", (w) => ({ by: w.person(), ask: erased(w, 'a') }));
}

// ── reading ──
/**
 * @param {World} w
 * @param {Fields} model
 */
const contentOf = (w, model) => {
  const { path } = w.version(w.model('a', model), 'a');
  w.put(`${path}/chunks/0`, { bytes: new Uint8Array(3) });
  const inside = path.split('/').slice(0, -1).join('/');
  return {
    version: { get: path },
    all: { query: { in: inside, limit: 10 } },
    chunk: { get: `${path}/chunks/0` },
  };
};
/** @type {readonly (readonly [ProbeList, 'version' | 'all' | 'chunk'])[]} */
const kinds = [
  [versions, 'version'],
  [versions, 'all'],
  [chunks, 'chunk'],
];
for (const [list, kind] of kinds) {
  /**
   * @param {Fields} model
   * @returns {import('../probe-list.mjs').Pose}
   */
  const visited = (model) => (w) => ({ by: undefined, ask: contentOf(w, model)[kind] });
  list.allow(`${kind} of a public model, by a visitor`, visited({ policy: 'PUBLIC' }));
  list.deny(`${kind} of an internal model, by a visitor`, visited({ policy: 'INTERNAL' }));
  list.deny(
    `${kind} of a deleted public model, by a visitor`,
    visited({ policy: 'PUBLIC', deletedAt: new Date(0) }),
  );
  list.personal(
    `${kind} of an open model`,
    (w) => ({ by: w.person({ lab: 'viewer' }), ask: contentOf(w, { workspace: 'lab' })[kind] }),
    { byRole: true },
  );
  list.deny(`${kind} of a model of others`, (w) => ({ by: w.person(), ask: contentOf(w, {})[kind] }));
  /**
   * @param {number | undefined} age of their saying so, ms
   * @param {string} [policy]
   * @returns {import('../probe-list.mjs').Pose}
   */
  const said =
    (age, policy = 'RESTRICTED') =>
    (w) => {
      const by = w.person();
      const ask = contentOf(w, { policy, people: { [by.uid]: 'read' } });
      const model = ask.version.get.split('/').slice(0, 2).join('/');
      if (age !== undefined) w.put(`${model}/readings/${by.uid}`, { at: w.ago(age), audit: 'x' });
      return { by, ask: ask[kind] };
    };
  list.personal(`${kind} of a restricted model, said`, said(minute * 0.7));
  list.personal(`${kind} of a classified model, said`, said(minute * 0.7, 'CLASSIFIED'));
  list.deny(`${kind} of a restricted model, unsaid`, said(undefined));
  list.deny(`${kind} of a restricted model, said long ago`, said(minute * 1.4));
  list.deny(`${kind} of a restricted model, said by who is not named`, (w) => {
    const by = w.person();
    const ask = contentOf(w, { policy: 'RESTRICTED' });
    const model = ask.version.get.split('/').slice(0, 2).join('/');
    w.put(`${model}/readings/${by.uid}`, { at: w.ago(1000), audit: 'x' });
    return { by, ask: ask[kind] };
  });
}
chunks.deny('listed', (w) => {
  const by = w.person();
  const { path } = w.version(w.model(by.uid), by.uid);
  return { by, ask: { query: { in: `${path}/chunks`, limit: 3 } } };
});

// ── uploading ──
/**
 * @param {Fields} [model]
 * @returns {import('../probe-list.mjs').Make}
 */
const upload = (model) => (w, twist) => {
  const by = w.person();
  return uploadVersion(by, w.model(by.uid, model), twist);
};
versions.deed('uploaded', upload());
versions.wrong('uploaded', upload(), {
  parent: [7, [], long(41), undefined],
  title: [7, [], long(121), undefined],
  by: ['somebody', undefined],
  at: [new Date(0), undefined],
  bytes: [0, 900_001, 1.5, 'many', undefined],
  sha256: [7, '0'.repeat(63), '0'.repeat(65), 'G'.repeat(64), undefined],
  chunks: [0, 13, 1.5, 'many', undefined],
  summary: [7, [], long(8001), undefined],
  state: ['published', 'x', undefined],
  note: ['more'],
});
for (const [field, values] of Object.entries({
  parent: [long(40)],
  title: [long(120)],
  bytes: [1, 900_000],
  chunks: [12],
  summary: [long(8000)],
})) {
  for (const value of values)
    versions.allow(`uploaded, ${field} ${String(value).slice(0, 10)}`, (w) =>
      upload()(w, { thing: { [field]: value } }),
    );
}
const most = { bytes: 10_800_000, chunks: 12 };
versions.allow('uploaded, most', (w) => upload()(w, { thing: most }));
versions.deny('uploaded, too large', (w) => upload()(w, { thing: { ...most, bytes: 10_800_001 } }));
versions.deny('uploaded, more chunks', (w) => upload()(w, { thing: { ...most, chunks: 13 } }));
versions.allow('uploaded to a classified model', (w) => upload({ policy: 'CLASSIFIED' })(w, {}));
versions.wrong('uploaded to a classified model', upload({ policy: 'CLASSIFIED' }), {
  title: ['First'],
  summary: ['{}'],
});
versions.deny('uploaded by a name of their own', (w) => upload()(w, { id: 'mine' }));
versions.deny('uploaded to a deleted model', (w) => upload({ deletedAt: w.ago(1000) })(w, {}));
versions.deny("uploaded to somebody else's model", (w) => uploadVersion(w.person(), w.model('a')));
versions.deny('uploaded for another version', (w) => upload()(w, { ticket: { version: 'another' } }));
versions.deny('two uploaded by one ticket', (w) => {
  const by = w.person();
  const model = w.model(by.uid);
  const other = uploadVersion(by, model, { without: ['ticket', 'audit'] });
  return uploadVersion(by, model, { also: other.ask.commit });
});

versions.deny('uploaded by the ticket of an earlier change', (w) => {
  const by = w.person();
  const id = freshId();
  earlier(w, by.uid, { version: id });
  return uploadVersion(by, w.model(by.uid), { id, without: ['ticket', 'audit'] });
});

// ── publishing ──
/**
 * @param {Fields} [before]
 * @param {{ sent?: number, model?: Fields }} [options]
 * @returns {import('../probe-list.mjs').Make}
 */
const publish =
  (before, { sent = 2, model: fields } = {}) =>
  (w, twist) => {
    const by = w.person();
    const model = w.model(by.uid, fields);
    const version = w.version(model, by.uid, { state: 'uploading', chunks: 2, ...before });
    for (let index = 0; index < sent; index++)
      w.put(`${version.path}/chunks/${String(index)}`, { bytes: new Uint8Array(3) });
    return publishVersion(by, model, version, twist);
  };
versions.deed('published', publish());
versions.wrong('published', publish(), {
  state: ['uploading', 'x'],
  title: ['Another'],
  chunks: [1],
  sha256: ['1'.repeat(64)],
});
for (const [field, value] of Object.entries({ name: 'Another', live: 'x', policy: 'PUBLIC' }))
  versions.deny(`published with another ${field}`, (w) => publish()(w, { head: { [field]: value } }));
versions.deny('published in a deleted model', (w) =>
  publish({}, { model: { deletedAt: w.ago(1000) } })(w, {}),
);
versions.deny('published, the head alone', (w) => {
  const by = w.person();
  const model = w.model(by.uid);
  const version = w.version(model, by.uid, { state: 'uploading' });
  return changeModel(by, model, 'publish', {}, { version: version.id });
});
versions.deny('published, the head of what was', (w) => {
  const by = w.person();
  const model = w.model(by.uid);
  return changeModel(by, model, 'publish', {}, { version: w.version(model, by.uid).id });
});
versions.deny('published before all was sent', (w) => publish({}, { sent: 1 })(w, {}));
versions.deny('published again', (w) => publish({ state: 'published' })(w, {}));
versions.deny('published, of somebody else', (w) => publish({ by: 'somebody' })(w, {}));
versions.deny('published for another version', (w) => publish()(w, { ticket: { version: 'another' } }));
versions.deny('published by the ticket of its upload', (w) => {
  const by = w.person();
  const model = w.model(by.uid);
  const { id, path } = w.version(model, by.uid, { state: 'uploading' });
  w.put(`${path}/chunks/0`, { bytes: new Uint8Array(3) });
  earlier(w, by.uid, { id: model.id, action: 'upload', version: id });
  return { by, ask: { commit: [{ path, data: { state: 'published' }, merge: true }] } };
});
versions.deny('two published by one ticket', (w) => {
  const by = w.person();
  const model = w.model(by.uid);
  const sent = () => {
    const version = w.version(model, by.uid, { state: 'uploading' });
    w.put(`${version.path}/chunks/0`, { bytes: new Uint8Array(3) });
    return version;
  };
  const also = [{ path: sent().path, data: { state: 'published' }, merge: true }];
  return publishVersion(by, model, sent(), { also });
});
versions.deny('published without the head', (w) => {
  const { by, ask } = publish()(w, {});
  const commit =
    'commit' in ask
      ? ask.commit.filter(({ path }) => path.split('/').length !== 2 || !path.startsWith('models/'))
      : [];
  return { by, ask: { commit } };
});

// ── sending chunks ──
/**
 * @param {World} w
 * @param {Fields} [thing]
 * @param {{ index?: string, version?: Fields, owner?: string, model?: Fields }} [options]
 */
const chunk = (w, thing, { index = '0', version, owner, model: fields } = {}) => {
  const by = w.person();
  const model = w.model(owner ?? by.uid, fields);
  const { path } = w.version(model, by.uid, { state: 'uploading', chunks: 1, ...version });
  const data = { bytes: new Uint8Array(3), ...thing };
  return { by, ask: { commit: [{ path: `${path}/chunks/${index}`, data }] } };
};
chunks.personal('sent', (w) => chunk(w));
chunks.wrong('sent', (w, { thing }) => chunk(w, thing), { bytes: ['text', undefined], note: ['more'] });
chunks.allow('sent, largest', (w) => chunk(w, { bytes: new Uint8Array(900_000) }));
chunks.deny('sent, too large', (w) => chunk(w, { bytes: new Uint8Array(900_001) }));
chunks.allow('sent, last', (w) => chunk(w, {}, { index: '11', version: { chunks: 12 } }));
chunks.deny('sent, one too many', (w) => chunk(w, {}, { index: '1' }));
for (const index of ['-1', '01', '100', 'x'])
  chunks.deny(`sent as ${index}`, (w) => chunk(w, {}, { index, version: { chunks: 12 } }));
chunks.deny('sent after publishing', (w) => chunk(w, {}, { version: { state: 'published' } }));
chunks.deny("sent of somebody else's version", (w) => chunk(w, {}, { version: { by: 'somebody' } }));
chunks.deny("sent to somebody else's model", (w) => chunk(w, {}, { owner: 'a' }));
chunks.deny('sent again', (w) => {
  const { by, ask } = chunk(w);
  for (const write of ask.commit) w.put(write.path, write.data);
  return { by, ask };
});

export const versionProbes = [...readings.probes, ...versions.probes, ...chunks.probes];
