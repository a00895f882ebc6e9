import type { LinkPhases } from '../../experiment/link-phases';
import type { Experiment } from '../../experiment/schema';
import { validateExperiment } from '../../experiment/validate';
import { openLibrary } from '../../library/store/database';

/** A version kept in this browser by its id; rejects where the browser refuses its database. */
export async function findVersion(
  id: string,
): Promise<{ readonly experiment: Experiment; readonly phases: LinkPhases | undefined } | undefined> {
  const version = await (await openLibrary()).get('versions', id);
  const experiment = validateExperiment(version?.experiment);
  return experiment.ok ? { experiment: experiment.value, phases: version?.phases } : undefined;
}
