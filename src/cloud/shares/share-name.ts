import type { Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';
import { KEY_CHARACTERS } from './seal';
import { shareFault } from './share-fault';

/** What stands behind `s=` in a link's hash: where the share lies, and what opens it. */
export interface ShareName {
  /** 22 characters of base64url. */
  readonly id: string;
  readonly key: string;
}

const ID = /^[A-Za-z0-9_-]{22}$/;
const KEY = new RegExp(`^[A-Za-z0-9_-]{${String(KEY_CHARACTERS)}}$`);

export function writeShareName({ id, key }: ShareName): string {
  return `${id},${key}`;
}

/** The name in `text`, or why there is none. */
export function readShareName(text: string): Result<ShareName> {
  const [id = '', key = '', ...rest] = text.split(',');
  if (!ID.test(id) || rest.length > 0) return fail(shareFault('broken-link'));
  if (!KEY.test(key)) return fail(shareFault('missing-key'));
  return ok({ id, key });
}

export function isShareId(text: string): boolean {
  return ID.test(text);
}
