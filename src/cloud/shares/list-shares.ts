import { getDocs, limit, orderBy, query, where } from 'firebase/firestore/lite';
import * as v from 'valibot';
import { PhotonicError } from '../../lib/fault';
import type { CloudDoor } from '../commit';
import { signedInUid } from '../signed-in';
import { sharesOf, shareSchema } from './share-documents';
import { cloudShareFault } from './share-fault';

/** More links than anyone keeps track of; the rules allow 300. */
const MOST = 200;

/** A link of the person signed in; its key is not in the cloud. */
export interface ListedShare {
  readonly id: string;
  /** ms since 1970. */
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly bytes: number;
  readonly chunks: number;
}

/** Links of the person signed in, the newest first; malformed ones are left out. Rejects with a share's fault. */
export async function listShares(cloud: CloudDoor): Promise<readonly ListedShare[]> {
  try {
    const own = query(
      sharesOf(cloud.firestore),
      where('by', '==', signedInUid(cloud)),
      orderBy('createdAt', 'desc'),
      limit(MOST),
    );
    const { docs } = await getDocs(own);
    return docs.flatMap((found) => {
      const read = v.safeParse(shareSchema, found.data());
      if (!read.success) return [];
      const { createdAt, expiresAt, bytes, chunks } = read.output;
      return [
        { id: found.id, createdAt: createdAt.toMillis(), expiresAt: expiresAt.toMillis(), bytes, chunks },
      ];
    });
  } catch (thrown) {
    throw new PhotonicError(cloudShareFault(thrown));
  }
}
