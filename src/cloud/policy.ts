import type { Policy } from '../library/models/model-records';

/**
 * Who may do what with a model, as firestore.rules enforces it and the interface shows it. The table in docs/cloud.md
 * is printed from here, and the tests compare every cell with the emulator.
 */

/** A person's role in a workspace; set in custom claims by administrators only. */
export const ROLES = ['viewer', 'member', 'editor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export const OPERATIONS = ['list', 'read', 'create', 'write', 'manage', 'delete', 'link'] as const;
export type Operation = (typeof OPERATIONS)[number];

export interface Person {
  readonly uid: string;
  /** Roles by workspace. */
  readonly workspaces: Readonly<Record<string, Role>>;
  /** Signed in within the last 15 minutes. */
  readonly isFresh: boolean;
}

/** What counts of a model. */
export interface Guarded {
  readonly owner: string;
  readonly workspace: string | undefined;
  readonly policy: Policy;
  readonly people: Readonly<Record<string, 'read' | 'write'>>;
}

/** Accounts by which queries find a model beside those of its workspace: an open policy names nobody. */
export function readersOf({ owner, policy, people }: Omit<Guarded, 'workspace'>): string[] {
  const isOpen = policy === 'PUBLIC' || policy === 'INTERNAL';
  return [...new Set([owner, ...(isOpen ? [] : Object.keys(people))])];
}

/** How long a sign-in opens classified models, ms. */
export const FRESH_FOR = 15 * 60_000;

/**
 * @param person undefined: a visitor without an account
 * @param model for `create` as it is to be
 */
export function mayDo(person: Person | undefined, operation: Operation, model: Guarded): boolean {
  if (operation === 'read' && model.policy === 'PUBLIC') return true;
  if (person === undefined) return false;
  const { uid, workspaces, isFresh } = person;
  const role = model.workspace === undefined ? undefined : workspaces[model.workspace];
  const isOpen = model.policy === 'PUBLIC' || model.policy === 'INTERNAL';
  const hasPlace = model.workspace === undefined || role !== undefined;
  const isOwner = model.owner === uid && (model.workspace === undefined || (hasPlace && role !== 'viewer'));
  const named = isOpen ? undefined : model.people[uid];
  const isFreshEnough = model.policy !== 'CLASSIFIED' || isFresh;
  const mayManage = isFreshEnough && (isOwner || (isOpen && role === 'admin'));
  const mayWrite =
    isFreshEnough &&
    hasPlace &&
    (isOwner || (isOpen && (role === 'editor' || role === 'admin')) || named === 'write');
  switch (operation) {
    case 'list':
      // Of a classified one lists show that it exists.
      return hasPlace && (model.owner === uid || named !== undefined || (isOpen && role !== undefined));
    case 'read':
      return isFreshEnough && hasPlace && (isOwner || (isOpen && role !== undefined) || named !== undefined);
    case 'create':
      return isFreshEnough && isOwner;
    case 'write':
      return mayWrite;
    case 'manage':
      return mayManage;
    case 'delete':
      return mayManage || role === 'admin';
    case 'link':
      return model.policy === 'PUBLIC' && mayWrite;
  }
}
