import type { Experiment } from '../../experiment/schema';
import type { Fault } from '../../lib/fault';

/** What the library keeps in this browser: plain values that the database clones. Times are ms since 1970. */

/** A piece of work: one experiment as it is now. Autosaved; its history is {@link Version}s. */
export interface StoredDocument {
  readonly id: string;
  readonly experiment: Experiment;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly tags: readonly string[];
  /** Deleted documents can be brought back for a while. */
  readonly deletedAt: number | undefined;
}

/** A document as it once was; trained phases come along where there were any. */
export interface Version {
  readonly id: string;
  readonly document: string;
  readonly createdAt: number;
  /** `auto`: kept by the studio before something large changed or after a while; `named`: by a person. */
  readonly kind: 'auto' | 'named';
  readonly title: string;
  readonly experiment: Experiment;
  readonly phases: TrainedPhases | undefined;
  /** On the test split with these phases, 0 … 1, where it had been measured. */
  readonly accuracy: number | undefined;
}

/** A version as it is listed: its phases lie beside it and are only read when they are wanted. */
export interface VersionEntry extends Omit<Version, 'phases'> {
  /** Steps its phases were trained for; undefined without phases. */
  readonly trainedTo: number | undefined;
  /** Room its phases take. */
  readonly bytes: number;
}

/** Parameters of a network in plan order (docs/formats.md), and how far they had been trained. */
export interface TrainedPhases {
  readonly parameters: Float64Array;
  readonly step: number;
}

/** One training, by hand or as a trial of a sweep, with all that the run list shows. */
export interface RunRecord {
  readonly id: string;
  /** The engine's name for it: equal for equal experiments on equal data. Checkpoints go by it. */
  readonly runId: string;
  /** Given by a person; empty: that of its experiment. */
  readonly name: string;
  readonly experiment: Experiment;
  /** The sweep it is a trial of, and which. */
  readonly trial: { readonly sweep: string; readonly index: number } | undefined;
  readonly state: 'queued' | 'running' | 'paused' | 'finished' | 'failed';
  /** The page that trains it went away in the middle. */
  readonly interrupted: boolean;
  /** The page that trained it last: see `page-life.ts`. */
  readonly page: string | undefined;
  readonly fault: Fault | undefined;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly step: number;
  readonly totalSteps: number;
  readonly backend: string;
  /** What its samples were, e.g. "real" or "generated". */
  readonly source: Experiment['task']['source'];
  readonly figures: RunFigures;
  /** Settings that were changed while it went on, in order. */
  readonly edits: readonly RunEdit[];
  /** Where its phases came from: its seed, or a chip that was trained or edited before. */
  readonly start: 'seed' | 'phases';
  readonly pinned: boolean;
  /** Index into the run palette; the same run has the same hue everywhere. */
  readonly colour: number;
  readonly tags: readonly string[];
  readonly note: string;
}

/** A setting that was changed during a run, from `step` on. Paths as in {@link Experiment}. */
export interface RunEdit {
  readonly step: number;
  readonly path: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** Last known figures of a run; undefined is not measured. Accuracies are 0 … 1 on the named split. */
export interface RunFigures {
  readonly testAccuracy: number | undefined;
  readonly testLoss: number | undefined;
  /** Mean of the last trained batches. */
  readonly trainLoss: number | undefined;
  readonly trainAccuracy: number | undefined;
  readonly samplesPerSecond: number | undefined;
  /** Samples that the chip's light has carried for training. */
  readonly chipPasses: number | undefined;
  /** Of computing, wall time. */
  readonly seconds: number | undefined;
}

/** A run's curve, thinned to what a chart can show; columns of equal length. */
export interface StoredCurve {
  readonly id: string;
  readonly step: Float64Array;
  readonly loss: Float32Array;
  readonly accuracy: Float32Array;
  readonly gradientNorm: Float32Array;
  /** Chip passes and seconds of computing up to the step; NaN where not known. */
  readonly passes: Float64Array;
  readonly seconds: Float64Array;
  /** Test reports on the way. */
  readonly reports: readonly { readonly step: number; readonly loss: number; readonly accuracy: number }[];
}

/** The trained parameters of a run or a version. */
export interface StoredParameters extends TrainedPhases {
  /** Of the run, or of the version as `version/<id>`. */
  readonly id: string;
}
