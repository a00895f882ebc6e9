import type { PaperFigure } from '../../study';
import type { OpenStudyParts, Report } from '../study-parts';

/**
 * Reproduces one published result.
 * @returns its figures, each with its target; seeds and spread are in their details
 */
export type PaperStudy = (
  parts: OpenStudyParts,
  report: Report,
  signal: AbortSignal,
) => Promise<readonly PaperFigure[]>;
