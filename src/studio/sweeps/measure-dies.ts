import type { EngineClient } from '../../engine/protocol';
import type { StudyResult } from '../../engine/study';
import type { TrainedPhases } from '../../library/store/records';
import type { StoredSweep, SweepWork } from '../../library/store/sweep-record';
import { updateSweep } from '../../library/store/sweeps';
import { toFault } from '../../lib/fault';
import { diesAtOnce } from './trial-rows';

type DiesWork = Extract<SweepWork, { kind: 'dies' }>;

/**
 * Measures one group of dies and keeps what was measured; a group that is stopped is measured again as a whole. What
 * goes wrong is kept with the sweep, which then pauses.
 */
export async function measureDies(
  client: EngineClient,
  sweep: StoredSweep,
  group: number,
  { parameters }: TrainedPhases,
  signal: AbortSignal,
): Promise<'over' | 'stopped'> {
  if (sweep.work.kind !== 'dies') return 'over';
  const { dies, samples } = sweep.work;
  const size = diesAtOnce(dies);
  const first = group * size;
  const { hardware } = sweep.base;
  try {
    const result = await client.study(
      {
        kind: 'monte-carlo',
        experiment: { ...sweep.base, hardware: { ...hardware, die: (hardware.die + first) >>> 0 } },
        parameters,
        backend: sweep.backend,
        samples,
        dies: Math.min(size, dies - first),
        scope: { kind: 'all' },
        corrected: false,
      },
      () => undefined,
      signal,
    );
    await keepDies(sweep.id, (work) => withMeasured(work, first, result));
    return 'over';
  } catch (thrown) {
    if (!signal.aborted) {
      const fault = toFault(thrown);
      await keepDies(sweep.id, (work) => ({ ...work, fault }), 'paused').catch(() => undefined);
    }
    return 'stopped';
  }
}

export function withMeasured(work: DiesWork, first: number, result: StudyResult): DiesWork {
  if (result.kind !== 'monte-carlo') return work;
  const accuracy = Array.from({ length: work.dies }, (_, die) => {
    const here = die - first;
    return here >= 0 && here < result.accuracy.length ? result.accuracy[here] : work.accuracy[die];
  });
  return { ...work, ideal: result.ideal, accuracy, fault: undefined };
}

async function keepDies(id: string, change: (work: DiesWork) => DiesWork, state?: 'paused'): Promise<void> {
  await updateSweep(id, ({ work }) => ({
    ...(work.kind === 'dies' ? { work: change(work) } : {}),
    ...(state === undefined ? {} : { state }),
  }));
}
