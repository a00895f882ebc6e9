import type { Bytes } from '../../data/bytes';
import type { Experiment } from '../../experiment/schema';
import { validateExperiment } from '../../experiment/validate';
import { PhotonicError } from '../../lib/fault';
import { formatFault } from './format-fault';
import { parseJson } from './safe-json';
import { readSafetensors } from './safetensors';
import type { Tensor } from './tensor';
import { readZip, writeZip } from './zip';

/**
 * A studio archive (`.photonic.zip`): the experiment, its trained parameters and whatever was exported with them. The
 * files are kept byte for byte, so that reading and writing it again gives the same archive.
 */
export interface Archive {
  readonly experiment: Experiment;
  /** Trained parameters by name; undefined for a design alone. */
  readonly tensors: readonly Tensor[] | undefined;
  /** Every file, the ones above included. */
  readonly files: ReadonlyMap<string, Bytes>;
}

export const ARCHIVE_EXPERIMENT = 'experiment.json';
export const ARCHIVE_PARAMETERS = 'parameters.safetensors';
export const ARCHIVE_MANIFEST = 'manifest.json';

export function isArchive(entries: ReadonlyMap<string, Uint8Array>): boolean {
  return entries.has(ARCHIVE_EXPERIMENT);
}

export function writeArchive(files: ReadonlyMap<string, Uint8Array>): Bytes {
  return writeZip(files);
}

/** Reads an archive that is unpacked already. Throws the experiment's fault, `format/bad-json` or that of its parameters. */
export function archiveOf(files: ReadonlyMap<string, Bytes>, name: string): Archive {
  const document = files.get(ARCHIVE_EXPERIMENT);
  if (document === undefined)
    throw formatFault(
      'no-experiment',
      `${name} is no studio archive: there is no ${ARCHIVE_EXPERIMENT} in it.`,
      'Export the archive from the studio again.',
      name,
    );
  const experiment = validateExperiment(
    parseJson(new TextDecoder().decode(document), `${name}: ${ARCHIVE_EXPERIMENT}`),
  );
  if (!experiment.ok) throw new PhotonicError(experiment.fault);
  const parameters = files.get(ARCHIVE_PARAMETERS);
  const tensors = parameters && readSafetensors(parameters, `${name}: ${ARCHIVE_PARAMETERS}`).tensors;
  return { experiment: experiment.value, tensors, files };
}

export function readArchive(bytes: Uint8Array, name: string): Archive {
  return archiveOf(readZip(bytes, name), name);
}
