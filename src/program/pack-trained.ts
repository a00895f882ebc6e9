import type { Bytes } from '../data/bytes';
import type { RunInfo } from '../engine/protocol';
import type { Experiment } from '../experiment/schema';
import { PhotonicError } from '../lib/fault';
import type { Manifest } from '../library/formats/manifest';
import { experimentHash } from '../library/formats/manifest';
import { parameterTensors } from '../library/formats/network-tensors';
import { packModel, summaryOf } from '../library/models/model-archive';
import type { ModelSummary } from '../library/models/model-records';
import { layOutModel } from './prepare-model';

/** What a training came to. */
export interface Trained {
  readonly experiment: Experiment;
  readonly info: RunInfo;
  readonly parameters: Float64Array;
  readonly step: number;
  /** On the test split, 0 … 1. */
  readonly accuracy: number;
}

/**
 * A trained network as a model's archive.
 * @param date ISO 8601
 */
export async function packTrained(
  { experiment, info, parameters, step, accuracy }: Trained,
  studio: Manifest['studio'],
  date: string,
): Promise<{ readonly bytes: Bytes; readonly summary: ModelSummary }> {
  // The user's own files name their classes only when they are read.
  const { classes } = experiment.task;
  const named = {
    ...experiment,
    task: { ...experiment.task, classes: classes.length > 0 ? classes : [...info.classNames] },
  };
  const plan = layOutModel(named, info.classNames.length);
  if (!plan.ok) throw new PhotonicError(plan.fault);
  const manifest: Manifest = {
    format: 'photonic-manifest',
    version: 1,
    studio,
    date,
    experiment: { name: named.name, sha256: await experimentHash(named), seed: named.seed },
    engine: { backend: info.backend, adapter: info.backendLabel },
    data: info.provenance,
    step,
    totalSteps: info.totalSteps,
    accuracy: {
      value: accuracy,
      kind: `measured on ${info.testSamples} ${info.provenance.source} test samples at step ${step}`,
    },
  };
  const parts = { experiment: named, tensors: parameterTensors(plan.value, parameters), run: undefined };
  const facts = { date, step, studio, engine: manifest.engine, accuracy: manifest.accuracy };
  return { bytes: packModel({ ...parts, manifest }), summary: summaryOf({ ...parts, manifest: facts }) };
}
