import type { Firestore, Transaction } from 'firebase/firestore/lite';
import { doc, runTransaction, serverTimestamp } from 'firebase/firestore/lite';
import { PhotonicError } from '../lib/fault';
import type { Policy } from '../library/models/model-records';
import { newId } from '../library/store/page-life';
import type { Firebase } from './firebase';
import { signedInUid } from './signed-in';
import { noteCommit, ticketWindow } from './ticket-window';
import type { CloudAction, CloudKind } from './records';
import { toCloudFault } from './cloud-fault';

/** What a commit changes, as its audit entry says it (src/cloud/records.ts). */
export interface Change {
  readonly kind: CloudKind;
  readonly id: string;
  /** Of the model, for `upload` and `publish`. */
  readonly version?: string | undefined;
  readonly action: CloudAction;
  readonly workspace: string | null;
  readonly owner: string;
  /** As it was before, where the thing existed. */
  readonly policy: Policy;
  /** For people who read the audit; 500 characters at most. */
  readonly detail: string;
}

/** Writes the thing itself; `audit` is the id of the entry in the same commit. */
export type Write = (transaction: Transaction, audit: string) => void;

export interface Commit {
  readonly change: Change;
  readonly write: Write;
}

/** The doors that a commit needs. */
export type CloudDoor = Pick<Firebase, 'auth' | 'firestore'>;

/**
 * Makes one commit of the thing, its audit entry and the ticket of the person signed in, as firestore.rules demands.
 * Rejects with a {@link PhotonicError} (see cloud-fault.ts); nothing is written then, unless the answer was lost on its
 * way: whoever tries again looks first.
 */
export function commitWithTicket(cloud: CloudDoor, change: Change, write: Write): Promise<void> {
  return commitAfterReading(cloud, () => Promise.resolve({ change, write })).then(() => undefined);
}

/**
 * The same for a change that depends on what is there: `prepare` reads through the transaction, and undefined leaves
 * everything as it is. It runs again when somebody else was quicker. Answers whether anything was written.
 */
export async function commitAfterReading(
  cloud: CloudDoor,
  prepare: (transaction: Transaction) => Promise<Commit | undefined>,
): Promise<boolean> {
  const uid = signedInUid(cloud);
  try {
    return await attempt(cloud.firestore, uid, prepare, false);
  } catch (thrown) {
    if (!isDenied(thrown)) throw toCloudFault(thrown);
  }
  // Only the server knows whether the minute it counts in is over; so near to its end our guess may be wrong.
  try {
    return await attempt(cloud.firestore, uid, prepare, true);
  } catch (thrown) {
    throw toCloudFault(thrown);
  }
}

function attempt(
  firestore: Firestore,
  uid: string,
  prepare: (transaction: Transaction) => Promise<Commit | undefined>,
  isSecondGuess: boolean,
): Promise<boolean> {
  let audit = '';
  return runTransaction(firestore, async (transaction) => {
    const ticket = doc(firestore, 'tickets', uid);
    const window = ticketWindow(firestore, (await transaction.get(ticket)).data(), isSecondGuess);
    const commit = await prepare(transaction);
    if (commit === undefined) return false;
    const { kind, id, version = '', action, workspace, owner, policy, detail } = commit.change;
    audit = newId();
    const at = serverTimestamp();
    commit.write(transaction, audit);
    const said = { at, by: uid, kind, id, action, workspace, owner, policy, detail: detail.slice(0, 500) };
    transaction.set(doc(firestore, 'audit', audit), said);
    transaction.set(ticket, { at, kind, id, version, action, audit, ...window });
    return true;
  }).then((hasWritten) => {
    if (hasWritten) noteCommit(firestore, audit);
    return hasWritten;
  });
}

function isDenied(thrown: unknown): boolean {
  return (
    !(thrown instanceof PhotonicError) &&
    thrown instanceof Error &&
    'code' in thrown &&
    thrown.code === 'permission-denied'
  );
}
