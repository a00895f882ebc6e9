import { formatClock } from '../format/si';
import type { TimeLeft } from '../state/eta';
import { calmSeconds } from '../state/eta';
import { trainingWords as words } from '../words/training';

const A_DAY = 86_400;

/** "1:10–1:30 left", or "about 1:10 left" where both ends read the same. */
export function describeTimeLeft({ least, most }: TimeLeft, isShort = false): string {
  const [low, high] = [calmSeconds(least), calmSeconds(most)];
  if (low > A_DAY) return words.leftLong;
  const [from, to] = [formatClock(low), formatClock(high)];
  if (isShort) return from === to ? from : words.between(from, to);
  return words.left(from === to ? words.about(from) : words.between(from, to));
}
