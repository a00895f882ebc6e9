import { NOW } from './values.mjs';
import { freshId, modelFields, shareFields, versionFields } from './world.mjs';

/**
 * One change as the studio makes it: the thing, its entry in the audit and its maker's ticket in one commit. Probes
 * change parts of it.
 * @typedef {import('./world.mjs').Fields} Fields
 * @typedef {import('./world.mjs').Thing} Thing
 * @typedef {import('./rest.mjs').Caller} Caller
 * @typedef {import('./values.mjs').Write} Write
 * @typedef {object} Twist what is wrong with it, or special
 * @property {Fields} [thing] fields of the thing; undefined: left out
 * @property {Fields} [ticket]
 * @property {Fields} [audit]
 * @property {string} [auditId]
 * @property {readonly ('thing' | 'ticket' | 'audit' | 'content')[]} [without] documents that are not written
 * @property {readonly Write[]} [also]
 * @property {string} [id] of the new thing
 * @property {string} [version] that the ticket names
 * @property {Fields} [head] fields of the model's head, where a version is published
 *
 * @typedef {{ kind: string, id: string, action: string, version?: string }} Deed
 * @typedef {{ workspace: unknown, owner: unknown, policy: unknown }} About
 */

/**
 * @param {Caller} by
 * @param {Deed} deed
 * @param {About} about
 * @param {readonly Write[]} writes the thing itself
 * @param {Twist} twist
 */
export function change(by, deed, about, writes, twist) {
  const { without = [], auditId = freshId(), also = [] } = twist;
  const { version = '', ...named } = deed;
  /** @type {Write[]} */
  const commit = without.includes('thing') ? [] : [...writes];
  const ticket = { ...named, at: NOW, version, audit: auditId, windowAt: NOW, count: 1, ...twist.ticket };
  if (!without.includes('ticket')) commit.push({ path: `tickets/${by.uid}`, data: ticket });
  const entry = { ...named, at: NOW, by: by.uid, ...about, detail: '', ...twist.audit };
  if (!without.includes('audit')) commit.push({ path: `audit/${auditId}`, data: entry });
  return { by, ask: { commit: [...commit, ...also] } };
}

/** @param {Thing} model */
function aboutModel({ data }) {
  return { workspace: data['workspace'], owner: data['owner'], policy: data['policy'] };
}

/**
 * @param {Caller} by
 * @param {Fields} [data] of the model to be
 * @param {Twist} [twist]
 */
export function createModel(by, data = {}, twist = {}) {
  const id = twist.id ?? freshId();
  const fields = { ...modelFields(by.uid, data), ...data, ...twist.thing };
  const thing = { path: `models/${id}`, data: fields };
  const model = { id, path: thing.path, data: fields };
  return change(by, { kind: 'model', id, action: 'create' }, aboutModel(model), [thing], twist);
}

/**
 * The next revision of a model's head.
 * @param {Caller} by
 * @param {Thing} model as it is
 * @param {string} action
 * @param {Fields} fields that change
 * @param {Twist} [twist]
 */
export function changeModel(by, model, action, fields, twist = {}) {
  const next = {
    ...fields,
    revision: Number(model.data['revision']) + 1,
    device: 'Phone',
    updatedAt: NOW,
    ...twist.thing,
  };
  const deed = { kind: 'model', id: model.id, action, version: twist.version ?? '' };
  return change(by, deed, aboutModel(model), [{ path: model.path, data: next, merge: true }], twist);
}

/**
 * @param {Caller} by
 * @param {Thing} model
 * @param {Twist} [twist]
 */
export function eraseModel(by, model, twist = {}) {
  const deed = { kind: 'model', id: model.id, action: 'erase' };
  return change(by, deed, aboutModel(model), [{ path: model.path, data: null }], twist);
}

/**
 * Says that a restricted model is read.
 * @param {Caller} by
 * @param {Thing} model
 * @param {Twist} [twist]
 */
