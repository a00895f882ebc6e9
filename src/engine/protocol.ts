import type { LoadProgress, Provenance } from '../data/samples';
import type { LiveSettings } from '../experiment/live-settings';
import type { Experiment } from '../experiment/schema';
import type { Fault } from '../lib/fault';
import type { ProgramRequest, Programmed } from '../photonics/programming/program';
import type { BackendId, Evaluation, KernelTime, SessionMemory } from './backend';
import type { StudyProgress, StudyRequest, StudyResult } from './study';

/** What the page and the engine's worker say to each other. Only plain, clonable values cross. */

/** A device's answer to the start-up calibration: a short training on each backend. */
export interface Capabilities {
  readonly backends: readonly BackendReport[];
  /** The one `auto` means, and why, in a sentence for people. */
  readonly chosen: BackendId;
  readonly reason: string;
}

export interface BackendReport {
  readonly id: BackendId;
  readonly label: string;
  readonly available: boolean;
  /** Trained samples per second of the calibration network; undefined if not measured. */
  readonly samplesPerSecond: number | undefined;
  /** Why it is not available or not chosen. */
  readonly note: string | undefined;
}

export interface OpenRequest {
  readonly experiment: Experiment;
  readonly backend: BackendId | 'auto';
  /** Continue this run's checkpoint if there is one. */
  readonly resume: boolean;
  /**
   * A name of its own for the checkpoint, so that trials of a sweep neither continue nor replace what the run on
   * screen has saved. Letters, digits, - and _; without it the run's own.
   */
  readonly checkpoint?: string;
}

export interface RunInfo {
  /** Identity of experiment and seed: the checkpoint's name. */
  readonly runId: string;
  readonly backend: BackendId;
  readonly backendLabel: string;
  readonly backendReason: string;
  readonly provenance: Provenance;
  readonly classNames: readonly string[];
  readonly trainSamples: number;
  readonly testSamples: number;
  readonly parameterCount: number;
  readonly totalSteps: number;
  readonly stepsPerEpoch: number;
  /** Steps already done (a resumed run). */
  readonly step: number;
  /** What it takes of the device's memory, where that was added up before it was taken. */
  readonly memory?: SessionMemory;
}

export type RunState = 'opening' | 'ready' | 'running' | 'paused' | 'finished' | 'recovering' | 'failed';

export type RunEvent =
  | { readonly kind: 'state'; readonly state: RunState; readonly step: number }
  | { readonly kind: 'loading'; readonly progress: LoadProgress }
  /** About every 100 ms while running. Arrays are transferred. */
  | {
      readonly kind: 'metrics';
      readonly firstStep: number;
      readonly loss: Float32Array;
      readonly accuracy: Float32Array;
      readonly gradientNorm: Float32Array;
      /**
       * Samples that the chip's light has carried for training since step 0, up to the last of these steps. All
       * steps of one event took equally many.
       */
      readonly chipPasses: number;
      /**
       * Trained samples per second of computing: wall time since the last slice of metrics, less the time
       * the device was kept waiting to hold a pace. 0 where nothing was measured (a restored curve).
       */
      readonly samplesPerSecond: number;
      /** Optimiser steps per second of wall time, such waits included: how fast the run gets on. */
      readonly stepsPerSecond: number;
      /** Whether a pace held the run back. Its calls are then shorter, so it may compute less efficiently. */
      readonly slowed: boolean;
      /** Device milliseconds per step, where the device can tell. */
      readonly deviceTimePerStep: number | undefined;
      /** Where that time goes, of the steps that were looked at since the last slice; undefined where none was. */
      readonly kernelTimes: readonly KernelTime[] | undefined;
    }
  /** What has been changed while this run went on, all of it by rising step: when it opens, is edited or reset. */
  | { readonly kind: 'edits'; readonly edits: readonly RunEdit[] }
  /** A few times a second while running, and after every step or edit: what the mesh view draws. */
  | { readonly kind: 'parameters'; readonly step: number; readonly parameters: Float64Array }
  /** Test-set report: on every finished epoch of at least a second, on pause and at the end. */
  | {
      readonly kind: 'evaluation';
      readonly step: number;
      readonly split: 'train' | 'test';
      readonly evaluation: Evaluation;
    }
  /** The run goes on with another device than {@link RunInfo} says, and why. */
  | { readonly kind: 'backend'; readonly backend: BackendId; readonly label: string; readonly reason: string }
  /** Something was survived (device lost, checkpoint unreadable, disk full): shown, not fatal. */
  | { readonly kind: 'notice'; readonly fault: Fault }
  | { readonly kind: 'fault'; readonly fault: Fault };

