import { THIN } from '../format/si';
import { calmSeconds } from '../state/eta';
import type { TimeLeft } from '../state/eta';

/** Time as people say it of estimates: "40 s", "12 min", "2.5 h". */
export function timeText(seconds: number): string {
  if (!Number.isFinite(seconds)) return '–';
  if (seconds < 60) return `${Math.max(1, Math.round(seconds))}${THIN}s`;
  if (seconds < 3600) return `${Math.round(seconds / 60)}${THIN}min`;
  return `${Number((seconds / 3600).toPrecision(2))}${THIN}h`;
}

/** "2 min" or "2–3 min" */
export function rangeText({ least, most }: TimeLeft): string {
  const [low, high] = [timeText(calmSeconds(least)), timeText(calmSeconds(most))];
  return low === high ? high : `${low} – ${high}`;
}
