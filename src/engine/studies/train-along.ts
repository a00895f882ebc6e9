import type { Session } from '../backend';
import type { Clock } from '../clock';
import type { Pace } from '../pace';

/** What a stretch of training cost and how it went. */
interface Stretch {
  /** Seconds of wall time in the steps themselves. */
  readonly seconds: number;
  /** Mean loss of the batches of this stretch. */
  readonly loss: number;
}

/**
 * Trains up to step `until` in slices, with room for messages between them.
 * @throws the signal's reason once it is aborted
 */
export async function trainAlong(
  session: Session,
  until: number,
  pace: Pace,
  clock: Clock,
  signal: AbortSignal,
): Promise<Stretch> {
  let ms = 0;
  let [loss, steps] = [0, 0];
  while (session.steps < until) {
    const count = pace.next(until - session.steps);
    const start = clock.now();
    await session.step(count);
    const took = clock.now() - start;
    pace.observe(count, took);
    ms += took;
    const metrics = await session.metrics();
    for (const value of metrics.loss) loss += value;
    steps += metrics.loss.length;
    await clock.breathe();
    signal.throwIfAborted();
  }
  return { seconds: ms / 1000, loss: loss / Math.max(1, steps) };
}
