import { basename } from 'node:path';
import { readFile } from 'node:fs/promises';
import { decodeLink } from '../experiment/link';
import { parseHash } from '../experiment/link-hash';
import type { LinkPhases } from '../experiment/link-phases';
import { decodePhases } from '../experiment/link-phases';
import { PRESETS } from '../experiment/presets';
import type { Experiment } from '../experiment/schema';
import { PhotonicError, toFault } from '../lib/fault';
import type { Result } from '../lib/result';
import { recogniseBytes } from '../library/formats/recognise';
import type { Tensor } from '../library/formats/tensor';
import { headlessError } from './headless-fault';
import { isMissing } from './kept-files';

/** What a command starts from: an experiment, and its trained parameters where they came along. */
export interface GivenExperiment {
  readonly experiment: Experiment;
  /** From an archive or a file of parameters. */
  readonly tensors: readonly Tensor[] | undefined;
  /** From a link. */
  readonly phases: LinkPhases | undefined;
}

/** A file of 256 MB is the largest that the studio opens. */
const MAX_BYTES = 256 * 2 ** 20;
const EXPECTED =
  'Give a link of the studio, a file it exported (.json or .photonic.zip), or the name of a preset in quotes.';

/**
 * Reads a studio link, an exported file, or a preset's name.
 * @throws PhotonicError of whatever is wrong with it
 */
export async function readExperiment(given: string): Promise<GivenExperiment> {
  const hash = given.indexOf('#');
  if (hash >= 0 && /^(https?:\/\/|#)/.test(given)) return fromLink(given.slice(hash));
  const preset = PRESETS.find(({ name }) => name.toLowerCase() === given.toLowerCase());
  if (preset !== undefined) return { experiment: preset, tensors: undefined, phases: undefined };
  const name = basename(given);
  const found = recogniseBytes(await readInputFile(given, EXPECTED), name);
  if (found?.kind === 'experiment')
    return { experiment: found.experiment, tensors: undefined, phases: undefined };
  if (found?.kind === 'archive')
    return { experiment: found.archive.experiment, tensors: found.archive.tensors, phases: undefined };
  throw headlessError('no-experiment', `There is no experiment in ${name}.`, EXPECTED, { where: given });
}

async function fromLink(hash: string): Promise<GivenExperiment> {
  const parts = parseHash(hash);
  if (parts === undefined || parts.experiment === undefined)
    throw headlessError(
      'no-experiment',
      parts === undefined
        ? 'This is no link of the studio.'
        : 'This link names something that is kept in a browser or an account, not the experiment itself.',
      'Open it in the studio and copy the link to the experiment, or export a file.',
      { where: 'link' },
    );
  const experiment = taken(await decodeLink(parts.experiment));
  const phases = parts.phases === undefined ? undefined : taken(await decodePhases(parts.phases));
  return { experiment, tensors: undefined, phases };
}

/**
 * A whole file.
 * @throws PhotonicError `headless/no-file`, `headless/unreadable-file`, `headless/too-large`
 */
export async function readInputFile(path: string, fix: string): Promise<Uint8Array<ArrayBuffer>> {
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = Uint8Array.from(await readFile(path));
  } catch (thrown) {
    if (isMissing(thrown))
      throw headlessError('no-file', `There is no file ${path.slice(0, 200)}.`, fix, { where: path });
    throw headlessError('unreadable-file', `${path} could not be read.`, fix, {
      where: path,
      cause: toFault(thrown).cause,
    });
  }
  if (bytes.length > MAX_BYTES)
    throw headlessError('too-large', `${path} is larger than 256 MB.`, 'Use a smaller file.', {
      where: path,
    });
  return bytes;
}

/** The value of a result, or its fault thrown. */
export function taken<T>(result: Result<T>): T {
  if (!result.ok) throw new PhotonicError(result.fault);
  return result.value;
}
