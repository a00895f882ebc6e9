import { randomBytes } from 'node:crypto';
import { NOW } from './values.mjs';

/**
 * @typedef {import('./rest.mjs').Caller} Caller
 * @typedef {import('./values.mjs').Write} Write
 * @typedef {Record<string, unknown>} Fields
 * @typedef {{ id: string, path: string, data: Fields }} Thing
 */

const second = 1000;
export const minute = 60 * second;
export const day = 24 * 60 * minute;

/** 22 characters of base64url, as models, versions and links are named. */
export function freshId() {
  return randomBytes(16).toString('base64url');
}

/**
 * What lies in the database before one question is asked: things and people of its own, so that no question changes
 * another's answer.
 */
export class World {
  /** @type {Write[]} */
  seeds = [];

  /**
   * @param {'ended' | 'lowered' | undefined} [trouble] of everybody in it: sessions that were ended elsewhere, roles
   *   that were lowered since the token was given out
   */
  constructor(trouble) {
    this.trouble = trouble;
    this.now = Date.now();
  }

  /** @param {number} age ms */
  ago(age) {
    return new Date(this.now - age);
  }

  /**
   * @param {Fields} [workspaces] roles by workspace
   * @param {{ signedIn?: number, issued?: number, claims?: Fields }} [options] ages in ms
   * @returns {Caller}
   */
  person(workspaces = {}, { signedIn = minute, issued = signedIn, claims = {} } = {}) {
    const uid = `u${freshId()}`;
    const ten = this.ago(10 * second);
    if (this.trouble === 'ended') this.profile(uid, { signedOutAt: ten });
    if (this.trouble === 'lowered') this.put(`memberships/${uid}`, { workspaces, loweredAt: ten });
    const inSeconds = (/** @type {number} */ age) => Math.floor((this.now - age) / second);
    return {
      uid,
      claims: { workspaces, ...claims },
      signedInAt: inSeconds(signedIn),
      issuedAt: inSeconds(issued),
    };
  }

  /**
   * @param {string} path
   * @param {Fields} data
   * @returns {Thing}
   */
  put(path, data) {
    this.seeds.push({ path, data: data });
    return { id: path.split('/').at(-1) ?? '', path, data };
  }

  /**
   * @param {string} uid
   * @param {Fields} [data]
   */
  profile(uid, data) {
    return this.put(`users/${uid}`, {
      createdAt: this.ago(day),
      retentionDays: 30,
      signedOutAt: null,
      ...data,
    });
  }

  /**
   * @param {string} owner
   * @param {Fields} [data]
   */
  model(owner, data = {}) {
    return this.put(`models/${freshId()}`, {
      ...modelFields(owner, data),
      createdAt: this.ago(day),
      updatedAt: this.ago(day),
      ...data,
    });
  }

  /**
   * @param {Thing} model
   * @param {string} by
   * @param {Fields} [data]
   */
  version(model, by, data) {
    return this.put(`${model.path}/versions/${freshId()}`, {
      ...versionFields(by),
      at: this.ago(minute),
      state: 'published',
      ...data,
    });
  }

  /**
   * @param {string} by
   * @param {Fields} [data]
   */
  share(by, data) {
    return this.put(`shares/${freshId()}`, {
      ...shareFields(by),
      createdAt: this.ago(minute),
      expiresAt: new Date(this.now + day),
      ...data,
    });
  }
}

/**
 * A new model as its owner would write it.
 * @param {string} owner
 * @param {Fields} [data] what of it is decided already
 * @returns {Fields}
 */
export function modelFields(owner, data = {}) {
  const isClassified = data['policy'] === 'CLASSIFIED';
  const isClosed = isClassified || data['policy'] === 'RESTRICTED';
  const people = /** @type {Fields} */ (data['people'] ?? {});
  return {
    owner,
    workspace: null,
    policy: 'INTERNAL',
    people,
    // An open policy names nobody.
    readers: isClosed ? [owner, ...Object.keys(people)] : [owner],
    name: isClassified ? '' : 'A mesh',
    tags: isClassified ? [] : ['eight modes'],
    note: isClassified ? '' : 'Trained on digits.',
    live: null,
    seal: isClassified ? 'sealed' : null,
    revision: 1,
    device: 'Firefox on Linux',
    createdAt: NOW,
    updatedAt: NOW,
    deletedAt: null,
  };
}

/**
 * @param {string} by
 * @returns {Fields}
 */
export function versionFields(by) {
  return {
    parent: null,
    title: 'First',
    by,
    at: NOW,
    bytes: 1000,
    sha256: '0'.repeat(64),
    chunks: 1,
    summary: '{}',
    state: 'uploading',
  };
}

/**
 * @param {string} by
 * @returns {Fields}
 */
export function shareFields(by) {
  return {
    by,
    createdAt: NOW,
    expiresAt: new Date(Date.now() + day),
    model: null,
    bytes: 1000,
    chunks: 1,
  };
}
