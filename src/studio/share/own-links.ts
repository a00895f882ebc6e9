import * as v from 'valibot';
import { safeStorage } from '../state/safe-storage';

/**
 * Links made in this browser with their keys, which are in no other place: without this list a link could be revoked
 * but not copied again.
 */
const STORAGE = 'photonic-links';
/** More than can be listed. */
const MOST = 200;

const text = v.pipe(v.string(), v.maxLength(200));
const schema = v.object({
  id: text,
  key: text,
  name: text,
  manifestHash: text,
  createdAt: v.number(),
  expiresAt: v.number(),
});

export type OwnLink = v.InferOutput<typeof schema>;

/** The newest first; entries that cannot be read are left out. */
export function ownLinks(): readonly OwnLink[] {
  try {
    const stored: unknown = JSON.parse(safeStorage().getItem(STORAGE) ?? '[]');
    if (!Array.isArray(stored)) return [];
    return stored.flatMap((each) => {
      const read = v.safeParse(schema, each);
      return read.success ? [read.output] : [];
    });
  } catch {
    return [];
  }
}

/** Keeps a link in the list; whether this browser let it. */
export function keepLink(link: OwnLink): boolean {
  return write([link, ...ownLinks().filter(({ id }) => id !== link.id)].slice(0, MOST));
}

export function forgetLink(id: string): void {
  write(ownLinks().filter((each) => each.id !== id));
}

function write(links: readonly OwnLink[]): boolean {
  try {
    safeStorage().setItem(STORAGE, JSON.stringify(links));
    return true;
  } catch {
    return false;
  }
}
