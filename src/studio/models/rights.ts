import type { Operation } from '../../cloud/policy';
import { FRESH_FOR, mayDo } from '../../cloud/policy';
import type { Model } from '../../library/models/model-records';
import type { Account } from '../account/account-store';

/**
 * Whether a person may do something with a model in this browser. The rules of the cloud decide in the end; this says it
 * beforehand. Models without an owner belong to whoever uses this browser.
 */
export function mayDoHere(account: Account, operation: Operation, model: Model, now: number): boolean {
  const { owner } = model;
  if (owner === undefined || !isKnown(account)) return true;
  // What of their own lies here can be opened and duplicated, whatever became of their role.
  const isOwn = account.status === 'signed-in' && account.uid === owner;
  if (operation === 'read' && isOwn && model.policy !== 'CLASSIFIED') return true;
  const person =
    account.status === 'signed-in'
      ? { uid: account.uid, workspaces: account.workspaces, isFresh: now - account.signedInAt < FRESH_FOR }
      : undefined;
  return mayDo(person, operation, { ...model, owner });
}

/**
 * Models of other accounts stay in this browser, but only their people see them. Without a cloud, and until it is known
 * who is there, everything is shown.
 */
export function isVisible(account: Account, model: Model): boolean {
  const { owner } = model;
  if (owner === undefined || !isKnown(account)) return true;
  if (account.status !== 'signed-in') return false;
  // Their own stay in sight when they have left its workspace: changes that were refused wait in them.
  if (owner === account.uid) return true;
  const person = { uid: account.uid, workspaces: account.workspaces, isFresh: true };
  return mayDo(person, 'list', { ...model, owner }) || mayDo(person, 'read', { ...model, owner });
}

function isKnown({ status }: Account): boolean {
  return status === 'signed-in' || status === 'signed-out';
}
