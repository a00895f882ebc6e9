import { PhotonicError, toFault } from '../../lib/fault';
import type { Backend } from '../backend';
import { BACKEND_NAME, slowerBackend } from '../choose-backend';
import { cancelled } from '../engine-fault';
import { openBackend } from '../open-backend';
import { isDeviceTrouble } from '../recovery';
import type { StudyRequest, StudyResult } from '../study';
import { compareMethods } from './compare-methods';
import { monteCarlo } from './monte-carlo';
import { runPaper } from './paper';
import { checkRequest } from './request-check';
import { sensitivity } from './sensitivity';
import type { OpenStudyParts, Report, StudyParts } from './study-parts';
import { yieldCurve } from './yield-curve';

/**
 * Runs a study in short slices, with room for messages between them. A device that goes away or cannot do it is
 * replaced by the next slower one, on which the study starts again.
 * @throws PhotonicError of whatever stopped it; `engine/aborted` after the signal
 */
export async function runStudy(
  request: StudyRequest,
  parts: StudyParts,
  report: Report,
  signal: AbortSignal,
): Promise<StudyResult> {
  let asked = request.backend;
  try {
    checkRequest(request);
    for (;;) {
      signal.throwIfAborted();
      const { backend } = await openBackend(asked, parts);
      try {
        return await study(request, { ...parts, backend }, report, signal);
      } catch (thrown) {
        asked = fallback(thrown, backend);
        report({ done: 0, text: `Starting again on ${BACKEND_NAME[asked]}`, partial: undefined });
      } finally {
        backend.dispose();
      }
    }
  } catch (thrown) {
    if (signal.aborted) throw cancelled();
    throw new PhotonicError(toFault(thrown, 'engine/study-failed'));
  }
}

/** The backend to try after a failure of this one; throws the failure if no device is to blame. */
function fallback(thrown: unknown, { id }: Backend) {
  const slower = slowerBackend(id);
  if (slower === undefined || !isDeviceTrouble(toFault(thrown))) throw thrown;
  return slower;
}

function study(
  request: StudyRequest,
  parts: OpenStudyParts,
  report: Report,
  signal: AbortSignal,
): Promise<StudyResult> {
  switch (request.kind) {
    case 'monte-carlo':
      return monteCarlo(request, parts, report, signal);
    case 'yield':
      return yieldCurve(request, parts, report, signal);
    case 'sensitivity':
      return sensitivity(request, parts, report, signal);
    case 'methods':
      return compareMethods(request, parts, report, signal);
    case 'paper':
      return runPaper(request, parts, report, signal);
  }
}
