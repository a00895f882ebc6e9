import { toBase64Url } from '../../lib/base64url';

/**
 * Which pages of this browser are still there. A page holds a lock by its name as long as it lives; the browser lets
 * go of it however the page ends, so that what it was doing can be told from what another tab still does.
 */
const PREFIX = 'photonic-page-';

let mine: string | undefined;

/** A name that no other thing has: 128 random bits. */
export function newId(): string {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(16)));
}

/** This page's name; from the first call on it counts as alive. */
export function thisPage(): string {
  if (mine === undefined) {
    const id = newId();
    mine = id;
    // Without locks (an insecure address) nobody can ask either.
    if (hasLocks()) void navigator.locks.request(PREFIX + id, () => new Promise(() => undefined));
  }
  return mine;
}

/** Names of all living pages with this one, or undefined where the browser cannot tell. */
export async function livingPages(): Promise<ReadonlySet<string> | undefined> {
  if (!hasLocks()) return undefined;
  const { held } = await navigator.locks.query();
  const names = (held ?? []).flatMap(({ name }) =>
    name?.startsWith(PREFIX) ? [name.slice(PREFIX.length)] : [],
  );
  return new Set([...names, ...(mine === undefined ? [] : [mine])]);
}

function hasLocks(): boolean {
  return typeof navigator === 'object' && 'locks' in navigator;
}
