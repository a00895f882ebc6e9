import { describe, expect, it } from 'vitest';
import { ficonnVowels } from '../../experiment/presets';
import { SWEPT_FLAWS } from '../../engine/study';
import { FLAWS, flawSize, sweptValues } from './flaws';

describe('sizes of a flaw', () => {
  it('go up in equal steps that read as they should', () => {
    expect(sweptValues({ flaw: 'splitterError', from: 0, to: 0.3, count: 4 })).toEqual([0, 0.1, 0.2, 0.3]);
    expect(sweptValues({ flaw: 'phaseError', from: 0.2, to: 0.4, count: 1 })).toEqual([0.2]);
    expect(sweptValues({ flaw: 'phaseBits', from: 2, to: 5, count: 99 })).toEqual([2, 3, 4, 5]);
  });

  it.each(SWEPT_FLAWS)('of %s start possible, and impossible ones are refused by name', (flaw) => {
    const { from, to } = FLAWS[flaw];
    for (const size of [from, to]) expect(flawSize(ficonnVowels, flaw, size).ok).toBe(true);
    expect(flawSize(ficonnVowels, flaw, -1)).toMatchObject({ ok: false });
    expect(flawSize(ficonnVowels, flaw, NaN)).toMatchObject({ ok: false });
  });
});
