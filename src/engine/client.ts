import * as Comlink from 'comlink';
import type { PhotonicError } from '../lib/fault';
import type { EngineLimits } from '../settings/engine-limits';
import { aborted, engineError } from './engine-fault';
import type { RunCalls } from './engine-host';

import { orAborted } from './or-aborted';
import { LAST_EVENT } from './protocol';
import type { EngineClient, OpenRequest, Run, RunEvent, RunInfo } from './protocol';
import { askStudy } from './study-client';
import { WorkerLife } from './worker-life';

/** An engine that can be told how far it may go. */
export interface ConfigurableEngine extends EngineClient {
  /** Holds for whatever is opened from here on; an open run goes on as it was opened. */
  configure(limits: EngineLimits): void;
}

/**
 * The engine for the page. Its worker starts on first use; one that dies takes its runs along, with a
 * fault for each, and the next use starts another, so that a run can be opened again from its checkpoint.
 * @param limits how far it may go, until it is told otherwise; without them as far as it can
 */
export function createEngineClient(limits?: EngineLimits): ConfigurableEngine {
  let life: WorkerLife | undefined;
  const files: File[] = [];
  let mirrors = false;
  const worker = async (): Promise<WorkerLife> => {
    if (life !== undefined && !life.over) return life;
    life = new WorkerLife(
      () => new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module', name: 'engine' }),
    );
    // A new worker knows nothing of what it may do, and of what was dropped or allowed before.
    if (limits !== undefined) tell(life, limits);
    if (mirrors) void life.host.allowMirrors(true);
    if (files.length > 0) await life.ask(life.host.addFiles(files));
    return life;
  };
  return {
    configure: (wanted) => {
      limits = wanted;
      if (life !== undefined && !life.over) tell(life, wanted);
    },
    capabilities: async () => {
      const { host, ask } = await worker();
      return ask(host.capabilities());
    },
    addFiles: async (added) => {
      const { host, ask } = await worker();
      files.push(...added);
      return ask(host.addFiles([...added]));
    },
    allowMirrors: (isAllowed) => {
      mirrors = isAllowed;
      if (life !== undefined && !life.over) void life.host.allowMirrors(isAllowed);
    },
    open: async (request, listener, signal) => {
      const life = await worker();
      if (signal?.aborted === true) throw aborted();
      return openRun(life, request, listener, signal);
    },
    study: async (request, onProgress, signal) => askStudy(await worker(), request, onProgress, signal),
    program: async (request) => {
      const { host, ask } = await worker();
      return ask(host.program(request));
    },
    dispose: () => {
      life?.end();
    },
  };
}

/** Messages arrive in their order, so that whatever is asked next knows it. A worker that dies tells its runs. */
function tell(life: WorkerLife, limits: EngineLimits): void {
  life.ask(life.host.configure(limits)).catch(() => undefined);
}

/** How long a failed opening waits for the events before its failure. */
const LAST_WORDS_MS = 300;

async function openRun(
  life: WorkerLife,
  request: OpenRequest,
  listener: (event: RunEvent) => void,
  signal: AbortSignal | undefined,
): Promise<Run> {
  const events = new MessageChannel();
  const calls = new MessageChannel();
  let step = 0;
  const last = Promise.withResolvers<undefined>();
  events.port1.onmessage = ({ data }: MessageEvent<RunEvent | typeof LAST_EVENT>) => {
    if (data === LAST_EVENT) {
      last.resolve(undefined);
      return;
    }
    if ('step' in data) step = data.step;
    listener(data);
  };
  const abort = () => {
    events.port1.postMessage('abort');
  };
  signal?.addEventListener('abort', abort, { once: true });
  const run = Comlink.wrap<RunCalls>(calls.port1);
  const close = () => {
    signal?.removeEventListener('abort', abort);
    run[Comlink.releaseProxy]();
    events.port1.close();
    forget();
  };
  const forget = life.onDeath((fault) => {
    signal?.removeEventListener('abort', abort);
    listener({ kind: 'fault', fault });
    listener({ kind: 'state', state: 'failed', step });
  });
  const opening = life.ask(
    life.host.open(
      request,
      Comlink.transfer(events.port2, [events.port2]),
      Comlink.transfer(calls.port2, [calls.port2]),
    ),
  );
  try {
    return runOf(await orAborted(opening, signal), run, life, close);
  } catch (thrown) {
    // Events and answers come by different ways: what the worker had to say before it gave up comes first.
    // After an abort nobody listens, and a worker that died says no more.
    if (signal?.aborted === true) events.port1.onmessage = null;
    else await Promise.race([last.promise, new Promise((resolve) => setTimeout(resolve, LAST_WORDS_MS))]);
    // The worker may have finished opening just before it heard of the abort.
    void opening
      .then(() => life.ask(run.dispose()))
      .catch(() => undefined)
      .finally(close);
    throw thrown;
  }
}

function runOf(info: RunInfo, run: Comlink.Remote<RunCalls>, life: WorkerLife, close: () => void): Run {
  const { ask } = life;
  let closed = false;
  const unlessClosed = <T>(call: () => Promise<T>): Promise<T> =>
    closed ? Promise.reject(runClosed()) : call();
  return {
    info,
    play: () => unlessClosed(() => ask(run.play())),
    pause: () => unlessClosed(() => ask(run.pause())),
    step: (count) => unlessClosed(() => ask(run.step(count))),
    setPace: (stepsPerSecond) => unlessClosed(() => ask(run.setPace(stepsPerSecond))),
    reset: () => unlessClosed(() => ask(run.reset())),
    // Copied, not transferred: the page goes on drawing its own array.
    setParameters: (parameters, changed) => unlessClosed(() => ask(run.setParameters(parameters, changed))),
    adjust: (settings) => unlessClosed(() => ask(run.adjust(settings))),
    evaluate: (split) => unlessClosed(() => ask(run.evaluate(split))),
    samples: (split, indices) => unlessClosed(() => ask(run.samples(split, indices))),
    answers: (split) => unlessClosed(() => ask(run.answers(split))),
    encode: (input) => unlessClosed(() => ask(run.encode(input))),
    encodeAll: (inputs) => unlessClosed(() => ask(run.encodeAll(inputs))),
    loseDevice: () => unlessClosed(() => ask(run.loseDevice())),
    dispose: async () => {
      if (closed) return;
      closed = true;
      try {
        if (!life.over) await ask(run.dispose());
      } finally {
        close();
      }
    },
  };
}

function runClosed(): PhotonicError {
  return engineError('closed', 'This run is closed.', 'Open the experiment again.');
}
