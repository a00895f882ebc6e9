import type { User } from 'firebase/auth';
import { onIdTokenChanged } from 'firebase/auth';
import * as v from 'valibot';
import type { Firebase } from '../firebase';
import type { Role } from '../policy';
import { ROLES } from '../policy';

/** What the studio knows of a person who is signed in. */
export interface AccountFacts {
  readonly uid: string;
  readonly email: string | undefined;
  readonly name: string | undefined;
  readonly isAnonymous: boolean;
  readonly isEmailVerified: boolean;
  /** Roles by workspace, from the claims that only administrators set. */
  readonly workspaces: Readonly<Record<string, Role>>;
  /** When the person proved who they are, ms. */
  readonly signedInAt: number;
}

const claims = v.record(v.string(), v.picklist(ROLES));

/**
 * @param isNew ask for a new token, with the claims as they are now
 * @param before what was known so far: without a network the claims in it still stand
 */
export async function factsOf(user: User, isNew: boolean, before?: AccountFacts): Promise<AccountFacts> {
  const { uid, email, displayName, isAnonymous, emailVerified } = user;
  const token = await user.getIdTokenResult(isNew).catch((error: unknown) => {
    if ((error as { code?: unknown }).code === 'auth/network-request-failed') return undefined;
    throw error;
  });
  const workspaces = v.safeParse(claims, token?.claims['workspaces']);
  const known = before?.uid === uid ? before : undefined;
  return {
    uid,
    email: email ?? undefined,
    name: displayName ?? undefined,
    isAnonymous,
    isEmailVerified: emailVerified,
    workspaces: workspaces.success ? workspaces.output : token === undefined ? (known?.workspaces ?? {}) : {},
    signedInAt: Date.parse(token?.authTime ?? '') || (known?.signedInAt ?? 0),
  };
}

/**
 * Calls back with whoever is signed in, at first and with every change, this tab's or another's; undefined: nobody.
 * Returns how to stop.
 */
export function followFacts(
  firebase: Firebase,
  listener: (facts: AccountFacts | undefined) => void,
): () => void {
  let latest = 0;
  let before: AccountFacts | undefined;
  return onIdTokenChanged(firebase.auth, (user) => {
    const turn = ++latest;
    const tell = (facts: AccountFacts | undefined): void => {
      // An older answer must not overtake.
      if (turn !== latest) return;
      before = facts;
      listener(facts);
    };
    if (user === null) tell(undefined);
    // A session that the service has ended: Firebase signs out by itself, and calls back again.
    else factsOf(user, false, before).then(tell, () => undefined);
  });
}

/** Asks again who is signed in, with the claims as they are now; undefined: nobody. Rejects as Firebase does. */
export async function renewedFacts(
  firebase: Firebase,
  before?: AccountFacts,
): Promise<AccountFacts | undefined> {
  const user = firebase.auth.currentUser;
  return user === null ? undefined : factsOf(user, true, before);
}
