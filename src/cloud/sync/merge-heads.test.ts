import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ModelHead } from '../../library/models/sync-records';
import { areEqual, mergeHeads } from './merge-heads';

const base: ModelHead = {
  name: 'Vowels',
  tags: ['a', 'b'],
  note: '',
  live: undefined,
  policy: 'INTERNAL',
  people: {},
  workspace: undefined,
  owner: 'ada',
  seal: undefined,
  deletedAt: undefined,
};

describe('two devices that changed one model', () => {
  it('keep what only one of them changed', () => {
    const mine = { ...base, name: 'Mine' };
    const theirs = { ...base, note: 'theirs', live: 'v1' };
    const { head, conflicts } = mergeHeads(base, mine, theirs, false);
    expect(head).toEqual({ ...base, name: 'Mine', note: 'theirs', live: 'v1' });
    expect(conflicts).toEqual([]);
  });

  it('contradict each other where both changed the same differently, and only there', () => {
    const mine = { ...base, name: 'Mine', note: 'same' };
    const theirs = { ...base, name: 'Theirs', note: 'same' };
    const { head, conflicts } = mergeHeads(base, mine, theirs, false);
    expect(conflicts).toEqual(['name']);
    expect(head.name).toBe('Mine');
  });

  it('add and remove tags independently', () => {
    const mine = { ...base, tags: ['b', 'c'] };
    const theirs = { ...base, tags: ['a', 'b', 'd'] };
    expect(mergeHeads(base, mine, theirs, false).head.tags).toEqual(['b', 'd', 'c']);
  });

  it('bring a deleted model back for the other one’s work, not for nothing', () => {
    const deleted = { ...base, deletedAt: 5 };
    const edited = { ...base, note: 'work' };
    expect(mergeHeads(base, edited, deleted, false).head.deletedAt).toBeUndefined();
    expect(mergeHeads(base, deleted, edited, false).head.deletedAt).toBeUndefined();
    expect(mergeHeads(base, base, deleted, true).head.deletedAt).toBeUndefined();
    expect(mergeHeads(base, base, deleted, false).head.deletedAt).toBe(5);
    expect(mergeHeads(base, deleted, base, false).head.deletedAt).toBe(5);
    expect(mergeHeads(deleted, base, deleted, false).head.deletedAt).toBeUndefined();
  });

  it('contradict each other in all that differs where nobody knows how it began', () => {
    const { conflicts } = mergeHeads(undefined, base, { ...base, name: 'Other', note: 'x' }, false);
    expect(conflicts).toEqual(['name', 'note']);
  });

  it('agree with any head that equals theirs, and never lose a field that only they changed', () => {
    const value = fc.constantFrom('x', 'y', 'z');
    const arbitrary = fc
      .record({
        name: value,
        note: value,
        tags: fc.subarray(['a', 'b', 'c']),
        deletedAt: fc.option(fc.constant(7), { nil: undefined }),
      })
      .map((change) => ({ ...base, ...change }));
    fc.assert(
      fc.property(arbitrary, arbitrary, arbitrary, (start, mine, theirs) => {
        expect(areEqual(mergeHeads(start, mine, mine, false).head, mine)).toBe(true);
        expect(mergeHeads(start, mine, mine, false).conflicts).toEqual([]);
        const { head, conflicts } = mergeHeads(start, mine, theirs, false);
        for (const field of ['name', 'note'] as const) {
          if (conflicts.includes(field)) expect(head[field]).toBe(mine[field]);
          else expect(head[field]).toBe(mine[field] === start[field] ? theirs[field] : mine[field]);
        }
      }),
    );
  });
});
