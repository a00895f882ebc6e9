import { fromBase64Url, toBase64Url } from '../lib/base64url';
import { deflateRaw, inflateRaw } from '../lib/deflate';
import type { Fault } from '../lib/fault';
import type { Result } from '../lib/result';
import { fail } from '../lib/result';
import { LIMITS } from './limits';
import type { Experiment } from './schema';
import { validateExperiment } from './validate';

/** An experiment as link text: JSON, deflated by the browser's own stream, base64url. */
export async function encodeLink(experiment: Experiment): Promise<string> {
  return toBase64Url(await deflateRaw(new TextEncoder().encode(JSON.stringify(experiment))));
}

/** The experiment in a link's text; every way a link can be broken is an explained fault. */
export async function decodeLink(text: string): Promise<Result<Experiment>> {
  if (text.length > LIMITS.linkCharacters) return fail(broken('it is too long'));
  const packed = fromBase64Url(text);
  if (!packed) return fail(broken('it contains characters that do not belong in it'));
  const json = await textOf(packed);
  if (json === undefined) return fail(broken('part of it is missing or changed'));
  let candidate: unknown;
  try {
    candidate = JSON.parse(json);
  } catch {
    return fail(broken('its content is not readable'));
  }
  return validateExperiment(candidate);
}

async function textOf(packed: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  const bytes = await inflateRaw(packed, INFLATED_LIMIT);
  try {
    return bytes && new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** A full experiment is about 2 kB of JSON. */
const INFLATED_LIMIT = 1_000_000;

function broken(why: string): Fault {
  return {
    code: 'experiment/broken-link',
    message: `This link cannot be opened: ${why}.`,
    fix: 'Ask for the link again, or copy it whole. Your own experiment is untouched.',
    where: 'link',
  };
}
