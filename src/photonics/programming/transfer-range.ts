import type { Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';

/** Limits of theta, radians. */
export interface ThetaRange {
  readonly low: number;
  readonly high: number;
}

/**
 * The thetas that every die can be set to whose coupler errors are at most `maxError`, |a|, |b| ≤ ε: an ideal theta
 * is in reach where 2|a+b| ≤ θ ≤ π − 2|a−b|, hence always within [4ε, π − 4ε]. A network trained inside this range
 * on ideal couplers moves to any such die without loss by correcting its errors locally. This is training for the
 * maximally faulty chip (Vadlamani, Englund, Hamerly, Sci. Adv. 9 (2023), arXiv:2210.06632). For plain interferometers; a
 * three-splitter cell has no common limit of theta alone.
 *
 * @param maxError ε, radians; fault `programming/transfer-range` at `maxError` from π/8 on, where nothing is left
 */
export function transferRange(maxError: number): Result<ThetaRange> {
  if (maxError >= 0 && maxError < Math.PI / 8) return ok({ low: 4 * maxError, high: Math.PI - 4 * maxError });
  return fail({
    code: 'programming/transfer-range',
    message: `No setting is in reach of every die whose couplers are off by up to ${maxError} rad.`,
    fix: 'Use a largest error from 0 to less than π/8 (0.39 rad).',
    where: 'maxError',
  });
}
