import type { Fault } from '../../lib/fault';
import { PhotonicError } from '../../lib/fault';
import { toCloudFault } from '../cloud-fault';

/** Whatever can go wrong with a link by id, in words for the person who holds it. */
const FAULTS = {
  'no-cloud': {
    message: 'This link names an experiment in the cloud, and no cloud is configured here.',
    fix: 'Open it at the address it was made at, or ask for a link that holds the whole experiment.',
  },
  'missing-key': {
    message: 'This link lacks its key, so what it names cannot be read.',
    fix: 'Copy the whole link again, with everything after the #; the key is in no other place.',
  },
  'broken-link': {
    message: 'This link is cut or changed: it names no shared experiment.',
    fix: 'Copy the whole link again, or ask the person who sent it.',
  },
  gone: {
    message: 'What this link names is not there: it was revoked, or its last part was cut off.',
    fix: 'Ask the person who shared it for a new link.',
  },
  expired: {
    message: 'This link has expired.',
    fix: 'Ask the person who shared it for a new one. If it should still be valid, check the clock of this device.',
  },
  'wrong-key': {
    message: 'The key in this link is not the one this experiment was encrypted with.',
    fix: 'Copy the whole link again; one changed character is enough to lock it.',
  },
  damaged: {
    message: 'The shared experiment arrived damaged, so nothing of it was opened.',
    fix: 'Reload the page; if it happens again, ask for a new link.',
  },
  newer: {
    message: 'This shared experiment was made by a newer version of the studio.',
    fix: 'Reload the page to get the newest version, then open the link again.',
  },
  'not-reachable': {
    message: 'The cloud cannot be reached at the moment.',
    fix: 'Check the connection and try again; your own work is here and untouched.',
  },
  'too-large': {
    message: 'This experiment takes more than the 10 MB that a link can hold.',
    fix: 'Export it as an archive and send the file instead.',
  },
  'signed-out': {
    message: 'A link that can be revoked belongs to an account, and nobody is signed in.',
    fix: 'Sign in, or go on without a name, then share again.',
  },
  refused: {
    message: 'The cloud did not accept this change.',
    fix: 'Check that the clock of this device is right and that you are still signed in, then try again.',
  },
  busy: {
    message: 'Too many changes in a short time: the cloud has asked to wait.',
    fix: 'Try again in a minute.',
  },
  cancelled: {
    message: 'Sharing was cancelled; nothing stays in the cloud.',
    fix: 'Share it again whenever you like.',
  },
} as const satisfies Record<string, Pick<Fault, 'message' | 'fix'>>;

export type ShareFaultKind = keyof typeof FAULTS;

export function shareFault(kind: ShareFaultKind, cause?: unknown): Fault {
  const text = cause instanceof Error ? `${cause.name}: ${cause.message}` : undefined;
  return { code: `share/${kind}`, ...FAULTS[kind], where: 'link', cause: text };
}

export function shareError(kind: ShareFaultKind, cause?: unknown): PhotonicError {
  return new PhotonicError(shareFault(kind, cause));
}

/** By the codes of cloud-fault.ts: what they mean to someone who makes or opens a link. */
const BY_CODE: Readonly<Record<string, ShareFaultKind>> = {
  'cloud/unreachable': 'not-reachable',
  'cloud/busy': 'busy',
  'cloud/quota': 'busy',
  'cloud/too-many-changes': 'busy',
  'cloud/signed-out': 'signed-out',
  'cloud/denied': 'refused',
  'cloud/rejected': 'refused',
  'cloud/too-large': 'too-large',
  'cloud/gone': 'gone',
};

/** What was thrown while talking to the cloud, as a fault; what is no answer of the cloud keeps its own words. */
export function cloudShareFault(thrown: unknown): Fault {
  const { fault } = toCloudFault(thrown);
  const kind = BY_CODE[fault.code];
  return kind === undefined ? fault : { ...shareFault(kind), cause: fault.cause };
}
