import { describe, expect, it } from 'vitest';
import { classCentre, fromChart, measurementsAt, spreadLabels, toChart } from './vowel-space';

describe('the vowel chart', () => {
  it('goes there and back', () => {
    for (const [f1, f2] of [
      [300, 2500],
      [700, 1200],
      [1200, 600],
    ] as const) {
      const [x, y] = toChart(f1, f2);
      const [g1, g2] = fromChart(x, y);
      expect(g1).toBeCloseTo(f1, 6);
      expect(g2).toBeCloseTo(f2, 6);
    }
  });

  it('puts "heed" top left and "hod" below it to the right', () => {
    const heed = toChart(340, 2320);
    const hod = toChart(770, 1330);
    expect(heed[0]).toBeLessThan(hod[0]);
    expect(heed[1]).toBeLessThan(hod[1]);
  });

  it('keeps a point outside the chart at its edge', () => {
    expect(fromChart(-3, 9)).toEqual([1400, expect.closeTo(3800, 6)]);
  });
});

describe('measurementsAt', () => {
  const samples = [
    ...Array.from({ length: 12 }, () => ({ label: 0, values: { f0: 120, f1: 300, f2: 2300, f3: 3000 } })),
    ...Array.from({ length: 12 }, (_, i) => ({
      label: 1,
      values: { f0: 220, f1: 800, f2: 1300, f3: i === 0 ? Number.NaN : 2500 },
    })),
  ];

  it('borrows the rest from the nearest samples and skips what was not measured', () => {
    const near = measurementsAt(790, 1310, samples);
    expect(near).toMatchObject({ f1: 790, f2: 1310, f0: 220, f3: 2500 });
    expect(measurementsAt(305, 2290, samples)).toMatchObject({ f0: 120, f3: 3000 });
  });

  it('knows where a class is, and that an absent one is nowhere', () => {
    expect(classCentre(samples, 1)).toEqual(
      toChart(800, 1300).map((value): unknown => expect.closeTo(value, 9)),
    );
    expect(classCentre(samples, 5)).toBeUndefined();
  });
});

describe('spreadLabels', () => {
  it('parts labels that overlap and leaves the others alone', () => {
    const spread = spreadLabels(
      [
        { name: 'ae', x: 50, y: 100 },
        { name: 'eh', x: 60, y: 103 },
        { name: 'uw', x: 200, y: 101 },
      ],
      24,
      15,
    );
    const at = (name: string) => spread.find((label) => label.name === name)?.y ?? Number.NaN;
    expect(Math.abs(at('ae') - at('eh'))).toBeGreaterThanOrEqual(15);
    expect(at('uw')).toBe(101);
  });
});
