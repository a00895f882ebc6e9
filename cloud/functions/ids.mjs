import { randomBytes } from 'node:crypto';

/** 22 characters of base64url, 128 random bits, as everything in the cloud is named. */
export function newId() {
  return randomBytes(16).toString('base64url');
}

/**
 * @param {unknown} value
 * @returns {value is string}
 */
export function isId(value) {
  return typeof value === 'string' && /^[A-Za-z0-9_-]{1,128}$/.test(value);
}
