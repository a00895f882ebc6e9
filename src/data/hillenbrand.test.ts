import { describe, expect, it } from 'vitest';
import { readVowels, VOWEL_COLUMNS } from './hillenbrand';
import { HAS_DATA, REAL, realFile } from './fixtures/real-files.fixture';
import { REGISTRY } from './registry';
import { pickClasses, splitByGroup } from './split';

const text = (path: string) => new TextDecoder().decode(realFile(path));
const line = 'm01ae 323 174  663 2012 2659 3691  669 2008 2671  671 1992 2659  685 1773 2680 ';

describe('vowdata.dat', () => {
  it('reads a token line after any preface; zero is no measurement', () => {
    const table = readVowels(
      `(c) 1995\r\n\r\n${line}\r\n${line.replace('m01ae', 'w10uw').replace('3691', '0')}\r\n`,
      'v',
    );
    expect(table.groups).toEqual(['m01', 'w10']);
    expect([...table.labels]).toEqual([0, 11]);
    expect(table.values[1]).toBe(174);
    expect(table.values[15 + 5]).toBeNaN();
  });

  it.each([
    ['', /no tokens/],
    [line.slice(0, -8), /line or row 1: it has 14 numbers/],
    [line.replace('m01ae', 'm01zz'), /m01zz/],
    [line.replace('2012', '20x2'), /20x2/],
    [`${line}\nrubbish here`, /rubbish/],
  ])('refuses damaged text', (damaged, message) => {
    expect(() => readVowels(damaged, 'vowdata.dat')).toThrow(message);
  });
});

describe.skipIf(!HAS_DATA)(`Hillenbrand vowels ${REAL}`, () => {
  it('reads the original and the CSV form alike, with the published means', () => {
    const original = readVowels(text('vowels/hillenbrand1995_vowdata.dat'), 'dat');
    const csv = readVowels(text('vowels/hillenbrand1995.csv'), 'csv');
    expect(original).toEqual(csv);
    expect(original.count).toBe(1668);
    expect(new Set(original.groups).size).toBe(139);
    // Men, /iy/, F1 to F3: 342.7, 2322.8, 3000.7 (the author's own descriptive statistics).
    const f1 = VOWEL_COLUMNS.indexOf('f1');
    const rows = original.groups.flatMap((group, row) =>
      group.startsWith('m') && original.labels[row] === 7 ? [row] : [],
    );
    const mean = (column: number) => {
      const measured = rows
        .map((row) => original.values[row * 15 + column] ?? 0)
        .filter((value) => !Number.isNaN(value));
      return measured.reduce((sum, value) => sum + value, 0) / measured.length;
    };
    expect(mean(f1)).toBeCloseTo(342.689, 2);
    expect(mean(f1 + 1)).toBeCloseTo(2322.778, 2);
    expect(mean(f1 + 2)).toBeCloseTo(3000.651, 2);
  });

  it('gives 540 training and 294 test samples of six vowels, talkers apart, new for each seed', () => {
    const all = readVowels(text('vowels/hillenbrand1995_vowdata.dat'), 'dat');
    const six = pickClasses(all, REGISTRY.hillenbrand.classNames, ['iy', 'ih', 'eh', 'ae', 'ah', 'uw']);
    if (six.kind !== 'table') throw new Error('a table was expected');
    const seen = new Set<string>();
    for (let seed = 0; seed < 5; seed++) {
      const { train, test } = splitByGroup(six.groups, seed);
      expect([train.length, test.length]).toEqual([540, 294]);
      const talkers = new Set(train.map((row) => six.groups[row]));
      expect(talkers.size).toBe(90);
      expect(test.some((row) => talkers.has(six.groups[row]))).toBe(false);
      seen.add([...talkers].join());
      expect(splitByGroup(six.groups, seed)).toEqual({ train, test });
    }
    expect(seen.size).toBe(5);
  });
});