/** What was changed while a run went on: steps from `step` on are trained by `after`. */
export interface RunEdit {
  readonly step: number;
  readonly before: LiveSettings;
  readonly after: LiveSettings;
}

/** Follows the last event of a run that could not be opened. */
export const LAST_EVENT = 'last';

/** One sample as the page shows it. */
export interface SampleView {
  readonly index: number;
  readonly label: number;
  /** Encoded fields, one per mode; for a convolution standardised pixels, [channel][row][column], all real. */
  readonly re: Float32Array;
  readonly im: Float32Array;
  readonly image?: {
    readonly width: number;
    readonly height: number;
    readonly channels: 1 | 3;
    readonly pixels: Uint8Array;
  };
  /** Named measurements of a table sample. */
  readonly values?: Readonly<Record<string, number>>;
}

/** What the network says about every sample of a split, in the split's order, without noise. */
export interface Answers {
  readonly split: 'train' | 'test';
  /** True classes. */
  readonly labels: Uint8Array;
  readonly answers: Uint8Array;
  /** Probability of the answer, 0…1. */
  readonly confidence: Float32Array;
  /** As the readout counts it. */
  readonly loss: Float32Array;
}

/** A sample the user made: drawn, or measurements typed in. */
export type RawInput =
  | {
      readonly kind: 'image';
      readonly width: number;
      readonly height: number;
      readonly channels: 1 | 3;
      readonly pixels: Uint8Array;
    }
  | { readonly kind: 'table'; readonly values: Readonly<Record<string, number>> };

/** A run as the page holds it. Every method may reject with a {@link Fault}. */
export interface Run {
  readonly info: RunInfo;
  /** Runs until the plan's end, a pause, or the signal; resolves at once. */
  play(): Promise<void>;
  /** Resolves when the last step before the pause is computed (within 50 ms of the current submit). */
  pause(): Promise<void>;
  step(count: number): Promise<void>;
  /**
   * Holds training back to so many optimiser steps per second of wall time, at once and until changed;
   * undefined, as a run begins, lets the device run freely. The curve does not depend on it.
   */
  setPace(stepsPerSecond: number | undefined): Promise<void>;
  /** Back to step 0 with the same seed. */
  reset(): Promise<void>;
  /**
   * Changes the parameters in place (a dragged phase).
   * @param changed offsets to take over, all without it: while the run trains, the others have moved on
   */
  setParameters(parameters: Float64Array, changed?: readonly number[]): Promise<void>;
  /**
   * Goes on by other settings at the present state, with the optimiser's moments as they are; the curve continues.
   * A run that was training goes on training.
   */
  adjust(settings: LiveSettings): Promise<void>;
  evaluate(split: 'train' | 'test'): Promise<Evaluation>;
  samples(split: 'train' | 'test', indices: readonly number[]): Promise<readonly SampleView[]>;
  /** At the present parameters, a part of the split at a time: training goes on meanwhile. */
  answers(split: 'train' | 'test'): Promise<Answers>;
  /** The user's own sample through the same encoder, with the training set's scaling. */
  encode(input: RawInput): Promise<{ readonly re: Float32Array; readonly im: Float32Array }>;
  /** Many of them at once, one after the other in the planes. */
  encodeAll(inputs: readonly RawInput[]): Promise<{ readonly re: Float32Array; readonly im: Float32Array }>;
  /** For fault drills: makes the device go away as a driver reset would. */
  loseDevice(): Promise<void>;
  dispose(): Promise<void>;
}

/** The engine as the page holds it; the worker is started on first use. */
export interface EngineClient {
  capabilities(): Promise<Capabilities>;
  open(request: OpenRequest, listener: (event: RunEvent) => void, signal?: AbortSignal): Promise<Run>;
  /**
   * Many trainings or evaluations beside an open run, in turns with it. Rejects with `engine/aborted` at once after
   * the signal; what was measured until then was told as progress.
   */
  study(
    request: StudyRequest,
    onProgress: (progress: StudyProgress) => void,
    signal?: AbortSignal,
  ): Promise<StudyResult>;
  /** Phases for a matrix: see photonics/programming. In the worker, because large meshes take a second. */
  program(request: ProgramRequest): Promise<Programmed>;
  /** Files the user dropped, to be used as the `own` data set or as a data set's original files. */
  addFiles(
    files: readonly File[],
  ): Promise<{ readonly accepted: readonly string[]; readonly faults: readonly Fault[] }>;
  /** Whether data sets may be fetched from other servers, at once and until changed; without it they may not. */
  allowMirrors(isAllowed: boolean): void;
  dispose(): void;
}
