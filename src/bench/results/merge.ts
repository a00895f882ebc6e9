import { spreadOf } from '../spread';
import { isReached } from './goal';
import type { ResultRow } from './schema';

/**
 * Rounds of the same row as one: their median, judged anew, with the spread from round to round. A round that failed is a
 * failure of the row.
 */
export function mergeRounds(rounds: readonly ResultRow[]): ResultRow {
  const [first] = rounds;
  if (first === undefined) throw new RangeError('A row without rounds.');
  const failed = rounds.find(({ value }) => value === null);
  if (failed !== undefined || rounds.length === 1) return failed ?? first;
  const spread = spreadOf(rounds.map(({ value }) => value ?? Number.NaN));
  const calibrations = rounds.flatMap(({ calibration }) => (calibration ? [calibration.value] : []));
  // A condition beyond the value counts as held if it was held in every round whose value was good.
  const holds = rounds.every(({ goal, value, pass }) => pass || !isReached(goal, value ?? Number.NaN));
  const typical = rounds.find(({ value }) => value !== null && value >= spread.median) ?? first;
  return {
    ...first,
    value: spread.median,
    quartiles: [spread.low, spread.high],
    repetitions: rounds.length,
    pass: isReached(first.goal, spread.median) && holds,
    calibration: calibrations.length > 0 ? calibrationOf(calibrations) : null,
    relative: relativeOf(rounds),
    detail: `median of ${rounds.length} rounds; ${typical.detail}`,
  };
}

function calibrationOf(values: readonly number[]): NonNullable<ResultRow['calibration']> {
  const { median, low, high, repetitions } = spreadOf(values);
  return { value: median, quartiles: [low, high], repetitions };
}

function relativeOf(rounds: readonly ResultRow[]): ResultRow['relative'] {
  const values = rounds.flatMap(({ relative }) => (relative ? [relative.value] : []));
  if (values.length === 0) return null;
  const { median, low, high } = spreadOf(values);
  return { value: median, quartiles: [low, high] };
}
