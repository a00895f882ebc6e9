import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PhotonicError } from '../lib/fault';
import { parseComplex, readComplexText } from './complex-csv';

describe('complex numbers', () => {
  it.each([
    ['1+2i', 1, 2],
    ['0.5', 0.5, 0],
    ['-i', 0, -1],
    ['i', 0, 1],
    ['+J', 0, 1],
    ['-3.5e-2j', 0, -0.035],
    ['(3e-2-1j)', 0.03, -1],
    ['2*i', 0, 2],
    ['1 - 2*i', 1, -2],
    ['2i+1', 1, 2],
    ['-i-1', -1, -1],
    ['.5+.25i', 0.5, 0.25],
    ['1.+0.j', 1, 0],
    ['\u22121\u2212i', -1, -1],
    ['1E3', 1000, 0],
  ])('such as %s are read', (text, re, im) => {
    expect(parseComplex(text)).toEqual([re, im]);
  });

  it.each(['', 'one', '1+', '1+2', '1,5', '1i2', 'NaN', 'inf', '1e999', '1+2ii', '--1', '0x10', 'e5'])(
    'are not what "%s" is',
    (text) => {
      expect(parseComplex(text)).toBeUndefined();
    },
  );
});

describe('a matrix as text', () => {
  const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  const setting = fc.record({
    rows: fc.integer({ min: 1, max: 5 }),
    columns: fc.integer({ min: 1, max: 5 }),
    numbers: fc.array(fc.tuple(number, number), { minLength: 25, maxLength: 25 }),
    delimiter: fc.constantFrom('\t', ';', ',', ' ', ', '),
    unit: fc.constantFrom('i', 'j'),
    end: fc.constantFrom('\n', '\r\n', '\r'),
  });

  it('comes back as it was written', () => {
    fc.assert(
      fc.property(setting, ({ rows, columns, numbers, delimiter, unit, end }) => {
        const entry = ([re, im]: readonly [number, number]): string =>
          `${re}${im < 0 || Object.is(im, -0) ? '-' : '+'}${Math.abs(im)}${unit}`;
        const text = Array.from({ length: rows }, (_, row) =>
          numbers
            .slice(row * columns, (row + 1) * columns)
            .map(entry)
            .join(delimiter),
        ).join(end);
        const read = readComplexText(text, 't');
        const used = numbers.slice(0, rows * columns);
        expect([read.rows, read.columns]).toEqual([rows, columns]);
        expect([...read.re].map((x) => x + 0)).toEqual(used.map(([re]) => re + 0));
        expect([...read.im].map((x) => x + 0)).toEqual(used.map(([, im]) => im + 0));
      }),
    );
  });

  it.each([
    ['# Fourier\n1 1\n\n1 -1\n', [2, 2], [1, 1, 1, -1]],
    ['1, 2,\n3, 4,', [2, 2], [1, 2, 3, 4]],
    ['[1 2; 3 4]', [2, 2], [1, 2, 3, 4]],
    ['[1, 2; 3, 4];', [2, 2], [1, 2, 3, 4]],
    ['[[1, 2],\n [3, 4]]', [2, 2], [1, 2, 3, 4]],
    ['[[1. 2.\n  5.]\n [3. 4. 6.]]', [2, 3], [1, 2, 5, 3, 4, 6]],
    ['1 + 2i  3 - i', [1, 2], [1, 3]],
    ['1 -2', [1, 2], [1, -2]],
    ['\ufeff7', [1, 1], [7]],
  ] as const)('is understood as %j', (text, shape, re) => {
    const read = readComplexText(text, 't');
    expect([read.rows, read.columns]).toEqual(shape);
    expect([...read.re]).toEqual(re);
  });

  it.each([
    ['1 2\n3 x', 'm:2:2', /row 2, column 2 "x" is not a complex number/],
    ['1,,2', 'm:1:2', /row 1, column 2 is empty/],
    ['1 2\n3', 'm:2', /row 2 has 1 entries where the first has 2/],
    ['', 'm', /no numbers/],
    ['\n# only a remark\n', 'm', /no numbers/],
  ])('is refused where it is %j', (text, where, message) => {
    try {
      readComplexText(text, 'm');
    } catch (thrown) {
      expect(thrown).toBeInstanceOf(PhotonicError);
      expect((thrown as PhotonicError).fault).toMatchObject({ code: 'data/bad-matrix', where });
      expect((thrown as PhotonicError).message).toMatch(message);
      return;
    }
    throw new Error('This should not have been read.');
  });

  it('is refused where it is too large', () => {
    const row = Array.from({ length: 1025 }, () => '0').join(' ');
    const text = Array.from({ length: 1024 }, () => row).join('\n');
    expect(() => readComplexText(text, 'm')).toThrow(/at most 1,048,576/);
  });
});
