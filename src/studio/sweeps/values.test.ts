import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readValues } from './values';

const rate = {
  name: 'Rate',
  unit: undefined,
  kind: { kind: 'number', isWhole: false, low: 1e-7, high: 10 },
} as const;
const bits = {
  name: 'Bits',
  unit: undefined,
  kind: { kind: 'number', isWhole: true, low: 1, high: 16 },
} as const;
const list = (text: string) => ({ kind: 'list', text }) as const;
const range = (from: string, to: string, count: string, isLog = false) =>
  ({ kind: 'range', from, to, count, isLog }) as const;

describe('values as they are typed', () => {
  it('are a list, each once', () => {
    expect(readValues(list('1e-3, 3e-3; 0.01\n0.010,'), rate)).toEqual({
      ok: true,
      value: [1e-3, 3e-3, 0.01],
    });
  });

  it('are a range, linear or logarithmic, with both ends', () => {
    expect(readValues(range('0.1', '0.5', '5'), rate)).toEqual({
      ok: true,
      value: [0.1, 0.2, 0.3, 0.4, 0.5],
    });
    expect(readValues(range('1e-3', '1', '4', true), rate)).toEqual({
      ok: true,
      value: [1e-3, 0.01, 0.1, 1],
    });
    expect(readValues(range('1', '4', '9'), bits)).toEqual({ ok: true, value: [1, 2, 3, 4] });
  });

  it('are seeds or dies from the first on', () => {
    expect(readValues({ kind: 'count', from: '7', count: '3' }, bits)).toEqual({
      ok: true,
      value: [7, 8, 9],
    });
  });

  it('are refused where they were typed', () => {
    const refused = (
      draft: Parameters<typeof readValues>[0],
      setting: Parameters<typeof readValues>[1] = rate,
    ) => {
      const result = readValues(draft, setting);
      return result.ok ? undefined : result.fault.code;
    };
    expect(refused(list(''))).toBe('studio/sweep-no-values');
    expect(refused(list('0.1, fast'))).toBe('studio/sweep-not-a-number');
    expect(refused(list('11'))).toBe('studio/sweep-bounds');
    expect(refused(list('2.5'), bits)).toBe('studio/sweep-whole');
    expect(refused(range('0.1', '0.1', '4'))).toBe('studio/sweep-empty-range');
    expect(refused(range('0.1', '', '4'))).toBe('studio/sweep-not-a-number');
    expect(refused(range('0.1', '1', '1'))).toBe('studio/sweep-count');
    expect(refused(range('0.1', '1', '1e6'))).toBe('studio/sweep-count');
    expect(refused({ kind: 'count', from: '-1', count: '2' })).toBe('studio/sweep-first');
    expect(refused({ kind: 'chosen', chosen: [] })).toBe('studio/sweep-no-values');
    expect(refused(list(Array.from({ length: 300 }, (_, i) => i / 100 + 0.01).join(',')))).toBe(
      'studio/sweep-too-many',
    );
  });

  it('never throw, and never leave the bounds', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.boolean(), (a, b, count, isLog) => {
        for (const draft of [list(a), range(a, b, count, isLog)]) {
          const result = readValues(draft, rate);
          if (result.ok)
            for (const value of result.value) {
              expect(value).toBeGreaterThanOrEqual(1e-7);
              expect(value).toBeLessThanOrEqual(10);
            }
        }
      }),
    );
  });
});
