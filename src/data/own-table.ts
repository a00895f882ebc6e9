import { dataFault } from './bytes';
import { readTable, type TextTable } from './csv';
import type { TableSplit } from './samples';

/** A user's table: rows of numbers with a class each. */
export interface LabelledTable {
  readonly classNames: readonly string[];
  readonly rows: TableSplit;
}

const CLASS_COLUMN = /^(class|label|vowel|species|target|category|word)$/i;
const GROUP_COLUMN = /^(group|talker|speaker|subject|person|patient)$/i;
/** Ports to read out are far fewer; more classes than this means a number column was taken for the class. */
const MAX_CLASSES = 64;
/** What people and programs write for "not measured". */
const MISSING = new Set(['', 'na', 'nan', 'null', '?', '-']);

/**
 * Reads a user's CSV: a header, one class column (named class, label, vowel, species, target, category
 * or word), number columns, and optionally a column (talker, speaker, subject, person, patient, group)
 * saying whose rows belong together. Other text columns are left out. Class names are sorted.
 * Throws `data/bad-table` naming line and column.
 */
export function readLabelledTable(text: string, name: string): LabelledTable {
  const table = readTable(text, name);
  if (table.rows.length < 4) throw badOwn(name, `it has only ${table.rows.length} rows`);
  const classAt = table.columns.findIndex((column) => CLASS_COLUMN.test(column));
  if (classAt < 0) throw badOwn(name, 'no column says the class of each row (name it "class")');
  // The most telling name wins: a talker column before a coarse "group".
  const groupAt = findLast(table.columns, (column) => GROUP_COLUMN.test(column));
  // Every column that names classes or groups is left out, or the answer would leak into the question.
  const telling = (column: string) => CLASS_COLUMN.test(column) || GROUP_COLUMN.test(column);
  const numeric = table.columns.flatMap((column, at) =>
    !telling(column) && isNumeric(table, at) ? [at] : [],
  );
  if (numeric.length === 0) throw badOwn(name, 'it has no column of numbers');
  const classNames = [...new Set(table.rows.map((row) => row[classAt]?.trim() ?? ''))].sort();
  if (classNames.length < 2) throw badOwn(name, 'all rows have the same class');
  if (classNames.length > MAX_CLASSES)
    throw badOwn(
      name,
      `column "${table.columns[classAt] ?? ''}" has ${classNames.length} different values, more than ${MAX_CLASSES} classes`,
    );
  const unnamed = table.rows.findIndex((row) => (row[classAt]?.trim() ?? '') === '');
  if (unnamed >= 0) throw badOwn(name, `row ${unnamed + 1} has no class`);
  return {
    classNames,
    rows: {
      kind: 'table',
      count: table.rows.length,
      columns: numeric.map((at) => table.columns[at] ?? ''),
      values: Float64Array.from(table.rows.flatMap((row) => numeric.map((at) => numberOf(row[at])))),
      labels: Uint8Array.from(table.rows, (row) => classNames.indexOf(row[classAt]?.trim() ?? '')),
      groups: table.rows.map((row, index) => (groupAt < 0 ? `row ${index + 1}` : (row[groupAt] ?? ''))),
    },
  };
}

function badOwn(name: string, what: string) {
  return dataFault(
    'bad-table',
    `${name} cannot be learnt from: ${what}.`,
    'Use a CSV file with a header, number columns, and a column "class" with at least two classes.',
    name,
  );
}

function findLast<T>(list: readonly T[], test: (item: T) => boolean): number {
  return list.reduce((found, item, index) => (test(item) ? index : found), -1);
}

function numberOf(field: string | undefined): number {
  const text = field?.trim() ?? '';
  return MISSING.has(text.toLowerCase()) ? Number.NaN : Number(text);
}

function isNumeric(table: TextTable, at: number): boolean {
  let measured = false;
  for (const row of table.rows) {
    const text = row[at]?.trim() ?? '';
    if (MISSING.has(text.toLowerCase())) continue;
    if (!Number.isFinite(Number(text))) return false;
    measured = true;
  }
  return measured;
}
