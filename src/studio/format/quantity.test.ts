import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from './expression';
import { readQuantity } from './quantity';
import { plainNumber, siParts } from './si';

function valueOf(text: string, unit = '', decibels?: 'power' | 'amplitude'): number {
  const reading = readQuantity(text, unit, decibels);
  if (reading.kind !== 'value') throw new Error(`${text} is ${reading.kind}`);
  return reading.value;
}

describe('evaluate', () => {
  it.each([
    ['1.5', 1.5],
    ['.5', 0.5],
    ['2e-3', 0.002],
    ['−3', -3],
    ['0,5', 0.5],
    ['60,000', 60_000],
    ['pi/4', Math.PI / 4],
    ['0.25π', Math.PI / 4],
    ['2π − 0.1', 2 * Math.PI - 0.1],
    ['-π/2', -Math.PI / 2],
    ['3(1 + 2)', 9],
    ['2·3/4', 1.5],
    ['1 - 2 - 3', -4],
    ['--2', 2],
  ])('reads %s', (text, value) => {
    expect(evaluate(text)).toBeCloseTo(value, 12);
  });

  it.each(['', ' ', '1 2', '1+', '(1', '1)', '1/0', '1e999', 'x', '1..2', '1.2.3', '2**3', 'constructor'])(
    'refuses %j',
    (text) => {
      expect(evaluate(text)).toBeUndefined();
    },
  );

  it('adds and multiplies as numbers do', () => {
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(number, number, number, (a, b, c) => {
        const text = `(${plainNumber(a)}) + ${plainNumber(b)} * ${plainNumber(c)}`;
        const expected = Number(plainNumber(a)) + Number(plainNumber(b)) * Number(plainNumber(c));
        expect(evaluate(text)).toBeCloseTo(expected, 3);
      }),
      { seed: 11, numRuns: 200 },
    );
  });
});

describe('readQuantity', () => {
  it.each([
    ['1.55u', 'µm', 1.55],
    ['1.55 µm', 'µm', 1.55],
    ['1550 nm', 'µm', 1.55],
    ['1.5 mm', 'µm', 1500],
    ['10m', 'mW', 10],
    ['3k', '', 3000],
    ['2m', '', 0.002],
    ['500M', 'GHz', 0.5],
    ['10 GHz', 'GHz', 10],
    ['2e-3', 'rad', 0.002],
    ['0.25π', 'rad', Math.PI / 4],
    ['0.25 π rad', 'rad', Math.PI / 4],
    ['pi/4', 'rad', Math.PI / 4],
    ['45deg', 'rad', Math.PI / 4],
    ['45°', 'rad', Math.PI / 4],
    ['5mrad', 'rad', 0.005],
    ['0 dBm', 'mW', 1],
    ['2 mW', 'dBm', 10 * Math.log10(2)],
    ['0.2 dB', 'dB', 0.2],
    ['50 Ω', 'Ω', 50],
    ['1 kohm', 'Ω', 1000],
    ['300 K', 'K', 300],
    ['10 %', '', 0.1],
    ['100 aJ/bit', 'fJ/bit', Number.NaN],
    ['0.1 pJ/bit', 'fJ/bit', 100],
    ['8 bits', 'bits', 8],
  ])('reads %s in a field in %s', (text, unit, value) => {
    if (Number.isNaN(value)) expect(readQuantity(text, unit).kind).toBe('other-unit');
    else expect(valueOf(text, unit)).toBeCloseTo(value, 9);
  });

  it('reads decibels where a ratio is asked for', () => {
    expect(valueOf('-3dB', '', 'power')).toBeCloseTo(0.501187, 6);
    expect(valueOf('-3 dB', '', 'amplitude')).toBeCloseTo(0.707946, 6);
    expect(readQuantity('-3dB').kind).toBe('other-unit');
  });

  it.each([
    ['5 V', 'rad'],
    ['3 dB', 'rad'],
    ['3x', ''],
    ['2 parsecs', 'µm'],
    ['1 GHz', 'µm'],
    ['1 toString', ''],
  ])('says that %s is no unit of a field in %s', (text, unit) => {
    expect(readQuantity(text, unit).kind).toBe('other-unit');
  });

  it.each(['', 'NaN', 'Infinity', '1.2.3', 'abc', 'µm', '1e308k'])('refuses %j', (text) => {
    expect(readQuantity(text, 'µm').kind).toBe('no-number');
  });

  it('reads back what the studio writes, plain or with a prefix', () => {
    const bases = fc.constantFrom(
      ['µm', 'm', 1e-6],
      ['GHz', 'Hz', 1e9],
      ['mW', 'W', 1e-3],
      ['ps', 's', 1e-12],
    );
    const magnitude = fc.double({ min: -5, max: 3, noNaN: true });
    fc.assert(
      fc.property(bases, magnitude, ([unit, base, scale], exponent) => {
        const value = 10 ** exponent;
        const plain = readQuantity(plainNumber(value), unit);
        expect(plain).toEqual({ kind: 'value', value: Number(plainNumber(value)), isPlain: true });
        const [number, prefixed] = siParts(value * (scale as number), base, 9);
        expect(valueOf(`${number} ${prefixed}`, unit as string) / value).toBeCloseTo(1, 7);
        // The prefix alone says the same, but for none at all.
        const prefix = prefixed.slice(0, -(base as string).length);
        if (prefix !== '') expect(valueOf(`${number}${prefix}`, unit as string) / value).toBeCloseTo(1, 7);
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it('never throws and never makes up a number', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.constantFrom('', 'µm', 'rad', 'dB'), (text, unit) => {
        const reading = readQuantity(text, unit, 'power');
        if (reading.kind === 'value') expect(Number.isFinite(reading.value)).toBe(true);
      }),
      { seed: 3, numRuns: 500 },
    );
  });
});
