import { PhotonicError } from '../../lib/fault';

/** What Firebase calls it, and what a person reads: what happened, and what to do. */
const FAULTS: Readonly<Record<string, readonly [code: string, message: string, fix: string]>> = {
  'auth/invalid-email': ['email', 'This is no e-mail address.', 'Write it like ada@example.org.'],
  'auth/missing-password': ['no-password', 'There is no password yet.', 'Type one.'],
  'auth/wrong-password': [
    'wrong-password',
    'The password does not belong to this address.',
    'Type it again, or set a new one by “Forgot the password?”.',
  ],
  'auth/user-not-found': [
    'no-account',
    'There is no account with this address.',
    'Check the address, or create an account.',
  ],
  // Projects that protect addresses do not say which of the two it is.
  'auth/invalid-credential': [
    'wrong-credential',
    'Address and password do not belong together.',
    'Check both, set a new password by “Forgot the password?”, or create an account.',
  ],
  'auth/email-already-in-use': [
    'account-exists',
    'There is an account with this address already.',
    'Sign in with its password instead; your work comes along.',
  ],
  'auth/weak-password': [
    'weak-password',
    'This password is too easy to guess.',
    'Take a longer one, of twelve characters or more.',
  ],
  'auth/too-many-requests': [
    'too-many-tries',
    'There were too many tries in a short time.',
    'Wait a few minutes, or set a new password by “Forgot the password?”.',
  ],
  'auth/network-request-failed': [
    'no-network',
    'The sign-in service could not be reached.',
    'Check the network and try again. Your work is kept in this browser meanwhile.',
  ],
  'auth/user-disabled': [
    'disabled',
    'This account has been disabled.',
    'Ask whoever looks after the studio.',
  ],
  'auth/user-token-expired': [
    'expired',
    'This session has ended.',
    'Sign in again; what was not sent is sent then.',
  ],
  'auth/operation-not-allowed': [
    'not-offered',
    'This way to sign in is switched off.',
    'Choose another one, or ask whoever looks after the studio.',
  ],
  'auth/requires-recent-login': [
    'not-recent',
    'For this you must have signed in a moment ago.',
    'Prove who you are once more, then try again.',
  ],
  'auth/user-mismatch': [
    'other-account',
    'That is another account.',
    'Use the one that is signed in, or sign out first.',
  ],
  'auth/quota-exceeded': [
    'quota',
    'The sign-in service takes no more requests for now.',
    'Try again later. Your work is kept in this browser meanwhile.',
  ],
  'auth/invalid-api-key': [
    'bad-key',
    'The cloud does not accept this studio.',
    'Its API key is wrong: tell whoever set it up.',
  ],
};

/** Codes that several versions and set-ups of Firebase use for the same. */
const SAME: Readonly<Record<string, string>> = {
  'auth/invalid-login-credentials': 'auth/invalid-credential',
  'auth/password-does-not-meet-requirements': 'auth/weak-password',
  'auth/credential-already-in-use': 'auth/email-already-in-use',
  'auth/admin-restricted-operation': 'auth/operation-not-allowed',
  'auth/invalid-user-token': 'auth/user-token-expired',
  'auth/timeout': 'auth/network-request-failed',
  'auth/api-key-not-valid.-please-pass-a-valid-api-key.': 'auth/invalid-api-key',
};

/** Firebase's own name of what went wrong; empty where it was nothing of Firebase. */
export function codeOf(thrown: unknown): string {
  const code = typeof thrown === 'object' && thrown !== null && 'code' in thrown ? thrown.code : '';
  return typeof code === 'string' ? (SAME[code] ?? code) : '';
}

/** What was thrown, in words for the person who signs in; the code begins with `account/`. */
export function authError(thrown: unknown): PhotonicError {
  if (thrown instanceof PhotonicError) return thrown;
  const code = codeOf(thrown);
  const [name, message, fix] = FAULTS[code] ?? [
    'unexpected',
    'The sign-in service gave an answer that the studio does not know.',
    'Try again in a moment. Your work is kept in this browser.',
  ];
  const cause = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  return new PhotonicError({ code: `account/${name}`, message, fix, cause });
}

/** Does it; whatever fails is told in words. */
export async function inWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    throw authError(thrown);
  }
}
