import { dataFault } from './bytes';

/** A rectangular table of text fields with a header. */
export interface TextTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Bounds that keep a wrong file from filling the memory. */
const MAX_ROWS = 1_000_000;
const MAX_COLUMNS = 600;

/**
 * Reads delimited text with a header line (RFC 4180: quoted fields, doubled quotes, any line ending).
 * The delimiter is the one of comma, semicolon and tab that the header uses most. Blank lines are
 * skipped; every other line must have as many fields as the header.
 * Throws `data/bad-table` with the line number.
 */
export function readTable(text: string, name: string): TextTable {
  const body = text.startsWith('\ufeff') ? text.slice(1) : text;
  const [header, ...lines] = splitRecords(body, delimiterOf(body), name);
  if (header === undefined) throw badTable(name, 1, 'it is empty');
  const columns = header.fields.map((field) => field.trim());
  if (columns.length > MAX_COLUMNS) throw badTable(name, 1, `it has more than ${MAX_COLUMNS} columns`);
  columns.forEach((column, index) => {
    if (column === '') throw badTable(name, 1, `column ${index + 1} has no name`);
    if (columns.indexOf(column) !== index)
      throw badTable(name, 1, `the column name "${column}" occurs twice`);
  });
  const rows = lines.map(({ fields, line }) => {
    if (fields.length !== columns.length) {
      throw badTable(name, line, `it has ${fields.length} fields where the header has ${columns.length}`);
    }
    return fields;
  });
  return { columns, rows };
}

function badTable(name: string, line: number, what: string) {
  return dataFault(
    'bad-table',
    `${name} is not a readable table: line ${line}: ${what}.`,
    'Use a CSV file with one header line and the same number of fields in every line.',
    `${name}:${line}`,
  );
}

function delimiterOf(text: string): string {
  const header = text.slice(0, Math.max(0, text.search(/[\r\n]|$/)));
  let best = ',';
  for (const candidate of [';', '\t']) {
    if (header.split(candidate).length > header.split(best).length) best = candidate;
  }
  return best;
}

interface TextRecord {
  readonly fields: readonly string[];
  readonly line: number;
}

function splitRecords(text: string, delimiter: string, name: string): TextRecord[] {
  const records: TextRecord[] = [];
  let fields: string[] = [];
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const start = line;
    for (;;) {
      if (text[at] === '"') {
        const quoted = readQuoted(text, at, name, line);
        fields.push(quoted.value);
        line += quoted.value.split('\n').length - 1;
        at = quoted.end;
      } else {
        const from = at;
        while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++;
        fields.push(text.slice(from, at));
      }
      if (text[at] !== delimiter) break;
      at++;
    }
    if (at < text.length && text[at] !== '\r' && text[at] !== '\n')
      throw badTable(name, line, 'text follows a closing quote');
    if (text[at] === '\r') at++;
    if (text[at] === '\n') at++;
    line++;
    if (fields.length > 1 || fields[0] !== '') records.push({ fields, line: start });
    fields = [];
    if (records.length > MAX_ROWS) throw badTable(name, line, `it has more than ${MAX_ROWS} rows`);
  }
  return records;
}

function readQuoted(text: string, open: number, name: string, line: number): { value: string; end: number } {
  let value = '';
  let at = open + 1;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close < 0) throw badTable(name, line, 'a quoted field never ends');
    value += text.slice(at, close);
    if (text[close + 1] !== '"') return { value, end: close + 1 };
    value += '"';
    at = close + 2;
  }
}
