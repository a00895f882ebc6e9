import { PhotonicError, toFault } from '../../lib/fault';
import { aborted, engineError } from '../engine-fault';
import type { StudyRequest, StudyResult } from '../study';
import type { Report, StudyParts } from './study-parts';

/**
 * Runs a study in short slices, with room for messages between them.
 * @throws PhotonicError of whatever stopped it; `engine/aborted` after the signal
 */
export async function runStudy(
  request: StudyRequest,
  parts: StudyParts,
  report: Report,
  signal: AbortSignal,
): Promise<StudyResult> {
  try {
    signal.throwIfAborted();
    return await study(request, parts, report, signal);
  } catch (thrown) {
    if (signal.aborted) throw aborted();
    throw new PhotonicError(toFault(thrown, 'engine/study-failed'));
  }
}

function study(
  request: StudyRequest,
  _parts: StudyParts,
  _report: Report,
  _signal: AbortSignal,
): Promise<StudyResult> {
  throw engineError('unsupported', `There is no study ${request.kind}.`, 'Choose another one.');
}
