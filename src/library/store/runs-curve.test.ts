import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { thinCurve } from './runs-curve';

const column = (length: number, at: (i: number) => number): Float32Array =>
  Float32Array.from({ length }, (_, i) => at(i));

const NOTHING_ELSE = { firstStep: 0, reports: [], marks: [] };

describe('a thinned curve', () => {
  it('keeps a short one as it is', () => {
    const loss = column(5, (i) => 1 / (i + 1));
    const thin = thinCurve('a', { ...NOTHING_ELSE, firstStep: 10, loss, accuracy: loss, gradientNorm: loss });
    expect([...thin.step]).toEqual([11, 12, 13, 14, 15]);
    expect(thin.loss).toEqual(loss);
  });

  it('has at most the points asked for, both ends and every extreme', () => {
    const seeded = fc.record({
      length: fc.integer({ min: 0, max: 5000 }),
      limit: fc.integer({ min: 20, max: 2000 }),
      seed: fc.integer({ min: 1, max: 1e6 }),
    });
    fc.assert(
      fc.property(seeded, ({ length, limit, seed }) => {
        const wave = (shift: number): Float32Array =>
          column(length, (i) => (i % 97 === shift ? Number.NaN : Math.sin((i + 1) * seed * (shift + 1))));
        const columns = { loss: wave(0), accuracy: wave(1), gradientNorm: wave(2) };
        const thin = thinCurve('a', { ...NOTHING_ELSE, ...columns }, limit);
        expect(thin.step.length).toBeLessThanOrEqual(limit);
        expect([...thin.step]).toEqual([...new Set(thin.step)].sort((a, b) => a - b));
        if (length === 0) return;
        expect(thin.step[0]).toBe(1);
        expect(thin.step.at(-1)).toBe(length);
        for (const name of ['loss', 'accuracy', 'gradientNorm'] as const) {
          const finite = columns[name].filter(Number.isFinite);
          if (finite.length === 0) continue;
          const kept = thin[name].filter(Number.isFinite);
          expect(Math.max(...kept)).toBe(Math.max(...finite));
          expect(Math.min(...kept)).toBe(Math.min(...finite));
        }
      }),
      { seed: 7, numRuns: 60 },
    );
  });

  it('says what had been spent by each step, and nothing it does not know', () => {
    const loss = column(6, () => 1);
    const marks = [
      { step: 2, passes: 200, seconds: 1 },
      { step: 4, passes: 800, seconds: 1.5 },
    ];
    const thin = thinCurve('a', { ...NOTHING_ELSE, marks, loss, accuracy: loss, gradientNorm: loss });
    expect([...thin.passes]).toEqual([100, 200, 500, 800, Number.NaN, Number.NaN]);
    expect([...thin.seconds]).toEqual([0.5, 1, 1.25, 1.5, Number.NaN, Number.NaN]);
  });

  it('keeps the best and the last of many test reports', () => {
    const loss = column(1, () => 1);
    const reports = Array.from({ length: 500 }, (_, step) => ({
      step,
      loss: 1,
      accuracy: step === 333 ? 0.9 : 0.5,
    }));
    const thin = thinCurve('a', { ...NOTHING_ELSE, reports, loss, accuracy: loss, gradientNorm: loss }, 50);
    expect(thin.reports.length).toBeLessThanOrEqual(50);
    expect(thin.reports).toContain(reports[333]);
    expect(thin.reports.at(-1)).toBe(reports[499]);
  });
});
