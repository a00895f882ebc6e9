import type { openDataset } from '../data/dataset';
import type { FittedEncoder } from '../data/encode';
import { encodeDataset } from '../data/encode';
import type { EncodedData } from '../data/fields';
import { encodeInput } from '../data/inputs';
import type { OwnPart } from '../data/own-files';
import type { Dataset, LoadProgress } from '../data/samples';
import type { Experiment } from '../experiment/schema';
import { compilePlan } from '../learning/compile-plan';
import type { Plan } from '../learning/plan';
import type { Fault } from '../lib/fault';
import { PhotonicError, toFault } from '../lib/fault';
import { CheckpointKeeper } from './checkpoint-keeper';
import type { CheckpointStore } from './checkpoint-store';
import type { BackendFactories } from './choose-backend';
import { BACKEND_NAME } from './choose-backend';
import type { Clock } from './clock';
import { aborted } from './engine-fault';
import { openBackend } from './open-backend';
import type { Capabilities, OpenRequest, Run, RunEvent } from './protocol';
import { dataFingerprint, experimentHash, runIdOf } from './run-id';
import { RunLoop } from './run-loop';
import { viewSamples } from './sample-view';

/** What opening a run needs from its surroundings. */
export interface RunParts {
  readonly factories: BackendFactories;
  readonly clock: Clock;
  readonly store: CheckpointStore;
  capabilities(): Promise<Capabilities>;
  readonly openDataset: typeof openDataset;
  /** What the user dropped. */
  readonly files: () => readonly OwnPart[];
}

/**
 * Opens a run: data set, encoding, plan, backend, and the checkpoint where one is to be continued.
 * After it is open, the signal pauses it.
 * @throws PhotonicError of whatever stopped it; `engine/aborted` after the signal
 */
export async function openRun(
  request: OpenRequest,
  parts: RunParts,
  emit: (event: RunEvent) => void,
  signal: AbortSignal,
): Promise<Run> {
  try {
    emit({ kind: 'state', state: 'opening', step: 0 });
    return await open(request, parts, emit, signal);
  } catch (thrown) {
    if (signal.aborted) throw aborted();
    throw new PhotonicError(toFault(thrown, 'engine/open-failed'));
  }
}

async function open(
  request: OpenRequest,
  parts: RunParts,
  emit: (event: RunEvent) => void,
  signal: AbortSignal,
): Promise<Run> {
  const { experiment } = request;
  const onProgress = (progress: LoadProgress) => {
    emit({ kind: 'loading', progress });
  };
  const onNotice = (fault: Fault) => {
    emit({ kind: 'notice', fault });
  };
  signal.throwIfAborted();
  const dataset = await parts.openDataset(experiment.task, experiment.seed, {
    signal,
    onProgress,
    onNotice,
    files: parts.files(),
  });
  const { data, fitted } = await encodeDataset(dataset, experiment.encoder, experiment.modes, {
    signal,
    onProgress,
  });
  const plan = planOf(experiment, data);

  const hash = await experimentHash(experiment);
  const identity = {
    runId: runIdOf(hash),
    experiment: hash,
    data: await dataFingerprint(data.train),
    parameterCount: plan.parameterCount,
  };
  const checkpoint = new CheckpointKeeper(parts.store, identity, onNotice);
  const saved = request.resume ? await checkpoint.load() : undefined;
  signal.throwIfAborted();

  const { backend, reason } = await openBackend(request.backend, parts);
  const loop = new RunLoop({
    plan,
    data,
    backend,
    factories: parts.factories,
    clock: parts.clock,
    emit,
    checkpoint,
  });
  try {
    await loop.open(saved);
    signal.throwIfAborted();
  } catch (thrown) {
    await loop.dispose();
    throw thrown;
  }
  signal.addEventListener('abort', () => void loop.pause(), { once: true });
  const kept = loop.backend.id === backend.id;
  const backendReason = kept ? reason : `${BACKEND_NAME[backend.id]} could not run this experiment.`;
  return createRun(loop, { runId: identity.runId, backendReason, plan, dataset, data, fitted });
}

function planOf(experiment: Experiment, data: EncodedData): Plan {
  const plan = compilePlan(experiment, { trainSamples: data.train.count, classes: data.classNames.length });
  if (!plan.ok) throw new PhotonicError(plan.fault);
  return plan.value;
}

interface Opened {
  readonly runId: string;
  readonly backendReason: string;
  readonly plan: Plan;
  readonly dataset: Dataset;
  readonly data: EncodedData;
  readonly fitted: FittedEncoder;
}

function createRun(loop: RunLoop, { runId, backendReason, plan, dataset, data, fitted }: Opened): Run {
  return {
    info: {
      runId,
      backend: loop.backend.id,
      backendLabel: loop.backend.label,
      backendReason,
      provenance: dataset.provenance,
      classNames: data.classNames,
      trainSamples: data.train.count,
      testSamples: data.test.count,
      parameterCount: plan.parameterCount,
      totalSteps: plan.totalSteps,
      stepsPerEpoch: data.train.count / plan.batchSize,
      step: loop.steps,
    },
    play: () => loop.play(),
    pause: () => loop.pause(),
    step: (count) => loop.step(count),
    setPace: (stepsPerSecond) => loop.setPace(stepsPerSecond),
    setMethod: (method, learningRate) => loop.setMethod(method, learningRate),
    reset: () => loop.reset(),
    setParameters: (parameters, changed) => loop.setParameters(parameters, changed),
    evaluate: (split) => loop.evaluate(split),
    samples: (split, indices) => viewSamples(dataset[split], data[split], indices),
    encode: async (input) => encodeInput(fitted, input),
    loseDevice: () => loop.loseDevice(),
    dispose: () => loop.dispose(),
  };
}
