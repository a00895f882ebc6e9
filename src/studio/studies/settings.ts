import type { PaperId } from '../../experiment/papers';
import type { Method } from '../../experiment/schema';
import type { SweptFlaw } from '../../engine/study';
import { studiesWords } from '../words/studies';

const words = studiesWords.settings;

/** What a person asks a study for, without the chip it is made of. Plain values, so that they can be kept. */
export type StudySettings =
  MonteCarloSettings | YieldSettings | SensitivitySettings | MethodsSettings | PaperSettings;
export type StudyKind = StudySettings['kind'];

/** Where flaws act, as it is chosen; what is selected is looked up when the study starts. */
export type ScopeChoice =
  | { readonly kind: 'all' }
  /** A layer, or a linear stage of a convolution. */
  | { readonly kind: 'part'; readonly part: number }
  | { readonly kind: 'selected' };

export interface MonteCarloSettings {
  readonly kind: 'monte-carlo';
  readonly dies: number;
  readonly samples: number;
  readonly scope: ScopeChoice;
  /** Each die as it is made, after its known errors were corrected, or both. */
  readonly state: 'made' | 'corrected' | 'both';
  /** Standard deviations that dies are drawn with, radians. */
  readonly splitterError: number;
  readonly phaseError: number;
}

export interface YieldSettings {
  readonly kind: 'yield';
  readonly flaw: SweptFlaw;
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly dies: number;
  readonly samples: number;
  /** 0 … 1 */
  readonly threshold: number;
  readonly scope: ScopeChoice;
}

export interface SensitivitySettings {
  readonly kind: 'sensitivity';
  readonly of: 'theta' | 'phi' | 'splitter';
  /** Radians. */
  readonly error: number;
  readonly samples: number;
}

export interface ComparedMethod {
  readonly method: Method;
  readonly learningRate: number;
}

export interface MethodsSettings {
  readonly kind: 'methods';
  readonly methods: readonly ComparedMethod[];
  readonly passes: number;
}

export interface PaperSettings {
  readonly kind: 'paper';
  readonly paper: PaperId;
}

/** Studies in words. */
export const STUDIES: readonly { readonly id: StudyKind; readonly name: string; readonly note: string }[] = [
  { id: 'monte-carlo', name: words.monteCarlo, note: words.accuracyOfManyDies },
  { id: 'yield', name: words.yield, note: words.shareOfGoodDiesAgainst },
  { id: 'sensitivity', name: words.sensitivity, note: words.whichInterferometersMustBeRight },
  { id: 'methods', name: words.methods, note: words.waysToTrainSideBy },
  { id: 'paper', name: words.publishedResults, note: words.papersReproduced },
];

export function studyName(kind: StudyKind): string {
  return STUDIES.find(({ id }) => id === kind)?.name ?? kind;
}
