import { describe, expect, it } from 'vitest';
import { formatClock, formatPercent, formatSi, parseNumber, plainNumber, siParts, significant } from './si';

describe('siParts', () => {
  it.each([
    [4.1e-10, 's', ['410', 'ps']],
    [131_234, '/s', ['131', 'k/s']],
    [3.82e-14, 'J', ['38.2', 'fJ']],
    [0.001, 's', ['1.00', 'ms']],
    [999.6, '/s', ['1.00', 'k/s']],
    [1000, 'Hz', ['1.00', 'kHz']],
    [-0.0025, 'V', ['-2.50', 'mV']],
    [0, 's', ['0', 's']],
  ] as const)('writes %s %s', (value, unit, expected) => {
    expect(siParts(value, unit)).toEqual(expected);
  });

  it('keeps three significant figures over twenty decades', () => {
    for (let exponent = -14; exponent < 6; exponent += 0.37) {
      const value = 10 ** exponent;
      const [number] = siParts(value, '');
      expect(number.replace(/[.-]/g, '').replace(/^0+/, '')).toHaveLength(3);
    }
  });

  it('shows a dash for what is not a number', () => {
    expect(formatSi(Number.NaN, 's')).toBe('–\u202fs');
    expect(formatSi(undefined, 's')).toBe('–');
  });
});

describe('significant', () => {
  it('pads and rounds without exponents', () => {
    expect(significant(0.05)).toBe('0.0500');
    expect(significant(9.996)).toBe('10.0');
    expect(significant(123456)).toBe('123000');
  });
});

describe('formatPercent and formatClock', () => {
  it('writes the ends exactly and the rest with one decimal', () => {
    expect(formatPercent(1)).toBe('100\u202f%');
    expect(formatPercent(0.9756)).toBe('97.6\u202f%');
    expect(formatPercent(undefined)).toBe('–');
  });
  it('writes durations', () => {
    expect(formatClock(72)).toBe('1:12');
    expect(formatClock(3725)).toBe('1:02:05');
  });
});

describe('parseNumber', () => {
  it.each([
    ['2m', 0.002],
    ['1e-3', 0.001],
    ['0,5', 0.5],
    ['0.5π', Math.PI / 2],
    ['−3', -3],
    ['5 k', 5000],
    ['2M', 2e6],
  ])('reads %s', (text, value) => {
    expect(parseNumber(text)).toBeCloseTo(value, 12);
  });
  it.each(['', 'NaN', 'Infinity', '1.2.3', 'abc', '1e999', '3x'])('refuses %j', (text) => {
    expect(parseNumber(text)).toBeUndefined();
  });
  it('reads back what it shows', () => {
    for (const value of [0.001, 1 / 3, 512, -0.05, 1e-8]) {
      expect(parseNumber(plainNumber(value))).toBeCloseTo(value, 11);
    }
  });
});
