import type { Fault } from '../../lib/fault';
import { PhotonicError } from '../../lib/fault';
import { toCloudFault } from '../cloud-fault';

/** Refusals of the functions (cloud/functions) in words, by their codes. */
const FAULTS: Readonly<Record<string, Omit<Fault, 'code'>>> = {
  'workspace/none': {
    message: 'This workspace is not there any more.',
    fix: 'Ask the person who runs it.',
  },
  'workspace/name': {
    message: 'A workspace needs a name of 1 to 80 characters.',
    fix: 'Enter another name.',
  },
  'workspace/not-admin': {
    message: 'Only administrators of the workspace may do that.',
    fix: 'Ask one of them; nothing was changed.',
  },
  'workspace/last-admin': {
    message: 'A workspace needs an administrator, and this is the last one.',
    fix: 'Make somebody else an administrator first.',
  },
  'workspace/not-member': {
    message: 'That account is not a member of the workspace.',
    fix: 'Invite it by its e-mail address.',
  },
  'workspace/too-many': {
    message: 'This account is in as many workspaces as an account can be.',
    fix: 'Leave one of them first.',
  },
  'account/unverified': {
    message: 'The e-mail address of this account is not verified.',
    fix: 'Follow the link that was sent to it, then try again.',
  },
  'account/signed-out': {
    message: 'The session has ended.',
    fix: 'Sign in again; your work is saved here.',
  },
  'invitation/none': {
    message: 'This invitation was used or withdrawn.',
    fix: 'Ask for a new one.',
  },
  'invitation/expired': {
    message: 'This invitation has expired.',
    fix: 'Ask for a new one.',
  },
  'invitation/other-address': {
    message: 'This invitation is for another address, or this one is not verified yet.',
    fix: 'Sign in with the address it was sent to, and verify that address first.',
  },
  'workspace/no-functions': {
    message: 'The functions of this cloud cannot be reached, so roles cannot be changed now.',
    fix: 'Nothing was changed. Try again later, or ask its administrator for “npm run admin”.',
  },
};

/** Whatever went wrong with workspaces, in words. */
export function workspaceError(thrown: unknown): PhotonicError {
  const code = refusalCode(thrown);
  const fault = code === undefined ? undefined : FAULTS[code];
  if (code !== undefined && fault !== undefined) return new PhotonicError({ code, ...fault });
  return toCloudFault(thrown);
}

/** A function's own code travels in the details; a missing function has none. */
function refusalCode(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error) || !('code' in thrown)) return undefined;
  const details: unknown = 'details' in thrown ? thrown.details : undefined;
  if (typeof details === 'object' && details !== null && 'code' in details)
    return typeof details.code === 'string' ? details.code : undefined;
  const isFunctions = typeof thrown.code === 'string' && thrown.code.startsWith('functions/');
  return isFunctions && /(internal|not-found|unavailable|deadline-exceeded)$/.test(String(thrown.code))
    ? 'workspace/no-functions'
    : undefined;
}
