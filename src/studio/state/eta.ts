/** Where a run was, and when; milliseconds of any clock. */
export interface Sight {
  readonly at: number;
  readonly step: number;
}

/** Seconds that are left, at the fastest and at the slowest of the recent speeds. */
export interface TimeLeft {
  readonly least: number;
  readonly most: number;
}

/** What is older than this says nothing about the speed to come, milliseconds. */
const MEMORY_MS = 30_000;
/** Nothing is said before so much has been seen. */
const FIRST_MS = 1000;
/** Recent time is cut into so many parts, each with a speed of its own. */
const PARTS = 5;

/** The newest sights, with room for nothing that is too old. */
export function withSight(sights: readonly Sight[], next: Sight): readonly Sight[] {
  // A step back is a reset or a lost device: what was before tells nothing.
  const before = (sights.at(-1)?.step ?? 0) > next.step ? [] : sights;
  return [...before.filter(({ at }) => next.at - at <= MEMORY_MS), next];
}

/**
 * How long it takes to get to `total`, by the spread of speeds in the recent past: reports on the test set and whatever
 * else holds a run up are in it. Undefined while too little has been seen.
 */
export function timeLeft(sights: readonly Sight[], total: number): TimeLeft | undefined {
  const [first, last] = [sights[0], sights.at(-1)];
  if (first === undefined || last === undefined || last.at - first.at < FIRST_MS) return undefined;
  const part = (last.at - first.at) / PARTS;
  const speeds: number[] = [];
  for (let k = 0; k < PARTS; k++) {
    const from = stepAt(sights, first.at + k * part);
    const to = stepAt(sights, first.at + (k + 1) * part);
    speeds.push((to - from) / part);
  }
  const mean = (last.step - first.step) / (last.at - first.at);
  if (!(mean > 0)) return undefined;
  // A part in which nothing was trained does not mean that nothing ever will be.
  const slowest = Math.max(Math.min(...speeds), mean / 4);
  const left = Math.max(0, total - last.step) / 1000;
  return { least: left / Math.max(...speeds), most: left / slowest };
}

/** Linear between sights. */
function stepAt(sights: readonly Sight[], at: number): number {
  const after = sights.findIndex((sight) => sight.at >= at);
  const [a, b] = [sights[after - 1], sights[after] ?? sights.at(-1)];
  if (b === undefined) return 0;
  if (a === undefined || b.at === a.at) return b.step;
  return a.step + ((b.step - a.step) * (at - a.at)) / (b.at - a.at);
}

/** Rounded so that it can be read and does not jitter: seconds below a minute, then 5 s, half a minute, 5 minutes. */
export function calmSeconds(seconds: number): number {
  const grain = seconds < 60 ? 1 : seconds < 600 ? 5 : seconds < 3600 ? 30 : 300;
  return grain * Math.round(seconds / grain);
}
