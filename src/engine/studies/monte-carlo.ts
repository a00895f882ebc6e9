import type { MonteCarloRequest, StudyResult } from '../study';
import { correctedFor } from './correct-die';
import { DieSeries } from './dies';
import { openChip, openStudy } from './open-study';
import { Progress } from './progress';
import type { OpenStudyParts, Report } from './study-parts';

/** The accuracy of one trained network on many dies. */
export async function monteCarlo(
  request: MonteCarloRequest,
  parts: OpenStudyParts,
  report: Report,
  signal: AbortSignal,
): Promise<StudyResult> {
  const { experiment, parameters, dies, samples, scope, corrected } = request;
  const { clock } = parts;
  const { plan, data } = await openStudy(experiment, parts, report, signal);
  const start = clock.now();
  const series = new DieSeries(plan, experiment.hardware, scope);
  const session = await openChip(parts, plan, data, parameters, samples);
  try {
    await session.setDie(series.ideal);
    const ideal = (await session.evaluate('test', signal)).accuracy;
    const accuracy = new Float64Array(dies);
    const result = (measured: number): StudyResult => ({
      kind: 'monte-carlo',
      ideal,
      accuracy: accuracy.slice(0, measured),
      seconds: (clock.now() - start) / 1000,
    });
    const progress = new Progress(report, clock, signal, dies);
    for (let k = 0; k < dies; k++) {
      const die = await series.set(session, k);
      if (corrected) await session.setParameters(correctedFor(plan, parameters, die));
      accuracy[k] = (await session.evaluate('test', signal)).accuracy;
      await progress.advance(
        1,
        () => `Die ${k + 1} of ${dies}`,
        () => result(k + 1),
      );
    }
    return result(dies);
  } finally {
    session.dispose();
  }
}
