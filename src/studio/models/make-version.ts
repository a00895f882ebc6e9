import type { NetworkPlan } from '../../learning/plan';
import { compileNetwork } from '../../learning/compile-network';
import type { Experiment } from '../../experiment/schema';
import type { Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';
import type { Manifest } from '../../library/formats/manifest';
import { experimentHash } from '../../library/formats/manifest';
import { parameterTensors } from '../../library/formats/network-tensors';
import { summaryOfRun } from '../../library/formats/run-summary';
import { packModel, summaryOf } from '../../library/models/model-archive';
import type { NewVersion } from '../../library/models/model-versions';
import type { RunRecord } from '../../library/store/records';
import { loadCurve, loadParameters } from '../../library/store/runs';
import { STUDIO } from '../exchange/build-info';
import { exportContext } from '../exchange/export-context';
import { continuedBy } from '../runs/continued';
import { useRuns } from '../runs/runs-store';
import { classesOf, imageShapeOf, nominalTrainSamples } from '../state/dataset-names';
import { hasOwnPhases } from '../state/own-phases';
import { modelsWords } from '../words/models';

/** A version before it is given a title: its archive and what lists show of it. */
export type MadeVersion = Pick<NewVersion, 'bytes' | 'summary'>;

/** What is on the chip, with its phases where they are more than a seed's, and the run they come from. */
export async function versionOfChip(): Promise<Result<MadeVersion>> {
  const context = await exportContext();
  if (context === undefined) return fail({ code: 'models/not-ready', ...modelsWords.notReady });
  const { experiment, network, parameters, manifest, info } = context;
  const isTrained = hasOwnPhases();
  const record =
    info === undefined || manifest.step === 0
      ? undefined
      : continuedBy(useRuns.getState().runs, info.runId, manifest.step);
  return ok(
    await made(experiment, isTrained ? { network, parameters } : undefined, {
      manifest: isTrained ? manifest : { ...manifest, step: 0, accuracy: null },
      record: isTrained ? record : undefined,
    }),
  );
}

/** A run of the list, as it was last kept. */
export async function versionOfRun(record: RunRecord): Promise<Result<MadeVersion>> {
  const { experiment, figures } = record;
  const stored = await loadParameters(record.id);
  if (stored === undefined && record.step > 0)
    return fail({ code: 'models/no-phases', ...modelsWords.runWithout, where: record.id });
  const network = compileNetwork(experiment, {
    classes: classesOf(experiment).length || 2,
    trainSamples: nominalTrainSamples(experiment.task.dataset),
    image: imageShapeOf(experiment.task.dataset),
  });
  if (!network.ok) return network;
  if (stored !== undefined && stored.parameters.length !== network.value.parameterCount)
    return fail({ code: 'models/no-phases', ...modelsWords.runWithout, where: record.id });
  const { testAccuracy } = figures;
  const manifest: Manifest = {
    format: 'photonic-manifest',
    version: 1,
    studio: STUDIO,
    date: new Date().toISOString(),
    experiment: { name: experiment.name, sha256: await experimentHash(experiment), seed: experiment.seed },
    engine: { backend: record.backend, adapter: null },
    data: null,
    step: stored?.step ?? 0,
    totalSteps: record.totalSteps,
    // What was measured at another step is no figure of these phases.
    accuracy:
      testAccuracy === undefined || stored?.step !== record.step
        ? null
        : { value: testAccuracy, kind: modelsWords.measured },
  };
  const trained = stored && { network: network.value, parameters: stored.parameters };
  return ok(await made(experiment, trained, { manifest, record }));
}

async function made(
  experiment: Experiment,
  trained: { readonly network: NetworkPlan; readonly parameters: Float64Array } | undefined,
  from: { readonly manifest: Manifest; readonly record: RunRecord | undefined },
): Promise<MadeVersion> {
  const { manifest, record } = from;
  const curve = record && (await loadCurve(record.id).catch(() => undefined));
  const parts = {
    experiment,
    tensors: trained && parameterTensors(trained.network, trained.parameters),
    run: record && summaryOfRun(record, curve),
  };
  const bytes = packModel({ ...parts, manifest });
  const facts = {
    date: manifest.date,
    step: manifest.step,
    studio: manifest.studio,
    engine: manifest.engine,
    accuracy: manifest.accuracy,
  };
  return {
    bytes,
    summary: { ...summaryOf({ ...parts, manifest: facts }), accuracy: manifest.accuracy?.value },
  };
}
