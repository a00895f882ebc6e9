import { describe, expect, it } from 'vitest';
import { byLoss, findWorst } from './worst';

const LABELS = [0, 1, 0, 1, 0];
const evaluation = {
  sampleLoss: Float32Array.of(0.1, 3, 2, 2, NaN),
  predictions: Uint8Array.of(0, 0, 1, 1, 1),
  // True 0: answered 0 once and 1 twice; true 1: once each.
  confusion: Uint32Array.of(1, 2, 1, 1),
};
const asked: number[] = [];
const fetch = (indices: readonly number[]) => {
  asked.push(...indices);
  return Promise.resolve(indices.map((index) => ({ index, label: LABELS[index] ?? 0 })));
};
const ALL = { kind: 'loss', label: undefined, answer: undefined } as const;
const found = async (filter: Parameters<typeof findWorst>[1], most = 10) =>
  (await findWorst(evaluation, filter, most, fetch)).map(({ index }) => index);

describe('the worst samples', () => {
  it('come by falling loss, what is no number first', () => {
    expect([...byLoss(evaluation)]).toEqual([4, 1, 2, 3, 0]);
  });

  it('are as many as wanted, all or only those answered wrong', async () => {
    expect(await found(ALL, 3)).toEqual([4, 1, 2]);
    expect(await found({ ...ALL, kind: 'wrong' })).toEqual([4, 1, 2]);
  });

  it('are those of one cell of the confusion matrix', async () => {
    expect(await found({ ...ALL, label: 0, answer: 1 })).toEqual([4, 2]);
    expect(await found({ ...ALL, label: 1, answer: 1 })).toEqual([3]);
    expect(await found({ ...ALL, label: 1, kind: 'wrong' })).toEqual([1]);
  });

  it('are not searched for where there are none', async () => {
    asked.length = 0;
    expect(await found({ kind: 'wrong', label: 1, answer: 1 })).toEqual([]);
    expect(asked).toEqual([]);
  });
});
