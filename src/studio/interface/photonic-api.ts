import type { Experiment } from '../../experiment/schema';

/**
 * `window.photonic`: the studio's page for scripts and tests. All promises reject with an error whose `fault` says what
 * happened (`message`) and what to do (`fix`). See docs/program.md.
 */
export interface Photonic {
  /** Version of the studio. */
  readonly version: string;
  /**
   * Puts an experiment on the chip, beside the work that is there: a document, a link to one (`#e=…`), a link to a model
   * (`#m=…`), or the name of an example. Resolves when its run is open.
   */
  load(source: string | Experiment): Promise<PhotonicState>;
  /** Trains to the end of the run; changes to the settings come first, as an edit that can be undone. */
  train(options?: TrainOptions): Promise<PhotonicState>;
  /** What the network on the chip says at its present phases, without noise. */
  infer(inputs: readonly PhotonicInput[]): Promise<PhotonicAnswers>;
  /** A file of what is on the chip, as the export window makes it. */
  export(kind: PhotonicExportKind): Promise<PhotonicFile>;
  /** Calls back with every change of the run; returns how to stop. */
  subscribe(listener: (state: PhotonicState) => void): () => void;
  state(): PhotonicState;
}

export interface TrainOptions {
  readonly epochs?: number;
  readonly batchSize?: number;
  readonly learningRate?: number;
  readonly seed?: number;
  /** Stops there, at the latest at the end of the run. */
  readonly steps?: number;
}

export interface PhotonicState {
  readonly experiment: Experiment;
  readonly run: 'closed' | 'opening' | 'ready' | 'running' | 'paused' | 'finished' | 'recovering' | 'failed';
  readonly step: number;
  readonly totalSteps: number | undefined;
  readonly backend: string | undefined;
  readonly classes: readonly string[];
  /** Of the last trained batch. */
  readonly loss: number | undefined;
  /** On the test split, 0 … 1, with the step it was measured at; undefined: unmeasured. */
  readonly accuracy: { readonly value: number; readonly step: number } | undefined;
  readonly samplesPerSecond: number | undefined;
  readonly fault: { readonly code: string; readonly message: string; readonly fix: string } | undefined;
}

/** One sample: light as real or complex fields, one per mode; or raw, through the experiment's encoder. */
export type PhotonicInput =
  | readonly number[]
  | { readonly re: readonly number[]; readonly im: readonly number[] }
  | {
      readonly kind: 'image';
      readonly width: number;
      readonly height: number;
      readonly channels: 1 | 3;
      readonly pixels: Uint8Array;
    }
  | { readonly kind: 'table'; readonly values: Readonly<Record<string, number>> };

export interface PhotonicAnswers {
  readonly classes: readonly string[];
  /** The likeliest class of each sample. */
  readonly answers: readonly string[];
  /** Softmax probabilities of each sample, by class. */
  readonly probabilities: readonly (readonly number[])[];
}

export type PhotonicExportKind =
  | 'experiment'
  | 'archive'
  | 'report'
  | 'phases'
  | 'npz'
  | 'safetensors'
  | 'onnx'
  | 'netlist'
  | 'meshSvg'
  | 'meshPng'
  | 'lossSvg'
  | 'lossPng'
  | 'accuracySvg'
  | 'accuracyPng';

export interface PhotonicFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

declare global {
  interface Window {
    readonly photonic?: Photonic;
  }
}
