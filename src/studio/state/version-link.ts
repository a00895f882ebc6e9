import type { LinkPhases } from '../../experiment/link-phases';
import type { Experiment } from '../../experiment/schema';
import { getVersion } from '../../library/store/versions';

/** A version kept in this browser by its id; rejects where the browser refuses its database. */
export async function findVersion(
  id: string,
): Promise<{ readonly experiment: Experiment; readonly phases: LinkPhases | undefined } | undefined> {
  const version = await getVersion(id);
  return version && { experiment: version.experiment, phases: version.phases };
}
