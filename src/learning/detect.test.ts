import { describe, expect, it } from 'vitest';
import type { Detection } from '../experiment/schema';
import { compileDetection } from './compile-detection';
import { detect } from './detect';
import { batchLoss } from './loss';
import type { PlanDetection } from './plan';

const QUIET: PlanDetection = { shot: 0, thermal: 0, rin: 0, adcLevels: 0, fullScale: 1, dark: 1e-20 };

/** Readings of the same powers for many samples, port after port. */
function readings(
  detection: Partial<PlanDetection>,
  powers: readonly number[],
  samples = 20_000,
): number[][] {
  const all = powers.map(() => new Array<number>(samples));
  for (let lane = 0; lane < samples; lane++) {
    const power = Float64Array.from(powers);
    detect({ detection: { ...QUIET, ...detection }, key: 77, firstRow: 0 }, lane, power);
    power.forEach((reading, port) => (all[port]![lane] = reading));
  }
  return all;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const variance = (values: readonly number[]) => mean(values.map((value) => value ** 2)) - mean(values) ** 2;
const covariance = (a: readonly number[], b: readonly number[]) =>
  mean(a.map((value, i) => value * (b[i] ?? 0))) - mean(a) * mean(b);

/** Four standard errors of a variance from 20,000 samples. */
const SPREAD = 0.04;

describe('a photodiode', () => {
  it('has shot noise in proportion to the light', () => {
    const [dark = [], dim = [], bright = []] = readings({ shot: 0.1 }, [0, 0.5, 2]);
    expect(variance(dark)).toBe(0);
    expect(Math.abs(variance(dim) / 0.005 - 1)).toBeLessThan(SPREAD);
    expect(Math.abs(variance(bright) / 0.02 - 1)).toBeLessThan(SPREAD);
    expect(mean(bright)).toBeCloseTo(2, 2);
    expect(Math.abs(covariance(dim, bright))).toBeLessThan(SPREAD * 0.01);
  });

  it('has thermal noise that does not depend on the light', () => {
    for (const values of readings({ thermal: 0.2 }, [0, 3]))
      expect(Math.abs(variance(values) / 0.04 - 1)).toBeLessThan(SPREAD);
  });

  it('sees the laser’s intensity noise, the same at all ports of a sample', () => {
    const [one = [], two = []] = readings({ rin: 0.05 }, [1, 2]);
    expect(Math.abs(variance(one) / 0.0025 - 1)).toBeLessThan(SPREAD);
    two.forEach((reading, lane) => expect(reading).toBeCloseTo(2 * (one[lane] ?? 0), 12));
  });

  it('adds up independent noises', () => {
    const [values = []] = readings({ shot: 0.1, thermal: 0.1, rin: 0.1 }, [2]);
    expect(Math.abs(variance(values) / (0.02 + 0.01 + 0.04) - 1)).toBeLessThan(SPREAD);
  });

  it('draws by the sample’s place in its batch or split, however that is cut up', () => {
    const read = (firstRow: number, lane: number): Float64Array => {
      const power = Float64Array.of(1, 2, 3);
      detect({ detection: { ...QUIET, shot: 0.1, rin: 0.1 }, key: 5, firstRow }, lane, power);
      return power;
    };
    expect(read(0, 12)).toEqual(read(8, 4));
    expect(read(0, 12)).not.toEqual(read(0, 11));
  });

  it('reads without noise where no key is given', () => {
    const power = Float64Array.of(1, 2, 3);
    const detection = { ...QUIET, shot: 1, thermal: 1, rin: 1 };
    expect(detect({ detection, key: undefined, firstRow: 0 }, 0, power)).toBe(1);
    expect(power).toEqual(Float64Array.of(1, 2, 3));
  });
});

describe('a converter', () => {
  it('answers with one of its levels, and its ends beyond them', () => {
    const power = Float64Array.of(-0.3, 0, 0.24, 0.26, 1.26, 9);
    detect({ detection: { ...QUIET, adcLevels: 7, fullScale: 3.5 }, key: 1, firstRow: 0 }, 0, power);
    expect(power).toEqual(Float64Array.of(0, 0, 0, 0.5, 1.5, 3.5));
  });
});

describe('physical constants', () => {
  const receiver: Detection = {
    power: 0.01,
    responsivity: 1.1,
    bandwidth: 10,
    shot: true,
    thermal: { load: 50, temperature: 300 },
    rin: -150,
    adc: { bits: 8, fullScale: 0.04 },
  };

  it('become noise in units of the squared field', () => {
    const { shot, thermal, rin, adcLevels, fullScale, dark } =
      compileDetection(receiver) ?? expect.fail('none');
    // A squared field of 1 makes 1.1 A/W · 10 µW = 11 µA; its shot noise is √(2 · 1.602e-19 · 11e-6 · 1e10) = 187.74 nA.
    expect(shot * 11e-6).toBeCloseTo(1.8774e-7, 11);
    // √(4 · 1.381e-23 · 300 · 1e10 / 50) = 1.82032 µA.
    expect(thermal * 11e-6).toBeCloseTo(1.82032e-6, 10);
    // √(1e10 · 1e-15)
    expect(rin).toBeCloseTo(Math.sqrt(1e-5), 12);
    expect([adcLevels, fullScale]).toEqual([255, 4]);
    expect(dark).toBe(thermal + shot ** 2);
  });

  it('that are switched off make none', () => {
    expect(compileDetection({ ...receiver, shot: false, thermal: null, rin: null, adc: null })).toEqual(
      QUIET,
    );
    expect(compileDetection(null)).toBeUndefined();
  });
});

describe('a normalising readout', () => {
  it('does not blow up noise in the dark', () => {
    const fields = { re: new Float64Array(20), im: new Float64Array(20) };
    const detected = { detection: { ...QUIET, thermal: 0.1, dark: 0.1 }, key: 3, firstRow: 0 };
    const readout = { normalise: true, scale: 5, loss: 'cross-entropy' } as const;
    const { loss } = batchLoss(readout, 4, fields, [0, 1, 2, 3, 0], 5, detected);
    expect(loss).toBeLessThan(20);
  });
});

it('is a constant for the gradient, but for what scales the light itself', () => {
  const fields = { re: Float64Array.of(0.6, 0.2, 0.9), im: Float64Array.of(0.1, -0.7, 0.3) };
  const detection = { ...QUIET, shot: 0.3, thermal: 0.1, rin: 0.2, adcLevels: 31, fullScale: 2 };
  const detected = { detection, key: 9, firstRow: 0 };
  const power = fields.re.map((re, c) => re ** 2 + (fields.im[c] ?? 0) ** 2);
  const gain = detect(detected, 0, power);
  const readout = { normalise: false, scale: 1.5, loss: 'mse' } as const;
  const { loss, cotangent } = batchLoss(readout, 3, fields, [1], 1, detected);
  const errors = [...power].map((reading, c) => 1.5 * reading - (c === 1 ? 1 : 0));
  expect(loss).toBeCloseTo(mean(errors.map((error) => error ** 2)), 12);
  errors.forEach((error, c) => {
    // dL/dI' = 2·scale·error / classes, dI'/dI = 1 + rin·n, dI = 2·Re(conj(y)·dy)
    const slope = ((2 * 1.5 * error) / 3) * gain * 2;
    expect(cotangent.re[c]).toBeCloseTo(slope * (fields.re[c] ?? 0), 12);
    expect(cotangent.im[c]).toBeCloseTo(slope * (fields.im[c] ?? 0), 12);
  });
});
