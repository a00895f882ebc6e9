import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../engine/protocol';
import { EVERYTHING, allSamples, filterSamples, isNarrow, needsAnswers } from './filter';

const ANSWERS: Answers = {
  split: 'test',
  labels: Uint8Array.of(0, 1, 2, 0, 1, 2),
  answers: Uint8Array.of(0, 1, 1, 2, 1, 2),
  confidence: Float32Array.of(0.9, 0.5, 0.6, 0.4, 0.9, 1),
  loss: Float32Array.of(0.1, 0.7, 2, 3, 0.1, 0),
};
const found = (change: Partial<typeof EVERYTHING>) => [
  ...filterSamples(ANSWERS, { ...EVERYTHING, ...change }),
];

describe('the filter of the sample browser', () => {
  it('shows everything in order, and knows that it needs no answers for it', () => {
    expect(found({})).toEqual([...allSamples(6)]);
    expect(needsAnswers(EVERYTHING)).toBe(false);
    expect(needsAnswers({ ...EVERYTHING, sort: 'loss' })).toBe(true);
    expect(isNarrow({ ...EVERYTHING, sort: 'loss' })).toBe(false);
    expect(isNarrow({ ...EVERYTHING, to: 0.9 })).toBe(true);
  });

  it('filters by class, verdict, answer and confidence', () => {
    expect(found({ truth: 0 })).toEqual([0, 3]);
    expect(found({ verdict: 'wrong' })).toEqual([2, 3]);
    expect(found({ verdict: 'right', truth: 1 })).toEqual([1, 4]);
    expect(found({ answer: 1 })).toEqual([1, 2, 4]);
    expect(found({ from: 0.5, to: 0.7 })).toEqual([1, 2]);
    expect(found({ truth: 0, answer: 1 })).toEqual([]);
  });

  it('sorts by confidence and loss, equal ones by number', () => {
    expect(found({ sort: 'unsure' })).toEqual([3, 1, 2, 0, 4, 5]);
    expect(found({ sort: 'sure' })).toEqual([5, 0, 4, 2, 1, 3]);
    expect(found({ sort: 'loss' })).toEqual([3, 2, 1, 0, 4, 5]);
  });

  it('parts the samples into right and wrong', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 200 }), (pairs) => {
        const answers: Answers = {
          split: 'train',
          labels: Uint8Array.from(pairs, ([label]) => label),
          answers: Uint8Array.from(pairs, ([, answer]) => answer),
          confidence: new Float32Array(pairs.length).fill(0.5),
          loss: new Float32Array(pairs.length),
        };
        const right = filterSamples(answers, { ...EVERYTHING, verdict: 'right' });
        const wrong = filterSamples(answers, { ...EVERYTHING, verdict: 'wrong' });
        expect([...right, ...wrong].sort((a, b) => a - b)).toEqual([...allSamples(pairs.length)]);
      }),
      { seed: 3 },
    );
  });
});
