import type { BackendId, Evaluation } from '../engine/backend';
import type { EngineClient, Run, RunEvent, RunInfo } from '../engine/protocol';
import type { Experiment } from '../experiment/schema';
import type { Fault } from '../lib/fault';
import { PhotonicError } from '../lib/fault';
import { NumberLog } from '../lib/number-log';

/** A training from its beginning (or checkpoint) to its end. */
export interface Trained {
  readonly info: RunInfo;
  /** The backend that finished it, and why it is this one. */
  readonly backend: { readonly id: BackendId; readonly label: string; readonly reason: string };
  /** Per step, from the first that was trained or restored. */
  readonly loss: Float32Array;
  readonly accuracy: Float32Array;
  readonly parameters: Float64Array;
  readonly test: Evaluation;
  /** Of opening: data, encoding, plan, backend; and of training with its reports. */
  readonly openSeconds: number;
  readonly trainSeconds: number;
  /** What was survived on the way. */
  readonly notices: readonly Fault[];
}

export interface TrainOptions {
  readonly experiment: Experiment;
  readonly backend: BackendId | 'auto';
  /** Go on at the checkpoint of this experiment, if there is one. */
  readonly resume: boolean;
  readonly onProgress?: (step: number, totalSteps: number, loss: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Trains an experiment to its end.
 * @throws PhotonicError of whatever stopped it
 */
export async function train(engine: EngineClient, options: TrainOptions): Promise<Trained> {
  const { experiment, backend, resume, signal } = options;
  const begun = performance.now();
  const record = new TrainingRecord(options);
  const run = await engine.open({ experiment, backend, resume }, record.listen, signal);
  const opened = performance.now();
  try {
    record.begin(run.info);
    if (run.info.step < run.info.totalSteps) {
      await run.play();
      await record.ended;
    }
    const test = await run.evaluate('test');
    return {
      ...record.result(run),
      test,
      openSeconds: (opened - begun) / 1000,
      trainSeconds: (performance.now() - opened) / 1000,
    };
  } finally {
    await run.dispose();
  }
}

/** What a run tells, gathered. */
class TrainingRecord {
  readonly ended: Promise<void>;
  readonly #options: TrainOptions;
  readonly #loss = new NumberLog();
  readonly #accuracy = new NumberLog();
  readonly #notices: Fault[] = [];
  #parameters: Float64Array | undefined;
  #backend: Trained['backend'] | undefined;
  #total = 0;
  #isRunning = false;
  #finish: () => void = () => undefined;
  #fail: (why: PhotonicError) => void = () => undefined;

  constructor(options: TrainOptions) {
    this.#options = options;
    this.ended = new Promise((resolve, reject) => {
      this.#finish = resolve;
      this.#fail = reject;
    });
    // Whoever waits for the end hears of it; before that the opening itself fails.
    this.ended.catch(() => undefined);
  }

  begin(info: RunInfo): void {
    this.#total = info.totalSteps;
    this.#backend ??= { id: info.backend, label: info.backendLabel, reason: info.backendReason };
  }

  readonly listen = (event: RunEvent): void => {
    switch (event.kind) {
      case 'metrics':
        this.#loss.append(event.loss);
        this.#accuracy.append(event.accuracy);
        this.#options.onProgress?.(
          event.firstStep + event.loss.length,
          this.#total,
          event.loss.at(-1) ?? Number.NaN,
        );
        return;
      case 'parameters':
        this.#parameters = event.parameters.slice();
        return;
      case 'backend':
        this.#backend = { id: event.backend, label: event.label, reason: event.reason };
        return;
      case 'notice':
        this.#notices.push(event.fault);
        return;
      case 'fault':
        this.#fail(new PhotonicError(event.fault));
        return;
      case 'state':
        if (event.state === 'running') this.#isRunning = true;
        else if (event.state === 'finished') this.#finish();
        else if (event.state === 'paused' && this.#isRunning) this.#fail(stopped());
        return;
      default:
    }
  };

  result({ info }: Run): Omit<Trained, 'test' | 'openSeconds' | 'trainSeconds'> {
    return {
      info,
      backend: this.#backend ?? { id: info.backend, label: info.backendLabel, reason: info.backendReason },
      loss: this.#loss.view().slice(),
      accuracy: this.#accuracy.view().slice(),
      parameters: this.#parameters ?? new Float64Array(),
      notices: this.#notices,
    };
  }
}

function stopped(): PhotonicError {
  return new PhotonicError({
    code: 'headless/stopped',
    message: 'Training was stopped before its end.',
    fix: 'Run the same command with --resume to go on at the last checkpoint.',
  });
}

/** Batches whose mean is what training has come to, as in the studio's list of runs. */
const LAST_BATCHES = 20;

export function meanOfLast(values: Float32Array): number | undefined {
  const last = values.subarray(Math.max(0, values.length - LAST_BATCHES)).filter(Number.isFinite);
  return last.length === 0 ? undefined : last.reduce((sum, value) => sum + value, 0) / last.length;
}