export function sayRead(by, model, twist = {}) {
  const auditId = twist.auditId ?? freshId();
  const reading = {
    path: `${model.path}/readings/${by.uid}`,
    data: { at: NOW, audit: auditId, ...twist.thing },
  };
  const deed = { kind: 'model', id: model.id, action: 'read' };
  return change(by, deed, aboutModel(model), [reading], { ...twist, auditId });
}

/**
 * @param {Caller} by
 * @param {Thing} model
 * @param {Twist} [twist]
 */
export function uploadVersion(by, model, twist = {}) {
  const id = twist.id ?? freshId();
  const isClassified = model.data['policy'] === 'CLASSIFIED';
  const fields = {
    ...versionFields(by.uid),
    ...(isClassified && { title: '', summary: '' }),
    ...twist.thing,
  };
  const thing = { path: `${model.path}/versions/${id}`, data: fields };
  const deed = { kind: 'model', id: model.id, action: 'upload', version: id };
  return change(by, deed, aboutModel(model), [thing], twist);
}

/**
 * @param {Caller} by
 * @param {Thing} model
 * @param {Thing} version as it is
 * @param {Twist} [twist]
 */
export function publishVersion(by, model, version, twist = {}) {
  const thing = { path: version.path, data: { state: 'published', ...twist.thing }, merge: true };
  const head = {
    path: model.path,
    data: { revision: Number(model.data['revision']) + 1, device: 'Phone', updatedAt: NOW, ...twist.head },
    merge: true,
  };
  const deed = { kind: 'model', id: model.id, action: 'publish', version: version.id };
  return change(by, deed, aboutModel(model), [thing, head], twist);
}

/**
 * @param {Caller} by
 * @param {Fields} [data]
 * @param {Twist} [twist]
 */
export function createShare(by, data = {}, twist = {}) {
  const id = twist.id ?? freshId();
  const thing = {
    path: `shares/${id}`,
    data: { ...shareFields(by.uid), ...data, ...twist.thing },
  };
  return change(by, { kind: 'share', id, action: 'share' }, ownShare(by), [thing], twist);
}

/**
 * @param {Caller} by
 * @param {Thing} share
 * @param {Twist} [twist]
 */
export function revokeShare(by, share, twist = {}) {
  const deed = { kind: 'share', id: share.id, action: 'revoke' };
  return change(by, deed, ownShare(by), [{ path: share.path, data: null }], twist);
}

/** @param {Caller} by */
function ownShare(by) {
  return { workspace: null, owner: by.uid, policy: 'PUBLIC' };
}

/**
 * @param {Caller} by
 * @param {string} workspace
 * @param {Twist} [twist]
 */
export function invite(by, workspace, twist = {}) {
  const id = twist.id ?? freshId();
  const thing = {
    path: `workspaces/${workspace}/invitations/${id}`,
    data: { ...invitationFields(by.uid), ...twist.thing },
  };
  const about = { workspace, owner: by.uid, policy: 'INTERNAL' };
  return change(by, { kind: 'invitation', id, action: 'invite' }, about, [thing], twist);
}

/**
 * @param {Caller} by
 * @param {string} workspace
 * @param {Thing} invitation
 * @param {Twist} [twist]
 */
export function uninvite(by, workspace, invitation, twist = {}) {
  const deed = { kind: 'invitation', id: invitation.id, action: 'uninvite' };
  const about = { workspace, owner: by.uid, policy: 'INTERNAL' };
  return change(by, deed, about, [{ path: invitation.path, data: null }], twist);
}

/** @param {string} by */
export function invitationFields(by) {
  return {
    email: 'grace@example.test',
    role: 'member',
    by,
    createdAt: NOW,
    expiresAt: new Date(Date.now() + 7 * 24 * 3_600_000),
  };
}

/**
 * @param {import('./world.mjs').World} w
 * @param {string} workspace
 * @param {string} by
 * @param {Fields} [data]
 */
export function seedInvitation(w, workspace, by, data) {
  return w.put(`workspaces/${workspace}/invitations/${freshId()}`, {
    ...invitationFields(by),
    createdAt: w.ago(1000),
    ...data,
  });
}
