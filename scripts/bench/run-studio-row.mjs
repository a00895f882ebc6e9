import { calibrate } from './bench-page.mjs';
import { resultModules } from './results.mjs';

/**
 * One row that is measured from outside the page, with the calibration kernel before and after it where the figure
 * depends on the machine's speed.
 * @param {import('./studio-rows.mjs').StudioRow} row
 * @param {import('./studio-rows.mjs').Machine} machine
 * @returns {Promise<import('../../src/bench/results/schema').ResultRow>}
 */
export async function runStudioRow({ id, unit, goal, run }, machine) {
  const { isReached, scaleOf } = await resultModules();
  const isTimed = scaleOf(unit) !== 'fixed';
  const before = isTimed ? await calibrate(machine) : undefined;
  const { value, detail } = await run(machine);
  const after = isTimed ? await calibrate(machine) : undefined;
  return {
    id,
    value,
    unit,
    quartiles: null,
    repetitions: 1,
    goal,
    pass: isReached(goal, value),
    calibration: before && after ? between(before, after) : null,
    relative: null,
    detail,
  };
}

/** @typedef {Awaited<ReturnType<typeof calibrate>>} Kernel */

/**
 * @param {Kernel} before
 * @param {Kernel} after
 */
function between(before, after) {
  return {
    value: (before.median + after.median) / 2,
    quartiles: /** @type {[number, number]} */ ([
      Math.min(before.low, after.low),
      Math.max(before.high, after.high),
    ]),
    repetitions: before.repetitions + after.repetitions,
  };
}
