import type { DocumentData, FieldValue, Firestore } from 'firebase/firestore/lite';
import { serverTimestamp, Timestamp } from 'firebase/firestore/lite';
import { PhotonicError } from '../lib/fault';
import { TICKETS_PER_MINUTE } from './records';

/** The minute in which a person's changes are counted; firestore.rules holds them to it by the server's clock. */
const WINDOW_MS = 60_000;

/** The limit is reached: try again after so many ms. */
export class TooManyChanges extends PhotonicError {
  readonly waitMs: number;

  constructor(waitMs: number) {
    super({
      code: 'cloud/too-many-changes',
      message: `More than ${TICKETS_PER_MINUTE} changes were sent within a minute.`,
      fix: 'Nothing is lost; the studio goes on in a minute by itself.',
    });
    this.waitMs = waitMs;
  }
}

/** Of the last commit of this page: its audit entry and when its answer came, and how far the server's clock is ahead. */
interface Clock {
  readonly audit: string;
  readonly at: number;
  readonly ahead: number;
}

const clocks = new WeakMap<Firestore, Clock>();

export function noteCommit(firestore: Firestore, audit: string): void {
  clocks.set(firestore, { audit, at: Date.now(), ahead: clocks.get(firestore)?.ahead ?? 0 });
}

/**
 * Start and count of the window for the next ticket.
 *
 * @param ticket as it is now
 * @param isSecondGuess the server did not agree with the first
 */
export function ticketWindow(
  firestore: Firestore,
  ticket: DocumentData | undefined,
  isSecondGuess: boolean,
): { readonly windowAt: Timestamp | FieldValue; readonly count: number } {
  const fresh = { windowAt: serverTimestamp(), count: 1 };
  const windowAt: unknown = ticket?.['windowAt'];
  const count: unknown = ticket?.['count'];
  if (!(windowAt instanceof Timestamp) || typeof count !== 'number') return fresh;
  learn(firestore, ticket!);
  const age = Date.now() + (clocks.get(firestore)?.ahead ?? 0) - windowAt.toMillis();
  const isOver = age >= WINDOW_MS;
  if (isOver !== isSecondGuess) return fresh;
  if (count >= TICKETS_PER_MINUTE)
    throw new TooManyChanges(Math.min(WINDOW_MS, Math.max(1000, WINDOW_MS - age)));
  return { windowAt, count: count + 1 };
}

/** This device's clock may be wrong: what counts is how the server dated the commit we made last. */
function learn(firestore: Firestore, ticket: DocumentData): void {
  const last = clocks.get(firestore);
  const at: unknown = ticket['at'];
  if (last !== undefined && ticket['audit'] === last.audit && at instanceof Timestamp)
    clocks.set(firestore, { ...last, ahead: at.toMillis() - last.at });
}
