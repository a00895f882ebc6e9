import type { Experiment } from '../../experiment/schema';
import type { NetworkPlan, Plan } from '../../learning/plan';
import type { RunInfo } from '../../engine/protocol';
import type { Manifest } from '../../library/formats/manifest';
import { experimentHash } from '../../library/formats/manifest';
import { chip } from '../state/chip';
import { formatCount } from '../format/si';
import { currentExperiment } from '../state/experiment-store';
import type { Report } from '../state/run-store';
import { useRun } from '../state/run-store';
import { exportWords } from '../words/export';
import { STUDIO } from './build-info';

/** Everything that is exported, as it was at one moment. */
export interface ExportContext {
  readonly experiment: Experiment;
  readonly network: NetworkPlan;
  /** What is drawn: the network, or the chosen tile of a convolution as a layer of its own. */
  readonly drawn: Plan | undefined;
  readonly parameters: Float64Array;
  readonly info: RunInfo | undefined;
  readonly test: Report | undefined;
  readonly manifest: Manifest;
}

/** Takes hold of what is on screen; undefined while there is no network. */
export async function exportContext(): Promise<ExportContext | undefined> {
  const { network, plan: drawn, parameters } = chip;
  if (network === undefined) return undefined;
  const experiment = currentExperiment();
  const { info, test, step } = useRun.getState();
  const sha256 = await experimentHash(experiment);
  const manifest: Manifest = {
    format: 'photonic-manifest',
    version: 1,
    studio: STUDIO,
    date: new Date().toISOString(),
    experiment: { name: experiment.name, sha256, seed: experiment.seed },
    engine: { backend: info?.backend ?? null, adapter: info?.backendLabel ?? null },
    data: info?.provenance ?? null,
    step,
    totalSteps: info?.totalSteps ?? null,
    accuracy: test === undefined || info === undefined ? null : accuracyOf(test, info),
  };
  return { experiment, network, drawn, parameters: parameters.slice(), info, test, manifest };
}

function accuracyOf({ step, evaluation }: Report, { provenance }: RunInfo): Manifest['accuracy'] {
  const kind = exportWords.accuracyKind(
    formatCount(evaluation.samples),
    provenance.source,
    formatCount(step),
  );
  return { value: evaluation.accuracy, kind };
}

/** A name for files, e.g. "ficonn-vowels". */
export function fileStem({ name }: Pick<Experiment, 'name'>): string {
  const stem = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  return stem === '' ? 'experiment' : stem;
}
