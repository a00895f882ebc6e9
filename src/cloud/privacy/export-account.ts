import type { Query } from 'firebase/firestore/lite';
import { collection, doc, getDoc, orderBy, query, where } from 'firebase/firestore/lite';
import { toCloudFault } from '../cloud-fault';
import type { CloudDoor } from '../commit';
import { signedInUid } from '../signed-in';
import type { Keep } from './collect-models';
import { collectModels } from './collect-models';
import { jsonBytes } from './json-bytes';
import { pagesOf } from './pages-of';

/** What of an account was collected. */
export interface Collected {
  readonly models: number;
  readonly shares: number;
  readonly audit: number;
  /** What could not be read, each with its reason; everything else is there. */
  readonly problems: readonly string[];
}

/**
 * Everything that the cloud has about the account that is signed in: the account itself, its profile, models with
 * archives, links (their keys are nowhere but in the links), and what the audit says of it. Files go to `keep`.
 * Rejects with a cloud's fault, or with the signal's reason.
 */
export async function exportAccount(cloud: CloudDoor, keep: Keep, signal: AbortSignal): Promise<Collected> {
  const uid = signedInUid(cloud);
  const { firestore } = cloud;
  const problems: string[] = [];
  try {
    keep('cloud/account.json', jsonBytes(await accountOf(cloud)));
    const profile = await getDoc(doc(firestore, 'users', uid));
    keep('cloud/profile.json', jsonBytes(profile.data() ?? null));
    const models = await collectModels(cloud, keep, problems, signal);
    const shares = collection(firestore, 'shares');
    const shared = await list(query(shares, where('by', '==', uid), orderBy('createdAt', 'desc')), signal);
    keep('cloud/links.json', jsonBytes(shared));
    const audit = collection(firestore, 'audit');
    const newest = orderBy('at', 'desc');
    const done = await list(query(audit, where('by', '==', uid), newest), signal);
    const suffered = await list(query(audit, where('owner', '==', uid), newest), signal);
    const others = suffered.filter(({ id }) => !done.some((entry) => entry.id === id));
    keep('cloud/audit.json', jsonBytes([...done, ...others]));
    return { models, shares: shared.length, audit: done.length + others.length, problems };
  } catch (thrown) {
    signal.throwIfAborted();
    throw toCloudFault(thrown);
  }
}

async function list(all: Query, signal: AbortSignal): Promise<{ readonly id: string }[]> {
  const found: { readonly id: string }[] = [];
  for await (const each of pagesOf(all)) {
    signal.throwIfAborted();
    found.push({ ...each.data(), id: each.id });
  }
  return found;
}

async function accountOf({ auth }: CloudDoor): Promise<unknown> {
  const user = auth.currentUser;
  if (user === null) return null;
  const { uid, email, displayName, emailVerified, isAnonymous, metadata, providerData } = user;
  const { claims } = await user.getIdTokenResult();
  const { creationTime, lastSignInTime } = metadata;
  const providers = providerData.map(({ providerId }) => providerId);
  const workspaces = claims['workspaces'] ?? {};
  return {
    uid,
    email,
    displayName,
    emailVerified,
    isAnonymous,
    creationTime,
    lastSignInTime,
    providers,
    workspaces,
  };
}
