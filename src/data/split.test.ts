import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TableSplit } from './samples';
import { pickClasses, splitByGroup } from './split';

const table: TableSplit = {
  kind: 'table',
  count: 4,
  columns: ['x'],
  values: Float64Array.of(1, 2, 3, 4),
  labels: Uint8Array.of(0, 1, 2, 1),
  groups: ['a', 'a', 'b', 'b'],
};

describe('splitByGroup', () => {
  it('puts every row on exactly one side and no group on both', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { minLength: 2, maxLength: 60 }), fc.nat(), (ids, seed) => {
        const groups = ids.map(String);
        fc.pre(new Set(groups).size > 1);
        const { train, test } = splitByGroup(groups, seed);
        expect([...train, ...test].sort((a, b) => a - b)).toEqual(groups.map((_, row) => row));
        const training = new Set(train.map((row) => groups[row]));
        expect(test.some((row) => training.has(groups[row]))).toBe(false);
        expect(training.size).toBeGreaterThan(0);
        expect(test.length).toBeGreaterThan(0);
      }),
    );
  });

  it('refuses a single group', () => {
    expect(() => splitByGroup(['a', 'a'], 1)).toThrow(/at least two/);
  });
});

describe('pickClasses', () => {
  it('keeps the chosen classes in the chosen order', () => {
    const picked = pickClasses(table, ['p', 'q', 'r'], ['r', 'q']);
    expect([...picked.labels]).toEqual([1, 0, 1]);
    expect(picked).toMatchObject({ count: 3, values: Float64Array.of(2, 3, 4), groups: ['a', 'b', 'b'] });
    expect(pickClasses(table, ['p', 'q', 'r'], [])).toBe(table);
  });

  it.each([
    [['z', 'p'], /no class "z"/],
    [['p', 'p'], /twice/],
    [['p'], /only one class/],
  ])('refuses %j', (chosen, message) => {
    expect(() => pickClasses(table, ['p', 'q', 'r'], chosen)).toThrow(message);
  });
});
