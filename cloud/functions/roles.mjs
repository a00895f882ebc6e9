import { Refusal } from './refusal.mjs';

/**
 * Roles of a workspace as they stand in an account's custom claims. src/cloud/policy.ts says what each may do.
 *
 * @typedef {'viewer' | 'member' | 'editor' | 'admin'} Role
 * @typedef {Readonly<Record<string, Role>>} Roles by workspace
 */

/** Lowest first. @type {readonly Role[]} */
export const ROLES = ['viewer', 'member', 'editor', 'admin'];

/** Firebase takes no more than this of custom claims as JSON, bytes. */
export const CLAIMS_BYTES = 1000;

/**
 * @param {unknown} value
 * @returns {value is Role}
 */
export function isRole(value) {
  return ROLES.some((role) => role === value);
}

/** @param {Role | undefined} role */
export function rankOf(role) {
  return role === undefined ? -1 : ROLES.indexOf(role);
}

/**
 * The roles in claims, without whatever else is there.
 * @param {Readonly<Record<string, unknown>> | undefined} claims
 * @returns {Roles}
 */
export function rolesIn(claims) {
  const found = claims?.['workspaces'];
  if (typeof found !== 'object' || found === null) return {};
  return Object.fromEntries(
    Object.entries(found).filter(
      /** @returns {entry is [string, Role]} */ (/** @type {[string, unknown]} */ entry) => isRole(entry[1]),
    ),
  );
}

/**
 * @param {Roles} roles
 * @param {string} workspace
 * @param {Role | undefined} role undefined: none any more
 * @returns {Roles}
 */
export function withRole(roles, workspace, role) {
  const { [workspace]: _, ...others } = roles;
  return role === undefined ? others : { ...others, [workspace]: role };
}

/**
 * Claims with these roles in place of those they hold.
 * @param {Readonly<Record<string, unknown>> | undefined} claims
 * @param {Roles} roles
 * @returns {Record<string, unknown>}
 * @throws {Refusal} `workspace/too-many` beyond {@link CLAIMS_BYTES}
 */
export function claimsOf(claims, roles) {
  const next = { ...claims, workspaces: roles };
  const bytes = Buffer.byteLength(JSON.stringify(next));
  if (bytes > CLAIMS_BYTES)
    throw new Refusal(
      'workspace/too-many',
      'resource-exhausted',
      `The account is in too many workspaces: its roles would take ${bytes} of ${CLAIMS_BYTES} bytes. Withdraw it from another workspace first.`,
    );
  return next;
}
