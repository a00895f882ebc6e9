import { expect, it } from 'vitest';
import { CurveIndex } from '../../lib/curve-index';
import { NumberLog } from '../../lib/number-log';
import { readCurve, readTraining } from './curves';

function sourceOf(...values: number[]) {
  const log = new NumberLog();
  log.append(values);
  const index = new CurveIndex(log);
  index.update(0);
  return { log, index, stepOf: (entry: number) => entry + 1 };
}
const reading = { position: (step: number) => step, points: 100, smoothing: 1 };

it('puts batches, their trend and the reports on one rising axis', () => {
  const data = readTraining(sourceOf(4, 2), reading, {
    points: [
      { step: 0, loss: 9, accuracy: 0 },
      { step: 2, loss: 3, accuracy: 1 },
    ],
    of: ({ loss }) => loss,
  });
  expect(data).toEqual({
    x: [0, 1, 2],
    ys: [
      [undefined, 4, 2],
      [undefined, 4, 2],
      [9, undefined, 3],
    ],
  });
});

it('averages the trend, and leaves out what has no place or no value', () => {
  const values = Array.from({ length: 32 }, (_, i) => i);
  const smooth = readTraining(sourceOf(...values), { ...reading, smoothing: 3 });
  expect(smooth.ys[1]?.[10]).toBe(9);
  const late = { ...reading, position: (step: number) => (step < 3 ? NaN : step) };
  expect(readCurve({ ...sourceOf(1, 2, 3, NaN), scale: 10 }, late)).toEqual({ x: [3, 4], ys: [[30, null]] });
});
