import { writeFile } from 'node:fs/promises';
import type { Experiment } from '../experiment/schema';
import {
  ARCHIVE_EXPERIMENT,
  ARCHIVE_MANIFEST,
  ARCHIVE_PARAMETERS,
  writeArchive,
} from '../library/formats/archive';
import { experimentHash, manifestText } from '../library/formats/manifest';
import { parameterTensors } from '../library/formats/network-tensors';
import { writeSafetensors } from '../library/formats/safetensors';
import type { NetworkPlan } from '../learning/plan';
import { toFault } from '../lib/fault';
import { headlessError } from './headless-fault';
import type { Origin } from './machine';
import type { Trained } from './train';

/**
 * Writes a trained network as a studio archive, or only its parameters as safetensors, by the name's ending.
 * @throws PhotonicError `headless/bad-ending`, `headless/not-written`
 */
export async function writeModel(
  path: string,
  experiment: Experiment,
  plan: NetworkPlan,
  trained: Trained,
  { version, commit }: Origin,
): Promise<void> {
  const parameters = writeSafetensors(parameterTensors(plan, trained.parameters), new Map());
  if (path.endsWith('.safetensors')) {
    await written(path, parameters);
    return;
  }
  const { info, test } = trained;
  const manifest = manifestText({
    format: 'photonic-manifest',
    version: 1,
    studio: { version, commit: commit === '' ? null : commit },
    date: new Date().toISOString(),
    experiment: { name: experiment.name, sha256: await experimentHash(experiment), seed: experiment.seed },
    engine: { backend: trained.backend.id, adapter: trained.backend.label },
    data: info.provenance,
    step: info.totalSteps,
    totalSteps: info.totalSteps,
    accuracy: { value: test.accuracy, kind: `${test.samples} test samples` },
  });
  const encoder = new TextEncoder();
  const files = new Map<string, Uint8Array>([
    [ARCHIVE_MANIFEST, encoder.encode(manifest)],
    [ARCHIVE_EXPERIMENT, encoder.encode(`${JSON.stringify(experiment, undefined, 2)}\n`)],
    [ARCHIVE_PARAMETERS, parameters],
  ]);
  await written(path, writeArchive(files));
}

/** @throws PhotonicError `headless/bad-ending`: said before a training, not after it */
export function checkModelName(path: string): void {
  if (/\.(zip|safetensors)$/.test(path)) return;
  throw headlessError(
    'bad-ending',
    `${path} does not say what to write.`,
    'Name it model.photonic.zip for an archive that the studio opens, or model.safetensors for the phases alone.',
    { where: '--out' },
  );
}

async function written(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(path, bytes);
  } catch (thrown) {
    throw headlessError('not-written', `${path} could not be written.`, 'Choose a folder that exists.', {
      where: path,
      cause: toFault(thrown).cause,
    });
  }
}
