import { dataFault } from './bytes';
import { readTable } from './csv';
import { VOWEL_WORDS } from './dataset-titles';
import type { TableSplit } from './samples';

/**
 * Acoustic measurements of 12 American English vowels by 139 talkers (Hillenbrand, Getty, Clark and
 * Wheeler, "Acoustic characteristics of American English vowels", JASA 97, 3099 (1995)): duration in
 * milliseconds, then f0 and formants in hertz at steady state and at 20, 50 and 80 % of the vowel.
 */
export const VOWEL_COLUMNS = [
  'dur_ms',
  'f0',
  'f1',
  'f2',
  'f3',
  'f4',
  'f1_20',
  'f2_20',
  'f3_20',
  'f1_50',
  'f2_50',
  'f3_50',
  'f1_80',
  'f2_80',
  'f3_80',
] as const;

const VOWELS = Object.keys(VOWEL_WORDS);
/** Group letter, two-digit talker, two-letter vowel: `m01ae`. */
const TOKEN = /^([mwbg]\d\d)([a-z]{2})$/;

/**
 * Reads the author's `vowdata.dat` (a preface, then one token a line) or its CSV form into one table;
 * labels index {@link VOWEL_WORDS}, groups are talkers (`m01`), unmeasurable values (0) become NaN.
 * Throws `data/bad-vowels` with the line.
 */
export function readVowels(text: string, name: string): TableSplit {
  return text.startsWith('token,') ? fromCsv(text, name) : fromOriginal(text, name);
}

export function isVowelFile(text: string): boolean {
  return text.startsWith('token,group,talker,vowel,') || /^[mwbg]\d\d[a-z]{2}(\s+\d+){15}\s*$/m.test(text);
}

function fromOriginal(text: string, name: string): TableSplit {
  const rows: { token: string; values: string[] }[] = [];
  text.split(/\r?\n/).forEach((line, index) => {
    const [token = '', ...values] = line.trim().split(/\s+/);
    if (!TOKEN.test(token)) {
      // The preface may say anything; after the first token every line is a token.
      if (rows.length > 0 && token !== '')
        throw badVowels(name, index + 1, `"${token}" is not a token such as m01ae`);
      return;
    }
    rows.push({ token, values });
    checkWidth(values.length, name, index + 1);
  });
  return assemble(rows, name);
}

function fromCsv(text: string, name: string): TableSplit {
  const table = readTable(text, name);
  const token = table.columns.indexOf('token');
  const wanted = VOWEL_COLUMNS.map((column) => table.columns.indexOf(column));
  const missing = VOWEL_COLUMNS.find((_, index) => (wanted[index] ?? -1) < 0);
  if (missing !== undefined) throw badVowels(name, 1, `the column ${missing} is missing`);
  return assemble(
    table.rows.map((row) => ({ token: row[token] ?? '', values: wanted.map((at) => row[at] ?? '') })),
    name,
  );
}

function assemble(rows: readonly { token: string; values: readonly string[] }[], name: string): TableSplit {
  if (rows.length === 0) throw badVowels(name, 1, 'it has no tokens');
  const values = new Float64Array(rows.length * VOWEL_COLUMNS.length);
  const labels = new Uint8Array(rows.length);
  const groups = rows.map(({ token, values: fields }, row) => {
    const [, talker, vowel] = TOKEN.exec(token) ?? [];
    const label = VOWELS.indexOf(vowel ?? '');
    if (talker === undefined || label < 0)
      throw badVowels(name, row + 1, `"${token}" names no known talker and vowel`);
    labels[row] = label;
    fields.forEach((field, column) => {
      const value = field === '' ? 0 : Number(field);
      if (!Number.isFinite(value) || value < 0)
        throw badVowels(name, row + 1, `"${field}" is not a measurement`);
      values[row * VOWEL_COLUMNS.length + column] = value === 0 ? Number.NaN : value;
    });
    return talker;
  });
  return { kind: 'table', count: rows.length, columns: VOWEL_COLUMNS, values, labels, groups };
}

function checkWidth(fields: number, name: string, line: number): void {
  if (fields === VOWEL_COLUMNS.length) return;
  throw badVowels(name, line, `it has ${fields} numbers instead of ${VOWEL_COLUMNS.length}`);
}

function badVowels(name: string, line: number, what: string) {
  return dataFault(
    'bad-vowels',
    `${name} is not the Hillenbrand vowel table: line or row ${line}: ${what}.`,
    'Use the original vowdata.dat, unchanged.',
    `${name}:${line}`,
  );
}
