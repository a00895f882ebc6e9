import type { Version } from './records';

/**
 * Which automatic versions of one document may go. Kept are: all of the last {@link NEWEST}; of older ones the
 * newest of each hour for a day, of each day for a month, of each 30 days before; {@link MOST} in all. Versions
 * that a person named are never thinned.
 */
const NEWEST = 8;
const MOST = 40;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

type Dated = Pick<Version, 'id' | 'createdAt' | 'kind'>;

/** Ids of the versions to delete; `now` in ms since 1970. */
export function thinned(versions: readonly Dated[], now: number): readonly string[] {
  const auto = versions.filter(({ kind }) => kind === 'auto').sort((a, b) => b.createdAt - a.createdAt);
  const seen = new Set<string>();
  const kept = new Set<string>();
  auto.forEach(({ id, createdAt }, rank) => {
    const slot = rank < NEWEST ? id : slotOf(createdAt, now);
    if (seen.has(slot) || kept.size >= MOST) return;
    seen.add(slot);
    kept.add(id);
  });
  return auto.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
}

function slotOf(createdAt: number, now: number): string {
  const age = now - createdAt;
  const length = age < DAY ? HOUR : age < 30 * DAY ? DAY : 30 * DAY;
  return `${length}:${Math.floor(createdAt / length)}`;
}
