import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PhotonicError } from '../lib/fault';
import type { TextTable } from './csv';
import { readTable } from './csv';

/** A table as RFC 4180 text. */
function writeTable(table: TextTable): string {
  const quote = (field: string) =>
    /[",;\t\r\n]/.test(field) || field === '' ? `"${field.replaceAll('"', '""')}"` : field;
  return [table.columns, ...table.rows].map((row) => row.map(quote).join(',') + '\r\n').join('');
}

describe('CSV', () => {
  it('round-trips any fields, quotes and line breaks included', () => {
    const field = fc.string({ maxLength: 8 });
    fc.assert(
      fc.property(fc.array(fc.tuple(field, field, field), { maxLength: 6 }), (rows) => {
        const table = { columns: ['a', 'b', 'c'], rows };
        expect(readTable(writeTable(table), 't')).toEqual(table);
      }),
    );
  });

  it('reads semicolons, tabs, a byte-order mark and CRLF', () => {
    const expected = {
      columns: ['x', 'class'],
      rows: [
        ['1', 'a'],
        ['2', 'b'],
      ],
    };
    expect(readTable('x;class\r\n1;a\r\n\r\n2;b', 't')).toEqual(expected);
    expect(readTable('\ufeffx\tclass\n1\ta\n2\tb\n', 't')).toEqual(expected);
  });

  it.each([
    ['', /empty/],
    ['a,a\n1,2', /occurs twice/],
    ['a,\n1,2', /column 2 has no name/],
    ['a,b\n1,2\n3', /line 3: it has 1 fields where the header has 2/],
    ['a,b\n"1,2', /never ends/],
    ['a,b\n"1"x,2', /closing quote/],
  ])('names the line of a fault in %j', (text, message) => {
    expect(() => readTable(text, 'mine.csv')).toThrow(message);
  });

  it('answers garbage with a table or a fault', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        try {
          readTable(text, 'noise');
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(PhotonicError);
        }
      }),
    );
  });
});
