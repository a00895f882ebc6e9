import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HARDWARE_PROFILES } from '../hardware';
import type { ChipNetwork, ChipPart } from './chip';
import { chipBudget } from './chip';
import { COMPONENT_IDS } from './component-ids';
import { OWN_SOURCE, componentOutOfBounds, componentsOf } from './components';
import { sumOf } from './item';

const layer = (modes: number, nonlinear: boolean): ChipPart => ({
  columns: modes,
  interferometers: (modes * (modes - 1)) / 2,
  attenuators: 0,
  path: { interferometers: modes, couplers: 0, crossings: 0 },
  modes,
  nonlinear,
});

const FICONN: ChipNetwork = {
  inputs: 6,
  outputs: 6,
  layers: [layer(6, true), layer(6, true), layer(6, false)],
  heat: 3 * 36 * Math.PI,
  insertionLoss: 0,
};

const profile = HARDWARE_PROFILES.ficonn;

describe('chip budget', () => {
  it('lands at the published 410 ps for the FICONN chip', () => {
    const { latency } = chipBudget(profile, componentsOf(profile, {}), FICONN);
    expect(latency.total).toBeCloseTo(410, 0);
  });

  it('takes every constant of every platform from somewhere, and an experiment’s own before it', () => {
    for (const each of Object.values(HARDWARE_PROFILES)) {
      const parts = componentsOf(each, { mziLoss: 0.3 });
      for (const id of COMPONENT_IDS) expect(parts[id].source.length).toBeGreaterThan(4);
      expect(componentOutOfBounds(Object.fromEntries(COMPONENT_IDS.map((id) => [id, parts[id].value])))).toBe(
        undefined,
      );
      expect(parts.mziLoss).toMatchObject({ value: 0.3, source: OWN_SOURCE });
    }
  });

  it('follows hand calculations', () => {
    const { loss, power, macs, energy, footprint } = chipBudget(
      HARDWARE_PROFILES.ideal,
      componentsOf(HARDWARE_PROFILES.ideal, { modulatorRate: 14, heaterPower: 2 }),
      { ...FICONN, inputs: 8 },
    );
    const valueOf = (items: typeof loss, name: RegExp): number =>
      items.find((item) => name.test(item.name))?.value ?? Number.NaN;
    expect(valueOf(loss, /^Split/)).toBeCloseTo(10 * Math.log10(8) + 0.3, 12);
    expect(valueOf(power, /^Laser/)).toBeCloseTo(50, 12);
    expect(valueOf(power, /modulators/)).toBeCloseTo((8 * 8 * 50 * 14) / 1000, 12);
    expect(valueOf(power, /digital-to-analogue/)).toBeCloseTo(400, 12);
    expect(valueOf(power, /^Phase/)).toBeCloseTo(216, 12);
    expect(macs).toBe(3 * 4 * 36);
    expect(energy).toBeCloseTo(sumOf(power) / 14, 12);
    expect(footprint).toBeCloseTo(45 * 0.12 * 0.1, 12);
  });

  it('loses more light, signal and bits with every column', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 64 }), fc.double({ min: 0.01, max: 2, noNaN: true }), (n, dB) => {
        const parts = componentsOf(profile, {});
        const short = chipBudget(profile, parts, { ...FICONN, insertionLoss: dB });
        const long = chipBudget(profile, parts, {
          ...FICONN,
          insertionLoss: dB,
          layers: [...FICONN.layers, layer(n, false)],
        });
        expect(sumOf(long.loss)).toBeGreaterThan(sumOf(short.loss) + n * dB - 1e-9);
        expect(long.detector.power).toBeLessThan(short.detector.power);
        expect(long.detector.snr).toBeLessThan(short.detector.snr);
        expect(long.detector.effectiveBits).toBeLessThanOrEqual(short.detector.effectiveBits);
        expect(long.latency.total).toBeGreaterThan(short.latency.total);
      }),
    );
  });

  it('counts third splitters and crossings of the longest path', () => {
    const [first] = FICONN.layers;
    if (first === undefined) throw new Error('no layer');
    const parts = componentsOf(profile, { couplerLoss: 0.4, crossingLoss: 0.2 });
    const path = { interferometers: 6, couplers: 6, crossings: 5 };
    const { loss } = chipBudget(profile, parts, { ...FICONN, layers: [{ ...first, path }] });
    const valueOf = (name: string) => loss.find((item) => item.name.includes(name))?.value;
    expect(valueOf('6 third splitters')).toBeCloseTo(2.4, 12);
    expect(valueOf('5 crossings')).toBeCloseTo(1, 12);
  });

  it('is limited by shot noise in bright light: 3 dB for twice the power', () => {
    const snr = (laserPower: number): number =>
      chipBudget(profile, componentsOf(profile, { laserPower }), FICONN).detector.snr;
    expect(snr(1e5) - snr(5e4)).toBeCloseTo(10 * Math.log10(2), 1);
    expect(snr(2e-6) - snr(1e-6)).toBeCloseTo(20 * Math.log10(2), 1);
  });

  it.each([
    ['mziLoss', -1],
    ['laserEfficiency', 0],
    ['modulatorRate', Number.NaN],
  ] as const)('names %s of %d', (id, value) => {
    expect(componentOutOfBounds({ [id]: value })?.id).toBe(id);
  });
});
