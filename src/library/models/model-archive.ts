import type { Bytes } from '../../data/bytes';
import type { Experiment } from '../../experiment/schema';
import {
  ARCHIVE_EXPERIMENT,
  ARCHIVE_MANIFEST,
  ARCHIVE_PARAMETERS,
  readArchive,
  writeArchive,
} from '../formats/archive';
import type { Manifest } from '../formats/manifest';
import { manifestText } from '../formats/manifest';
import type { ManifestFacts } from '../formats/read-manifest';
import { readManifest } from '../formats/read-manifest';
import type { RunSummary } from '../formats/run-summary';
import { ARCHIVE_RUN, readRunSummary, runSummaryText } from '../formats/run-summary';
import { writeSafetensors } from '../formats/safetensors';
import type { Tensor } from '../formats/tensor';
import type { ModelSummary } from './model-records';

/** The archive of a version: a studio archive (docs/formats.md) with the summary of its run. */
export interface ModelArchive {
  readonly experiment: Experiment;
  /** Trained parameters by name; undefined for a design alone. */
  readonly tensors: readonly Tensor[] | undefined;
  readonly manifest: ManifestFacts;
  /** How they were trained, where that was recorded. */
  readonly run: RunSummary | undefined;
}

/** Packs a version; the same bytes for the same parts. */
export function packModel(parts: {
  readonly experiment: Experiment;
  readonly tensors: readonly Tensor[] | undefined;
  readonly manifest: Manifest;
  readonly run: RunSummary | undefined;
}): Bytes {
  const encoder = new TextEncoder();
  const files = new Map<string, Uint8Array>([
    [ARCHIVE_MANIFEST, encoder.encode(manifestText(parts.manifest))],
    [ARCHIVE_EXPERIMENT, encoder.encode(`${JSON.stringify(parts.experiment, undefined, 2)}\n`)],
  ]);
  if (parts.tensors !== undefined) files.set(ARCHIVE_PARAMETERS, writeSafetensors(parts.tensors, new Map()));
  if (parts.run !== undefined) files.set(ARCHIVE_RUN, encoder.encode(runSummaryText(parts.run)));
  return writeArchive(files);
}

/**
 * Reads an archive, whoever wrote it: sizes are bounded, the experiment, tensors and run are validated. Throws the fault of
 * the part that cannot be used.
 */
export function unpackModel(bytes: Uint8Array, name: string): ModelArchive {
  const { experiment, tensors, files } = readArchive(bytes, name);
  const run = files.get(ARCHIVE_RUN);
  return {
    experiment,
    tensors,
    manifest: readManifest(files.get(ARCHIVE_MANIFEST), `${name}: ${ARCHIVE_MANIFEST}`),
    run: run && readRunSummary(run, `${name}: ${ARCHIVE_RUN}`),
  };
}

/** What lists show of an archive. */
export function summaryOf({ experiment, tensors, manifest, run }: ModelArchive): ModelSummary {
  return {
    experiment: experiment.name,
    modes: experiment.modes,
    layers: experiment.convolution?.stages.length ?? experiment.layers.length,
    dataset: experiment.task.dataset,
    source: experiment.task.source,
    parameters: (tensors ?? []).reduce((sum, { values }) => sum + values.length, 0),
    step: manifest.step,
    accuracy: manifest.accuracy?.value ?? run?.figures.testAccuracy ?? undefined,
    backend: manifest.engine?.backend ?? run?.backend ?? undefined,
  };
}
