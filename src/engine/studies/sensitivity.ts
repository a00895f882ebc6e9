import { linearParts } from '../../learning/methods/twin';
import type { PlanMesh } from '../../learning/plan';
import { meshesOf } from '../../learning/plan';
import { mziCount } from '../../photonics/mesh';
import type { SensitivityRequest, StudyResult } from '../study';
import { withOneOff } from './dies';
import { openChip, openStudy } from './open-study';
import { Progress } from './progress';
import type { OpenStudyParts, Report } from './study-parts';

/** The rise of the loss on the experiment's own die when one interferometer alone is off, for each in turn. */
export async function sensitivity(
  request: SensitivityRequest,
  parts: OpenStudyParts,
  report: Report,
  signal: AbortSignal,
): Promise<StudyResult> {
  const { experiment, parameters, samples, of, error } = request;
  const { clock } = parts;
  const { plan, data } = await openStudy(experiment, parts, report, signal);
  const start = clock.now();
  const meshes = meshesOf(linearParts(plan));
  const session = await openChip(parts, plan, data, parameters, samples);
  try {
    const { loss } = await session.evaluate('test', signal);
    const rise = meshes.map(({ topology }) => new Float64Array(mziCount(topology)).fill(NaN));
    const result = (): StudyResult => ({
      kind: 'sensitivity',
      loss,
      rise: rise.map((values) => values.slice()),
      seconds: (clock.now() - start) / 1000,
    });
    const total = rise.reduce((sum, values) => sum + values.length, 0);
    const progress = new Progress(report, clock, signal, total);
    for (const [mesh, values] of rise.entries()) {
      for (let k = 0; k < values.length; k++) {
        if (hasPart(meshes[mesh], k, of)) {
          await session.setDie(withOneOff(plan, mesh, k, of, error));
          values[k] = (await session.evaluate('test', signal)).loss - loss;
        } else {
          values[k] = 0;
        }
        await progress.advance(1, () => `Mesh ${mesh + 1} of ${rise.length}`, result);
      }
    }
    return result();
  } finally {
    session.dispose();
  }
}

/** A fixed splitter has no shifters that could be off. */
function hasPart(mesh: PlanMesh | undefined, k: number, of: SensitivityRequest['of']): boolean {
  return of === 'splitter' || mesh?.topology.fixed?.[k] !== 1;
}
