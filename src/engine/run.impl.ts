import { liveSettings } from '../experiment/live-settings';
import type { LoadProgress } from '../data/samples';
import type { Fault } from '../lib/fault';
import { PhotonicError, toFault } from '../lib/fault';
import { CheckpointKeeper } from './checkpoint-keeper';
import type { CheckpointStore } from './checkpoint-store';
import { BACKEND_NAME } from './choose-backend';
import type { Clock } from './clock';
import { aborted } from './engine-fault';
import type { BackendSource } from './open-backend';
import { openBackend } from './open-backend';
import type { NetworkSource, OpenedNetwork } from './open-network';
import { openNetwork } from './open-network';
import type { OpenRequest, Run, RunEvent } from './protocol';
import { dataFingerprint, experimentHash, runIdOf } from './run-id';
import { RunLoop } from './run-loop';
import { viewSamples } from './sample-view';

/** What opening a run needs from its surroundings. */
export interface RunParts extends NetworkSource, BackendSource {
  readonly clock: Clock;
  readonly store: CheckpointStore;
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
  const network = await openNetwork(experiment, parts, { signal, onProgress, onNotice });
  const { plan, data } = network;

  const hash = await experimentHash(experiment);
  const identity = {
    runId: runIdOf(hash),
    experiment: hash,
    data: await dataFingerprint(data),
    parameterCount: plan.parameterCount,
  };
  const checkpoint = new CheckpointKeeper(parts.store, identity, onNotice, request.checkpoint);
  const saved = request.resume ? await checkpoint.load() : undefined;
  signal.throwIfAborted();

  const { backend, reason } = await openBackend(request.backend, parts, plan);
  const loop = new RunLoop({
    plan,
    settings: liveSettings(experiment),
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
  return createRun(loop, network, { runId: identity.runId, backendReason });
}

interface Opened {
  readonly runId: string;
  readonly backendReason: string;
}

function createRun(
  loop: RunLoop,
  { plan, dataset, data, fitted }: OpenedNetwork,
  { runId, backendReason }: Opened,
): Run {
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
      ...(loop.memory === undefined ? {} : { memory: loop.memory }),
    },
    play: () => loop.play(),
    pause: () => loop.pause(),
    step: (count) => loop.step(count),
    setPace: (stepsPerSecond) => loop.setPace(stepsPerSecond),
    adjust: (settings) => loop.adjust(settings),
    reset: () => loop.reset(),
    setParameters: (parameters, changed) => loop.setParameters(parameters, changed),
    evaluate: (split) => loop.evaluate(split),
    samples: (split, indices) => viewSamples(dataset[split], data, split, indices),
    answers: async (split) => {
      const { answersOf } = await import('./answers');
      return answersOf(plan, data, split, (fields) => loop.propagate(fields));
    },
    encode: async (input) => (await import('../data/inputs')).encodeInput(fitted, input),
    encodeAll: async (inputs) => (await import('../data/inputs')).encodeInputs(fitted, inputs),
    loseDevice: () => loop.loseDevice(),
    dispose: () => loop.dispose(),
  };
}
