import { dataFault } from './bytes';
import type { ReadMatrix } from './matrix-limits';
import { MAX_ENTRIES, tooLargeMatrix } from './matrix-limits';

const DECIMAL = String.raw`(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?`;
const REAL = new RegExp(`^[+-]?${DECIMAL}$`);
const IMAGINARY = new RegExp(String.raw`^([+-]?(?:${DECIMAL})?)\*?[ij]$`);
const REAL_FIRST = new RegExp(String.raw`^([+-]?${DECIMAL})([+-](?:${DECIMAL})?)\*?[ij]$`);
const IMAGINARY_FIRST = new RegExp(String.raw`^([+-]?(?:${DECIMAL})?)\*?[ij]([+-]${DECIMAL})$`);

/**
 * Reads a matrix from text: one line a row; entries apart by tabs, semicolons, commas or spaces, whichever occurs
 * first in this order; entries such as 1+2i, 0.5, -i, (3e-2-1j) or 2*i. Square brackets as in NumPy and MATLAB
 * are understood, there with semicolons between rows. Blank lines and those that begin with # or % are skipped.
 * Throws `data/bad-matrix` naming row and column, or `data/too-large`.
 */
export function readComplexText(text: string, name: string): ReadMatrix {
  const lines = rowsOf(text);
  if (lines.length === 0) throw badMatrix(name, name, 'there are no numbers in it', 'Paste one row a line.');
  const delimiter = delimiterOf(lines);
  const re: number[] = [];
  const im: number[] = [];
  let columns = 0;
  lines.forEach((line, row) => {
    const entries = entriesOf(line, delimiter);
    if (row === 0) columns = entries.length;
    if (entries.length !== columns) {
      throw badMatrix(
        name,
        `${name}:${row + 1}`,
        `row ${row + 1} has ${entries.length} entries where the first has ${columns}`,
        'Give every row the same number of entries.',
      );
    }
    if (lines.length * columns > MAX_ENTRIES) throw tooLargeMatrix(name, lines.length * columns, 'entries');
    entries.forEach((entry, column) => {
      const [real, imaginary] = parseComplex(entry) ?? notANumber(entry, row, column, name);
      re.push(real);
      im.push(imaginary);
    });
  });
  return { rows: lines.length, columns, re: Float64Array.from(re), im: Float64Array.from(im) };
}

/** [re, im] of one entry; undefined where it is no finite complex number. */
export function parseComplex(text: string): readonly [number, number] | undefined {
  // Typographic minus, parentheses as Python prints them, and blanks inside an entry.
  const entry = text
    .replace(/[\s()]/g, '')
    .replace(/\u2212/g, '-')
    .toLowerCase();
  if (REAL.test(entry)) return finite(Number(entry), 0);
  const imaginary = IMAGINARY.exec(entry);
  if (imaginary) return finite(0, coefficient(imaginary[1] ?? ''));
  const realFirst = REAL_FIRST.exec(entry);
  if (realFirst) return finite(Number(realFirst[1]), coefficient(realFirst[2] ?? ''));
  const imaginaryFirst = IMAGINARY_FIRST.exec(entry);
  if (imaginaryFirst) return finite(Number(imaginaryFirst[2]), coefficient(imaginaryFirst[1] ?? ''));
  return undefined;
}

/** "", "+" and "-" stand for 1 and −1. */
function coefficient(text: string): number {
  return /\d/.test(text) ? Number(text) : Number(`${text}1`);
}

function finite(re: number, im: number): readonly [number, number] | undefined {
  return Number.isFinite(re) && Number.isFinite(im) ? [re, im] : undefined;
}

/** Lines with entries; brackets close rows. */
function rowsOf(text: string): string[] {
  const body = text.replace(/^\ufeff/, '');
  const isBracketed = body.includes('[');
  const lines = body
    .split(/\r\n|\r|\n/)
    .filter((line) => !/^\s*[#%]/.test(line))
    .flatMap((line) =>
      isBracketed
        ? line
            .replace(/\[/g, ' ')
            .replace(/\]\s*,?/g, '\n')
            .split(/[\n;]/)
        : [line],
    )
    .map((line) => line.trim())
    .filter((line) => line !== '');
  // NumPy breaks long rows into several lines; only a bracket ends them.
  return isBracketed && body.includes('[[') ? joinedRows(body) : lines;
}

/** Rows of a nested list [[…], […]]. */
function joinedRows(body: string): string[] {
  return body
    .replace(/[\r\n]+/g, ' ')
    .replace(/\[/g, ' ')
    .split(/\]\s*,?/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function delimiterOf(lines: readonly string[]): string {
  return ['\t', ';', ','].find((candidate) => lines.some((line) => line.includes(candidate))) ?? ' ';
}

function entriesOf(line: string, delimiter: string): string[] {
  if (delimiter === ' ') {
    // A sign between blanks joins the parts of one entry.
    return line.replace(/([\dij.)])\s+([+\-\u2212])\s+/gi, '$1$2').split(/\s+/);
  }
  const entries = line.split(delimiter);
  // A delimiter may also end a row.
  return entries.length > 1 && entries.at(-1)?.trim() === '' ? entries.slice(0, -1) : entries;
}

function notANumber(entry: string, row: number, column: number, name: string): never {
  const what = entry.trim() === '' ? 'is empty' : `"${entry.trim().slice(0, 40)}" is not a complex number`;
  throw badMatrix(
    name,
    `${name}:${row + 1}:${column + 1}`,
    `the entry in row ${row + 1}, column ${column + 1} ${what}`,
    'Write entries like 1+2i, 0.5 or -i, with a point for decimals.',
  );
}

function badMatrix(name: string, where: string, what: string, fix: string) {
  return dataFault('bad-matrix', `${name} is not a readable matrix: ${what}.`, fix, where);
}
