import type { ShareDays } from '../../cloud/shares/publish-share';
import type { Firebase } from '../../cloud/firebase';
import { shareError } from '../../cloud/shares/share-fault';
import { writeShareName } from '../../cloud/shares/share-name';
import { openCloud } from '../account/cloud-door';
import { addressOf } from '../state/link-address';
import { keepLink } from './own-links';
import { archiveOfScreen } from './share-archive';

/** Whether a link by id can be made now. */
export type CloudState = 'none' | 'signed-out' | 'ready';

export async function cloudState(): Promise<CloudState> {
  const firebase = await openCloud();
  if (firebase === undefined) return 'none';
  await firebase.auth.authStateReady();
  return firebase.auth.currentUser === null ? 'signed-out' : 'ready';
}

/** Makes an account without a name, which is enough for links. Rejects with the fault of the sign-in. */
export async function goWithoutName(): Promise<void> {
  const { signInAsGuest } = await import('../../cloud/auth/sign-in');
  await signInAsGuest(await cloud());
}

export interface MadeShare {
  readonly link: string;
  readonly manifestHash: string;
  /** ms since 1970. */
  readonly expiresAt: number;
  /** Whether this browser keeps its key, so that it can be copied again. */
  readonly isKept: boolean;
}

/** Encrypts all that is on screen and puts it into the cloud. Rejects with a share's fault, also when it was cancelled. */
export async function makeShare(
  days: ShareDays,
  onProgress: (sent: number, total: number) => void,
  signal: AbortSignal,
): Promise<MadeShare> {
  const { name, bytes, manifestHash } = await archiveOfScreen();
  const firebase = await cloud();
  const { publishShare } = await import('../../cloud/shares/publish-share');
  const { id, key, expiresAt } = await publishShare(firebase, bytes, { days, onProgress, signal });
  const isKept = keepLink({ id, key, name, manifestHash, createdAt: Date.now(), expiresAt });
  return { link: linkOf(id, key), manifestHash, expiresAt, isKept };
}

export function linkOf(id: string, key: string): string {
  return addressOf({ share: writeShareName({ id, key }) });
}

export async function cloud(): Promise<Firebase> {
  const firebase = await openCloud();
  if (firebase === undefined) throw shareError('no-cloud');
  return firebase;
}
