import type { Fault } from '../lib/fault';
import { PhotonicError, toFault } from '../lib/fault';

/**
 * What Firebase refuses or cannot do, in words. Codes: `cloud/unreachable` and `cloud/busy` pass by themselves,
 * `cloud/signed-out` with the next sign-in, `cloud/quota` later; `cloud/denied`, `cloud/gone`, `cloud/too-large` and
 * `cloud/rejected` do not.
 */
export function toCloudFault(thrown: unknown, where?: string): PhotonicError {
  if (thrown instanceof PhotonicError) return thrown;
  const cause = thrown instanceof Error ? thrown.message : String(thrown);
  const code = codeOf(thrown);
  if (code === undefined) return new PhotonicError({ ...toFault(thrown, 'cloud/unexpected'), where });
  return new PhotonicError({ ...faults[kindOf(code, cause)], where, cause: `${code}: ${cause}` });
}

type Kind = 'unreachable' | 'busy' | 'signedOut' | 'quota' | 'denied' | 'gone' | 'tooLarge' | 'rejected';

const faults: Readonly<Record<Kind, Fault>> = {
  unreachable: {
    code: 'cloud/unreachable',
    message: 'The cloud cannot be reached.',
    fix: 'Your work is saved here and is sent when the network is back.',
  },
  busy: {
    code: 'cloud/busy',
    message: 'The cloud is busy with another change of yours.',
    fix: 'Nothing is lost; the studio tries again by itself.',
  },
  signedOut: {
    code: 'cloud/signed-out',
    message: 'The session has ended.',
    fix: 'Sign in again; your work is saved here and is sent then.',
  },
  quota: {
    code: 'cloud/quota',
    message: 'The cloud has reached its limit for today or its storage is full.',
    fix: 'Your work is saved here; the studio tries again later. If it goes on, ask who runs this cloud.',
  },
  denied: {
    code: 'cloud/denied',
    message: 'Your role does not allow this change.',
    fix: 'Your work is saved here. Ask an administrator of the workspace, or duplicate the model to keep a copy of your own.',
  },
  gone: {
    code: 'cloud/gone',
    message: 'It is no longer in the cloud.',
    fix: 'Your work is saved here. Duplicate the model to send it again.',
  },
  tooLarge: {
    code: 'cloud/too-large',
    message: 'It is larger than the cloud takes.',
    fix: 'Your work is saved here. Keep it as a file with Export.',
  },
  rejected: {
    code: 'cloud/rejected',
    message: 'The cloud did not accept the change.',
    fix: 'Your work is saved here. Try again; if it happens again, copy the report and send it to us.',
  },
};

/** firestore/lite knows some errors by their HTTP status only; 400 may be a stale read or a bad value. */
function kindOf(code: string, cause: string): Kind {
  switch (code.replace(/^(auth|firestore|functions)\//, '')) {
    case 'unknown':
    case 'unavailable':
    case 'deadline-exceeded':
    case 'cancelled':
    case 'internal':
    case 'network-request-failed':
      return 'unreachable';
    case 'aborted':
    case 'already-exists':
      return 'busy';
    case 'failed-precondition':
    case 'invalid-argument':
    case 'out-of-range':
      if (/size|too (large|big)|exceeds|longer than/i.test(cause)) return 'tooLarge';
      return /precondition|version|stale|contention|base version/i.test(cause) ? 'busy' : 'rejected';
    case 'unauthenticated':
    case 'user-token-expired':
    case 'user-disabled':
    case 'user-not-found':
    case 'invalid-user-token':
    case 'requires-recent-login':
      return 'signedOut';
    case 'resource-exhausted':
    case 'quota-exceeded':
    case 'too-many-requests':
      return 'quota';
    case 'permission-denied':
      return 'denied';
    case 'not-found':
      return 'gone';
    default:
      return 'rejected';
  }
}

function codeOf(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error)) return undefined;
  // Of fetch itself.
  if (thrown.name === 'AbortError' || thrown.name === 'TimeoutError') return 'cancelled';
  if (thrown.name !== 'FirebaseError' || !('code' in thrown)) return undefined;
  return typeof thrown.code === 'string' ? thrown.code : undefined;
}
