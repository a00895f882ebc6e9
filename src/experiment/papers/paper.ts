import type { Experiment } from '../schema';

/** A published result that the studio reproduces: what was published, and what is trained here. */
export interface Paper {
  readonly title: string;
  readonly source: string;
  /** What the authors report, one sentence. */
  readonly published: string;
  /** What is the same and what is not, for people. */
  readonly note: string;
  /** Percent of test samples that must be reached, where one number says it. */
  readonly goal: number;
  /** One run each; the mean is compared. */
  readonly seeds: readonly number[];
  readonly experiment: Experiment;
}
