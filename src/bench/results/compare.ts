import type { BenchResults, ResultRow } from './schema';

/** What became of one row since the results it is compared with. */
export type Verdict = 'better' | 'same' | 'worse' | 'failed' | 'missing' | 'new';

export interface Change {
  readonly id: string;
  readonly unit: string;
  readonly before: number | null;
  readonly now: number | null;
  /** How many times worse, machines set aside: above 1 is worse. Missing where one of the two is. */
  readonly worsening: number | undefined;
  /** Worsenings up to this one are noise. */
  readonly limit: number | undefined;
  readonly verdict: Verdict;
}

export interface Comparison {
  readonly changes: readonly Change[];
  /** Rows that became worse or failed, or were measured before and not now. */
  readonly regressions: readonly Change[];
  /** How many times slower the machine is now, by the calibration kernel; undefined where that was not measured. */
  readonly machineRatio: number | undefined;
}

/**
 * How a figure depends on the machine: times with its speed, rates against it, the rest not at all. Picoseconds are the
 * modelled chip's.
 */
export type Scale = 'time' | 'rate' | 'fixed';

export function scaleOf(unit: string): Scale {
  if (/^(s|ms|µs|ns)$/.test(unit)) return 'time';
  return /\/s$/.test(unit) ? 'rate' : 'fixed';
}

/** Smallest worsening that counts: of repeated figures, and of those whose spread nobody knows. */
const LEAST = { repeated: 1.1, single: 1.25 };
/** Worsenings within so many spreads are noise. */
const SPREADS = 3;
/** Accuracies are compared by points: the same share of a high and of a low one means different things. */
const POINTS = 0.5;

/**
 * Compares results with earlier ones. Times and rates are divided by the calibration kernel's time of the same row, so
 * that results of different machines compare.
 * @param isWanted rows that were to be measured now: those alone can be missing
 * @param least smallest worsening that counts, in place of the usual ones; 1.1 is a tenth
 */
export function compareResults(
  before: BenchResults,
  now: BenchResults,
  isWanted: (id: string) => boolean = () => true,
  least?: number,
): Comparison {
  const known = new Map(before.rows.map((row) => [row.id, row]));
  const changes = now.rows.map((row) => changeOf(known.get(row.id), row, least));
  const measured = new Set(now.rows.map(({ id }) => id));
  for (const row of before.rows)
    if (!measured.has(row.id) && isWanted(row.id))
      changes.push({ ...bare(row), before: row.value, now: null, verdict: 'missing' });
  const speeds = now.rows.flatMap(({ id, calibration }) => {
    const other = known.get(id)?.calibration;
    return calibration && other ? [calibration.value / other.value] : [];
  });
  speeds.sort((a, b) => a - b);
  return {
    changes,
    regressions: changes.filter(({ verdict }) => /worse|failed|missing/.test(verdict)),
    machineRatio: speeds[speeds.length >> 1],
  };
}

function changeOf(before: ResultRow | undefined, now: ResultRow, least?: number): Change {
  const values = { before: before?.value ?? null, now: now.value };
  if (now.value === null) return { ...bare(now), ...values, verdict: 'failed' };
  if (before === undefined || before.value === null) return { ...bare(now), ...values, verdict: 'new' };
  const worsening = worseningOf(before, now);
  const limit = limitOf(before, now, least);
  const verdict = worsening > limit ? 'worse' : worsening < 1 / limit ? 'better' : 'same';
  return { ...bare(now), ...values, worsening, limit, verdict };
}

const bare = ({ id, unit }: ResultRow) => ({ id, unit, worsening: undefined, limit: undefined });

/** Accuracies: percentages of which more is better. */
const isAccuracy = ({ unit, goal }: ResultRow): boolean => unit === '%' && goal?.kind === 'at-least';
const moreIsBetter = ({ goal, unit }: ResultRow): boolean =>
  goal === null ? scaleOf(unit) === 'rate' : goal.kind === 'at-least';

function worseningOf(before: ResultRow, now: ResultRow): number {
  // Taken round by round, the kernel's time says more than its median.
  if (before.relative && now.relative) return now.relative.value / before.relative.value;
  const [was, is] = [steady(before), steady(now)];
  if (was === is) return 1;
  const ratio = moreIsBetter(now) ? was / is : is / was;
  // From nothing to something, or the other way.
  return Number.isNaN(ratio) ? 1 : Math.max(0, ratio);
}

/** The figure without the machine: in calls of the calibration kernel, or per call. */
function steady({ value, unit, calibration }: ResultRow): number {
  const figure = value ?? Number.NaN;
  if (calibration === null) return figure;
  const scale = scaleOf(unit);
  if (scale === 'time') return figure / calibration.value;
  return scale === 'rate' ? figure * calibration.value : figure;
}

function limitOf(before: ResultRow, now: ResultRow, least: number | undefined): number {
  const isPaired = before.relative !== null && now.relative !== null;
  const noise = Math.hypot(relativeSpread(before, isPaired), relativeSpread(now, isPaired));
  if (isAccuracy(now)) {
    const figure = now.value ?? 0;
    return Math.max(1 + SPREADS * noise, figure > 0 ? (figure + POINTS) / figure : Infinity);
  }
  const isRepeated = scaleOf(now.unit) === 'fixed' || (before.repetitions > 1 && now.repetitions > 1);
  return Math.max(least ?? (isRepeated ? LEAST.repeated : LEAST.single), 1 + SPREADS * noise);
}

/** Half the distance of the quartiles as a share of the figure, with the calibration's where it is divided by that. */
function relativeSpread(
  { value, unit, quartiles, calibration, relative }: ResultRow,
  isPaired: boolean,
): number {
  if (isPaired && relative !== null) return shareOf(relative.quartiles, relative.value);
  const own = shareOf(quartiles, value);
  return calibration === null || scaleOf(unit) === 'fixed'
    ? own
    : Math.hypot(own, shareOf(calibration.quartiles, calibration.value));
}

function shareOf(quartiles: readonly [number, number] | null, value: number | null): number {
  if (quartiles === null || value === null || value === 0) return 0;
  return Math.abs((quartiles[1] - quartiles[0]) / 2 / value);
}
