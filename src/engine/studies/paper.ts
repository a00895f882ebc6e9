import { engineError } from '../engine-fault';
import type { PaperRequest, StudyResult } from '../study';
import { PAPER_STUDIES } from './papers';
import type { OpenStudyParts, Report } from './study-parts';

/** Reproduces the published result that was asked for. */
export async function runPaper(
  { paper }: PaperRequest,
  parts: OpenStudyParts,
  report: Report,
  signal: AbortSignal,
): Promise<StudyResult> {
  const study = PAPER_STUDIES[paper];
  if (study === undefined) {
    throw engineError(
      'unknown-paper',
      `This studio does not reproduce ${paper}.`,
      'Choose another published result.',
      undefined,
      'paper',
    );
  }
  const start = parts.clock.now();
  const figures = await study(parts, report, signal);
  return { kind: 'paper', figures, seconds: (parts.clock.now() - start) / 1000 };
}
