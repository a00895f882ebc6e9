import { decodeLink } from '../../experiment/link';
import { parseHash } from '../../experiment/link-hash';
import type { LinkPhases } from '../../experiment/link-phases';
import { decodePhases } from '../../experiment/link-phases';
import type { Experiment } from '../../experiment/schema';
import type { Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';
import { currentExperiment } from '../state/experiment-store';
import { embedWords } from '../words/embed';

export interface Embedded {
  readonly experiment: Experiment;
  readonly phases: LinkPhases | undefined;
}

/** What the hash of a frame's address holds or names; the first experiment of the studio where there is none. */
export async function embeddedIn(hash: string): Promise<Result<Embedded>> {
  const parts = parseHash(hash);
  if (parts === undefined) return ok({ experiment: currentExperiment(), phases: undefined });
  if (parts.share !== undefined) {
    const { readShared } = await import('../share/open-shared');
    return readShared(parts.share, () => undefined);
  }
  if (parts.experiment === undefined) return fail({ code: 'studio/not-here', ...embedWords.notHere });
  const experiment = await decodeLink(parts.experiment);
  if (!experiment.ok) return experiment;
  const phases = parts.phases === undefined ? undefined : await decodePhases(parts.phases);
  return ok({ experiment: experiment.value, phases: phases?.ok === true ? phases.value : undefined });
}
