import { expect, it } from 'vitest';
import { chunkRows, fittingRows } from './memory-plan';

const MODES = 64;
/** A plan of so many bytes beside the rows of one evaluation. */
const planFor = (beside: number) => (rows: number) => ({ network: beside, chunk: 4 * 8 * MODES * rows });

it('evaluates as many rows as the level allows, in whole workgroups', () => {
  expect(chunkRows(MODES, 60_000)).toBe(4096);
  expect(chunkRows(MODES, 60_000, 16_384)).toBe(16_384);
  expect(chunkRows(MODES, 60_000, 100)).toBe(64);
  expect(chunkRows(MODES, 90)).toBe(128);
  expect(chunkRows(1024, 60_000)).toBe(1024);
});

it('halves them until a session fits, instead of failing', () => {
  const limits = { evaluationRows: 4096, gpuMemory: 2 ** 24 };
  expect(fittingRows(planFor(0), MODES, 60_000, limits)).toBe(4096);
  expect(fittingRows(planFor(2 ** 23), MODES, 60_000, limits)).toBe(4096);
  expect(fittingRows(planFor(2 ** 23 + 1), MODES, 60_000, limits)).toBe(2048);
  expect(fittingRows(planFor(2 ** 24 - 2 ** 18), MODES, 60_000, limits)).toBe(128);
});

it('stops at one workgroup, where the rest is too large by itself', () => {
  expect(fittingRows(planFor(2 ** 30), MODES, 60_000, { evaluationRows: 4096, gpuMemory: 2 ** 24 })).toBe(64);
});
