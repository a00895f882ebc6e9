/** @typedef {{ id: string, value: number | null, unit: string, goal: unknown, pass: boolean, detail: unknown }} Row */

/**
 * The row of a measurement that ended in an error.
 * @param {{ id: string, unit: string, goal: unknown }} entry
 * @param {unknown} error
 * @returns {Row}
 */
export function failedRow({ id, unit, goal }, error) {
  const message = error instanceof Error ? error.message : String(error);
  // Playwright wraps what the page threw, and adds the page's stack.
  const detail = message.replace(/^page\.evaluate: (Error: )?/, '').split('\n', 1)[0] ?? '';
  return { id, value: null, unit, goal, pass: false, detail };
}

/**
 * Rows as an aligned text table.
 * @param {readonly Row[]} rows
 */
export function benchTable(rows) {
  const lines = [
    ['id', 'value', 'unit', 'goal', '', 'detail'],
    ...rows.map((row) => [
      row.id,
      row.value === null ? '–' : number(row.value),
      row.unit,
      text(row.goal),
      row.pass ? 'ok' : 'FAILED',
      text(row.detail),
    ]),
  ];
  const widths =
    lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
  return lines
    .map((line) =>
      line
        .map((cell, column) =>
          column === 1 ? cell.padStart(widths[1] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/**
 * Four significant digits, plain where they are readable.
 * @param {number} value
 */
function number(value) {
  const size = Math.abs(value);
  if (size >= 1e4 && size < 1e9) return Math.round(value).toLocaleString('en-US');
  return value !== 0 && (size < 1e-3 || size >= 1e9)
    ? value.toExponential(2)
    : String(Number(value.toPrecision(4)));
}

/** @param {unknown} value */
function text(value) {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number') return number(value);
  return (typeof value === 'string' ? value : JSON.stringify(value)).replace(/\s+/g, ' ');
}
