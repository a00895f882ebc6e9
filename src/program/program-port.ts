import type { Experiment } from '../experiment/schema';
import type { Fault } from '../lib/fault';
import type { FieldBatch } from '../data/fields';
import type { BackendId } from '../engine/backend';

/**
 * What the HTTP interface needs of whoever serves it: the page, or the server in Node. Every method rejects with a
 * {@link PhotonicError} where it cannot; `statusOf` says which answer that becomes.
 */
export interface ProgramPort {
  readonly about: { readonly name: string; readonly version: string };
  /** ms; only differences count. */
  now(): number;
  health(): Promise<Health>;
  /**
   * Who a bearer token stands for; undefined for a token that is not, or no longer, good.
   * @param token undefined: nobody has said who they are
   */
  identify(token: string | undefined): Promise<Caller | undefined>;
  login(credentials: Credentials, signal: AbortSignal): Promise<Login>;
  models(caller: Caller): Promise<readonly ModelEntry[]>;
  /** By the live version of a model. Rejects with `program/no-model` or `program/not-live`. */
  infer(model: string, inputs: FieldBatch, caller: Caller, signal: AbortSignal): Promise<Inference>;
  /** Numbers of one sample of the live version of a model. */
  widthOf(model: string, caller: Caller): Promise<number>;
  /** The experiment that a model's live version was trained by. */
  experimentOf(model: string, caller: Caller): Promise<Experiment>;
  /** Begins a training; resolves as soon as it has its id. */
  train(order: TrainOrder, caller: Caller): Promise<TrainJob>;
  job(id: string, caller: Caller): Promise<TrainJob | undefined>;
  /** @param version undefined: the latest; null: none is live any more */
  deploy(model: string, version: string | null | undefined, caller: Caller): Promise<ModelEntry>;
  /** Puts a model among the deleted ones, from where a person can bring it back. */
  remove(model: string, caller: Caller): Promise<void>;
}

export const ROLES = ['viewer', 'member', 'editor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export interface Caller {
  /** What the rate limit counts by; undefined: by address. */
  readonly id: string | undefined;
  readonly role: Role;
}

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

export interface Login {
  readonly token: string;
  /** Seconds. */
  readonly expiresIn: number;
  readonly uid: string;
}

export interface Health {
  readonly status: 'ok' | 'degraded';
  readonly backend: string | undefined;
  readonly models: number;
  readonly faults: readonly Fault[];
}

export interface ModelEntry {
  readonly id: string;
  readonly name: string;
  /** The version that answers; null: none is deployed. */
  readonly live: string | null;
  readonly versions: readonly VersionEntry[];
}

export interface VersionEntry {
  readonly id: string;
  readonly title: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly dataset: string;
  readonly modes: number;
  readonly parameters: number;
  /** On the test split, 0 … 1; null is unmeasured. */
  readonly accuracy: number | null;
}

export interface Inference {
  readonly model: string;
  readonly version: string;
  readonly classes: readonly string[];
  readonly count: number;
  /** Softmax probabilities, count × classes. */
  readonly probabilities: Float32Array;
}

export interface TrainOrder {
  readonly experiment: Experiment;
  readonly backend: BackendId | 'auto';
  /** Of the model that the trained phases are saved as; undefined: the experiment's. */
  readonly name: string | undefined;
}

export interface TrainJob {
  readonly id: string;
  readonly state: 'waiting' | 'running' | 'finished' | 'failed';
  readonly step: number;
  readonly totalSteps: number;
  /** Of the last trained batch. */
  readonly loss: number | null;
  /** On the test split, 0 … 1; null is unmeasured. */
  readonly accuracy: number | null;
  readonly samplesPerSecond: number | null;
  readonly backend: string | null;
  /** The model that it was saved as. */
  readonly model: string | null;
  readonly fault: Fault | null;
}
