import * as Comlink from 'comlink';
import { ok } from '../lib/result';
import type { Result } from '../lib/result';
import { PhotonicError } from '../lib/fault';
import type { EngineLimits } from '../settings/engine-limits';
import type { ProgramRequest, Programmed } from '../photonics/programming/program';
import { LAST_EVENT } from './protocol';
import type { Capabilities, OpenRequest, Run, RunEvent, RunInfo } from './protocol';
import type { WithResults } from './remote-result';
import { settled } from './remote-result';
import type { RunParts } from './run.impl';
import { openRun } from './run.impl';
import type { StudyProgress, StudyRequest, StudyResult } from './study';
import { transferables } from './transfer';
import type { AddedFiles } from './user-files';
import { UserFiles } from './user-files';

export type RunCalls = WithResults<Run>;

/** The engine as its worker exposes it. */
export interface EngineHost {
  /** Answers at once: the worker lives. */
  ping(): true;
  configure(limits: EngineLimits): Result<undefined>;
  capabilities(): Promise<Result<Capabilities>>;
  /**
   * @param events run events to the page; any message from the page is its abort
   * @param calls where the opened run then answers {@link RunCalls}
   */
  open(request: OpenRequest, events: MessagePort, calls: MessagePort): Promise<Result<RunInfo>>;
  /** @param progress to the page; any message from the page is its abort */
  study(request: StudyRequest, progress: MessagePort): Promise<Result<StudyResult>>;
  program(request: ProgramRequest): Promise<Result<Programmed>>;
  addFiles(files: readonly File[]): Promise<Result<AddedFiles>>;
  /** Whether data sets may be fetched from other servers; without it they may not. */
  allowMirrors(isAllowed: boolean): void;
}

export type HostParts = Omit<RunParts, 'capabilities' | 'files' | 'mirrors'> & {
  /** Takes over how far engines may go. */
  configure(limits: EngineLimits): void;
};

export function createEngineHost(parts: HostParts): EngineHost {
  const userFiles = new UserFiles();
  let isAllowed = false;
  const given = { files: () => userFiles.parts, mirrors: () => isAllowed };
  let measured: Promise<Capabilities> | undefined;
  // Once per session: what is fastest here does not change while the page is open.
  const capabilities = () =>
    (measured ??= import('./calibrate').then(({ calibrate }) => calibrate(parts.factories, parts.clock)));
  return {
    ping: () => true,
    configure: (limits) => {
      parts.configure(limits);
      // What is fastest may be another one now.
      measured = undefined;
      return ok(undefined);
    },
    capabilities: () => settled(capabilities, 'engine/calibration-failed'),
    open: (request, events, calls) =>
      settled(async () => {
        const controller = new AbortController();
        events.onmessage = () => {
          controller.abort();
        };
        const emit = (event: RunEvent) => {
          events.postMessage(event, transferables(event));
        };
        const run = await openRun(
          request,
          { ...parts, ...given, capabilities },
          emit,
          controller.signal,
        ).catch((thrown: unknown) => {
          events.postMessage(LAST_EVENT);
          throw thrown;
        });
        Comlink.expose(runCalls(run), calls);
        return run.info;
      }, 'engine/open-failed'),
    study: async (request, progress) => {
      const controller = new AbortController();
      progress.onmessage = () => {
        controller.abort();
      };
      const report = (step: StudyProgress) => {
        progress.postMessage(step);
      };
      const result = await settled(async () => {
        const { runStudy } = await import('./studies/run-study');
        const surroundings = { ...parts, ...given, capabilities };
        return runStudy(request, surroundings, report, controller.signal);
      }, 'engine/study-failed');
      return Comlink.transfer(result, transferables(result));
    },
    program: (request) =>
      settled(async () => {
        const { programMatrix } = await import('../photonics/programming/program');
        const programmed = programMatrix(request);
        if (!programmed.ok) throw new PhotonicError(programmed.fault);
        return programmed.value;
      }, 'engine/program-failed'),
    addFiles: (files) => settled(() => userFiles.add(files), 'engine/files-refused'),
    allowMirrors: (wanted) => {
      isAllowed = wanted;
    },
  };
}

function runCalls(run: Run): RunCalls {
  const answer = async <T>(work: () => Promise<T>): Promise<Result<T>> => {
    const result = await settled(work, 'engine/run-failed');
    return Comlink.transfer(result, transferables(result));
  };
  return {
    play: () => answer(() => run.play()),
    pause: () => answer(() => run.pause()),
    step: (count) => answer(() => run.step(count)),
    setPace: (stepsPerSecond) => answer(() => run.setPace(stepsPerSecond)),
    reset: () => answer(() => run.reset()),
    setParameters: (parameters, changed) => answer(() => run.setParameters(parameters, changed)),
    adjust: (settings) => answer(() => run.adjust(settings)),
    evaluate: (split) => answer(() => run.evaluate(split)),
    samples: (split, indices) => answer(() => run.samples(split, indices)),
    answers: (split) => answer(() => run.answers(split)),
    encode: (input) => answer(() => run.encode(input)),
    encodeAll: (inputs) => answer(() => run.encodeAll(inputs)),
    loseDevice: () => answer(() => run.loseDevice()),
    dispose: () => answer(() => run.dispose()),
  };
}
