import { compileNetwork } from '../../src/learning/compile-network';
import { fourierOfFour, orthogonalMesh } from '../../src/experiment/presets-chips';
import { ficonnVowels } from '../../src/experiment/presets';
import type { Experiment } from '../../src/experiment/schema';
import { experimentHash } from '../../src/library/formats/manifest';
import { parameterTensors } from '../../src/library/formats/network-tensors';
import { packModel, unpackModel, summaryOf } from '../../src/library/models/model-archive';
import type { Policy } from '../../src/library/models/model-records';

/** A model of the demonstration, as the studio itself would have made it. */
export interface DemoModel {
  readonly name: string;
  readonly note: string;
  readonly tags: readonly string[];
  readonly policy: Policy;
  /** JSON of `ModelSummary`. */
  readonly summary: string;
  /** A studio archive. */
  readonly bytes: Uint8Array;
}

const NOTE = 'Made for the demonstration: the phases are those of its seed, nothing was trained.';

/** Designs with the phases of their seed, which say so. */
export async function demoModels(): Promise<readonly DemoModel[]> {
  const wanted: readonly (readonly [Experiment, Policy])[] = [
    [ficonnVowels, 'INTERNAL'],
    [orthogonalMesh, 'PUBLIC'],
    [fourierOfFour, 'RESTRICTED'],
  ];
  return Promise.all(wanted.map(([experiment, policy]) => demoModel(experiment, policy)));
}

async function demoModel(experiment: Experiment, policy: Policy): Promise<DemoModel> {
  const { classes } = experiment.task;
  const network = compileNetwork(experiment, {
    classes: classes.length || 2,
    trainSamples: 1,
    image: undefined,
  });
  if (!network.ok) throw new Error(network.fault.message);
  const parameters = Float64Array.from(network.value.initial);
  const bytes = packModel({
    experiment,
    tensors: parameterTensors(network.value, parameters),
    run: undefined,
    manifest: {
      format: 'photonic-manifest',
      version: 1,
      studio: { version: 'demo', commit: null },
      date: new Date().toISOString(),
      experiment: { name: experiment.name, sha256: await experimentHash(experiment), seed: experiment.seed },
      engine: { backend: null, adapter: null },
      data: null,
      step: 0,
      totalSteps: null,
      accuracy: null,
    },
  });
  return {
    name: `Demo: ${experiment.name}`,
    note: NOTE,
    tags: ['demo', 'untrained'],
    policy,
    summary: JSON.stringify(summaryOf(unpackModel(bytes, experiment.name))),
    bytes,
  };
}
