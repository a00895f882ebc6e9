import { fromBase64Url, toBase64Url } from '../lib/base64url';
import type { Fault } from '../lib/fault';
import type { Result } from '../lib/result';
import { fail } from '../lib/result';
import { LIMITS } from './limits';
import type { Experiment } from './schema';
import { validateExperiment } from './validate';

/** An experiment as link text: JSON, deflated by the browser's own stream, base64url. */
export async function encodeLink(experiment: Experiment): Promise<string> {
  const json = new Blob([JSON.stringify(experiment)]);
  const packed = json.stream().pipeThrough(new CompressionStream('deflate-raw'));
  return toBase64Url(new Uint8Array(await new Response(packed).arrayBuffer()));
}

/** The experiment in a link's text; every way a link can be broken is an explained fault. */
export async function decodeLink(text: string): Promise<Result<Experiment>> {
  if (text.length > LIMITS.linkCharacters) return fail(broken('it is too long'));
  const packed = fromBase64Url(text);
  if (!packed) return fail(broken('it contains characters that do not belong in it'));
  const json = await inflate(packed);
  if (json === undefined) return fail(broken('part of it is missing or changed'));
  let candidate: unknown;
  try {
    candidate = JSON.parse(json);
  } catch {
    return fail(broken('its content is not readable'));
  }
  return validateExperiment(candidate);
}

/** Inflates at most {@link INFLATED_LIMIT} bytes, so that a small link cannot fill the memory. */
async function inflate(packed: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let size = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.length;
      if (size > INFLATED_LIMIT) {
        await reader.cancel();
        return undefined;
      }
      text += decoder.decode(part.value, { stream: true });
    }
    return text + decoder.decode();
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
