import { describe, expect, it } from 'vitest';
import { fieldNumber, formatClock, formatPercent, formatSi, siParts, significant } from './si';

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

describe('fieldNumber', () => {
  it('keeps whole numbers and shortens the rest', () => {
    expect(fieldNumber(4294967295)).toBe('4294967295');
    expect(fieldNumber(Math.PI / 4)).toBe('0.785398');
    expect(fieldNumber(1e-8)).toBe('1e-8');
  });
});
