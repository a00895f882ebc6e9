import { createModel } from '../deeds.mjs';
import { ProbeList } from '../probe-list.mjs';
import { NOW } from '../values.mjs';
import { freshId, minute } from '../world.mjs';

const list = new ProbeList('tickets');
export const ticketProbes = list.probes;

list.personal('their own', (w) => {
  const by = w.person();
  return { by, ask: { get: `tickets/${by.uid}` } };
});
list.deny("somebody else's", (w) => ({ by: w.person(), ask: { get: 'tickets/somebody' } }));

/** @type {import('../probe-list.mjs').Make} */
const create = (w, twist) => createModel(w.person(), {}, twist);

for (const [field, values] of Object.entries({
  at: [new Date(0), undefined],
  kind: ['share', undefined],
  id: ['another', undefined],
  version: [null, 7, [], 'x'.repeat(41), undefined],
  action: ['update', undefined],
  audit: ['another', undefined],
  windowAt: [new Date(0), undefined],
  count: [0, 2, undefined],
  note: ['more'],
})) {
  for (const value of values) {
    list.deny(`${field} ${JSON.stringify(value) ?? 'left out'}`, (w) =>
      create(w, { ticket: { [field]: value } }),
    );
  }
}

list.allow('of the longest version', (w) => create(w, { ticket: { version: 'x'.repeat(40) } }));

/**
 * After `count` changes in a minute that began `age` ms ago.
 * @param {number} count
 * @param {number} age
 * @param {(windowAt: Date) => import('../world.mjs').Fields} next
 * @returns {import('../probe-list.mjs').Pose}
 */
const after = (count, age, next) => (w) => {
  const by = w.person();
  const windowAt = w.ago(age);
  w.put(`tickets/${by.uid}`, {
    at: windowAt,
    kind: 'model',
    id: freshId(),
    version: '',
    action: 'create',
    audit: freshId(),
    windowAt,
    count,
  });
  return createModel(by, {}, { ticket: next(windowAt) });
};

list.allow(
  'the next',
  after(5, 1000, (windowAt) => ({ windowAt, count: 6 })),
);
list.allow(
  'the last of a minute',
  after(119, minute * 0.7, (windowAt) => ({ windowAt, count: 120 })),
);
list.deny(
  'one too many',
  after(120, minute * 0.7, (windowAt) => ({ windowAt, count: 121 })),
);
list.deny(
  'counted twice the same',
  after(5, 1000, (windowAt) => ({ windowAt, count: 5 })),
);
list.deny(
  'counted back',
  after(5, 1000, (windowAt) => ({ windowAt, count: 1 })),
);
list.deny(
  'a new minute too early',
  after(120, minute * 0.7, () => ({ windowAt: NOW, count: 1 })),
);
list.deny(
  'another minute',
  after(5, 1000, () => ({ windowAt: new Date(0), count: 6 })),
);
list.allow(
  'a new minute',
  after(120, minute * 1.4, () => ({ windowAt: NOW, count: 1 })),
);
list.deny(
  'a new minute begun high',
  after(3, minute * 1.4, () => ({ windowAt: NOW, count: 2 })),
);
list.deny(
  'the old minute gone on',
  after(3, minute * 1.4, (windowAt) => ({ windowAt, count: 4 })),
);

list.deny("somebody else's advanced", (w) => {
  const by = w.person();
  const question = createModel(w.person(), {}, {});
  return { ...question, by };
});
list.deny('an old one used again', (w) => {
  const by = w.person();
  const id = freshId();
  const audit = freshId();
  const at = w.ago(1000);
  w.put(`tickets/${by.uid}`, {
    at,
    kind: 'model',
    id,
    version: '',
    action: 'create',
    audit,
    windowAt: at,
    count: 1,
  });
  return createModel(by, {}, { id, without: ['ticket', 'audit'] });
});
list.deny('two things by one', (w) => {
  const by = w.person();
  const other = createModel(by, {}, { without: ['ticket', 'audit'] });
  return createModel(by, {}, { also: other.ask.commit });
});
list.deny('an audit entry of somebody else', (w) => create(w, { audit: { by: 'somebody' } }));
list.deny('an audit entry that was there', (w) => {
  const by = w.person();
  const id = freshId();
  const auditId = freshId();
  w.put(`audit/${auditId}`, {
    at: w.ago(1000),
    by: by.uid,
    kind: 'model',
    id,
    action: 'create',
    workspace: null,
    owner: by.uid,
    policy: 'INTERNAL',
    detail: '',
  });
  return createModel(by, {}, { id, auditId, without: ['audit'] });
});
list.deny('deleted', (w) => {
  const by = w.person();
  const ticket = w.put(`tickets/${by.uid}`, { count: 120 });
  return { by, ask: { commit: [{ path: ticket.path, data: null }] } };
});
