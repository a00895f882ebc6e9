import type { FieldBatch, NetworkData } from '../data/fields';
import type { Die } from '../learning/die';
import type { NetworkPlan } from '../learning/plan';

export type BackendId = 'webgpu' | 'wasm' | 'reference';

/**
 * One way to execute plans: a connector without semantics of its own. Whatever a backend computes must
 * agree with the f64 reference within the conformance suite's tolerance.
 */
export interface Backend {
  readonly id: BackendId;
  /** For people: the device or instruction set in use, e.g. "WebGPU, Apple M2". */
  readonly label: string;
  /** Whether results come from a software emulation of the device (SwiftShader, llvmpipe). */
  readonly isSoftware: boolean;
  /**
   * Allocates everything a run needs and uploads its data once.
   * @param state where to continue; without it the run starts at the plan's initial parameters
   * @throws PhotonicError `engine/out-of-memory`, `engine/device-lost`, `engine/unsupported`
   */
  prepare(plan: NetworkPlan, data: NetworkData, state?: TrainingState): Promise<Session>;
  /** Rejects (with `engine/device-lost`) never resolves otherwise; absent where nothing can be lost. */
  readonly lost?: Promise<never>;
  /** For fault drills: makes the device go away as a driver reset would, so that `lost` rejects. */
  loseDevice?(): void;
  dispose(): void;
}

/** A prepared run. Calls must not overlap: each is awaited before the next. */
export interface Session {
  /** Optimiser steps done so far, including those before a resumed state. */
  readonly steps: number;
  /** Runs `count` optimiser steps at the scheduled rate times `rateFactor`; resolves when they are computed. */
  step(count: number, rateFactor?: number): Promise<void>;
  /** Metrics of the steps since the last call, oldest first. */
  metrics(): Promise<StepMetrics>;
  /**
   * Loss, accuracy and confusion over a split, or its first `samples`, at the current parameters. Once `signal` is aborted a
   * backend on the worker's own thread stops and rejects with its reason.
   */
  evaluate(split: 'train' | 'test', signal?: AbortSignal, samples?: number): Promise<Evaluation>;
  /**
   * Fields of all modes after the last layer, for any number of samples, without noise. A convolutional
   * network answers with its classes' signals as real fields of `classes` modes, for inputs of one mode per
   * pixel (standardised, real).
   */
  propagate(fields: FieldBatch): Promise<FieldBatch>;
  /** Gradient of the next batch's mean loss with respect to all parameters; changes nothing. */
  gradient(): Promise<Float64Array>;
  /**
   * Mean loss and accuracy of the next batch at each of the given parameter vectors, each with noise of its own
   * (`noiseKey` with the candidate's index); changes nothing.
   */
  losses(candidates: readonly Float64Array[]): Promise<CandidateLosses>;
  /** Copy of everything that changes during training. */
  state(): Promise<TrainingState>;
  /** Replaces the parameters (an edited phase) and keeps step count and moments. */
  setParameters(parameters: Float64Array): Promise<void>;
  /** Goes to another state: parameters, moments and step count. Metrics of other steps are forgotten. */
  restore(state: TrainingState): Promise<void>;
  /** Replaces the meshes' flaws from here on: another die, or `undefined` for the plan's own. */
  setDie(die: Die | undefined): Promise<void>;
  /** Device time of the last `step` call in milliseconds, where the device can tell; else undefined. */
  readonly deviceTime: number | undefined;
  /** What was predicted before anything was allocated; absent where that is not added up. */
  readonly memory?: SessionMemory | undefined;
  /**
   * Where the time of a step goes, in the order it is spent, by the few steps that were looked at since the last call;
   * empty where none was. Looking changes no number.
   */
  kernelTimes(): readonly KernelTime[];
  dispose(): void;
}

/** Memory of one session, bytes. */
export interface SessionMemory {
  readonly predicted: number;
  /** Most that it was allowed to take. */
  readonly limit: number;
  /** Samples that are evaluated in one go: as many as fit. */
  readonly evaluationRows: number;
}

/** What one step spends on one of its parts. */
export interface KernelTime {
  /** A kernel, or a group of them: their words are in the studio's catalogue, unknown names are shown as they are. */
  readonly name: string;
  /** Milliseconds per step, the mean of the steps that were looked at. */
  readonly ms: number;
}

/** Per optimiser step: mean loss and accuracy of its batch before the update, and the gradient's 2-norm. */
export interface StepMetrics {
  readonly firstStep: number;
  readonly loss: Float32Array;
  readonly accuracy: Float32Array;
  readonly gradientNorm: Float32Array;
}

/** What one batch gave at several parameter vectors, in their order. */
export interface CandidateLosses {
  readonly loss: Float64Array;
  /** 0 … 1 */
  readonly accuracy: Float64Array;
}

export interface Evaluation {
  readonly samples: number;
  readonly loss: number;
  /** Fraction of samples whose brightest class port is their class. */
  readonly accuracy: number;
  /** classes × classes counts, row = true class, column = answer. */
  readonly confusion: Uint32Array;
  /** Answer of each sample, in the split's order. */
  readonly predictions: Uint8Array;
  /** Loss of each sample, in the same order; {@link loss} is their mean. */
  readonly sampleLoss: Float32Array;
}

/** Parameters and optimiser moments; f32 values are exact in f64, so restoring is exact on any backend. */
export interface TrainingState {
  readonly step: number;
  readonly parameters: Float64Array;
  /** Adam's first moment, or SGD's velocity. */
  readonly momentum: Float64Array;
  /** Adam's second moment; zeros for SGD. */
  readonly variance: Float64Array;
}
