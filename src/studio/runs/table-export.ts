import type { RunRecord } from '../../library/store/records';
import { runsWords } from '../words/runs';
import { settingName } from '../words/settings';
import type { Column } from './columns';
import type { SettingsComparison } from './settings';
import { settingText } from './settings';

export type ExportFormat = 'csv' | 'latex' | 'markdown';

/** A table of text, ready to be written in any format. */
export interface ExportTable {
  /** Heads with their units and how the numbers came about. */
  readonly heads: readonly string[];
  readonly isNumeric: readonly boolean[];
  readonly rows: readonly (readonly string[])[];
  /** What all rows have in common, for the caption. */
  readonly caption: string;
}

/** The shown columns of the shown runs; numbers as they were measured, without rounding. */
export function exportTable(
  runs: readonly RunRecord[],
  columns: readonly Column[],
  comparison: SettingsComparison,
): ExportTable {
  const common = [...comparison.common].map(([path, value]) => {
    const { name, unit } = settingName(path);
    return `${name} ${settingText(value, path)}${unit === undefined ? '' : ` ${unit}`}`;
  });
  return {
    heads: distinct(columns.map(headOf)),
    isNumeric: columns.map(({ isNumeric }) => isNumeric),
    rows: runs.map((run) => columns.map((column) => plainText(column, run))),
    caption: `${runsWords.exporting.caption} ${runsWords.exporting.commonIs}: ${common.join('; ')}.`,
  };
}

function headOf({ name, unit, origin }: Column): string {
  const known = [unit, origin === undefined ? undefined : runsWords.measured].filter(
    (word) => word !== undefined,
  );
  return known.length === 0 ? name : `${name} (${known.join(', ')})`;
}

/** A table's heads may not be equal: the second gets a number. */
function distinct(heads: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return heads.map((head) => {
    const count = (seen.get(head) ?? 0) + 1;
    seen.set(head, count);
    return count === 1 ? head : `${head} ${count}`;
  });
}

function plainText(column: Column, run: RunRecord): string {
  const value = column.value(run);
  if (value === undefined) return '';
  if (column.id === 'created' && typeof value === 'number') return new Date(value).toISOString();
  // Changes during a run are said in words; everything else is the number itself.
  if (run.edits.some(({ path }) => `setting:${path}` === column.id)) return column.text(run);
  return typeof value === 'number'
    ? String(Number(value.toPrecision(7)))
    : column.id.startsWith('setting:')
      ? column.text(run)
      : String(value);
}

export function writeTable(table: ExportTable, format: ExportFormat): string {
  switch (format) {
    case 'csv':
      return toCsv(table);
    case 'latex':
      return toLatex(table);
    case 'markdown':
      return toMarkdown(table);
  }
}

/** RFC 4180: fields with commas, quotes or line ends are quoted, quotes doubled. */
export function toCsv({ heads, rows }: ExportTable): string {
  const field = (text: string): string =>
    /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return [heads, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

const LATEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '→': '$\\to$',
  '−': '$-$',
  '±': '$\\pm$',
  '×': '$\\times$',
  '·': '$\\cdot$',
  '√': '$\\surd$',
  µ: '\\textmu{}',
  Ω: '$\\Omega$',
  π: '$\\pi$',
  σ: '$\\sigma$',
  τ: '$\\tau$',
  β: '$\\beta$',
  ε: '$\\varepsilon$',
  '₁': '$_1$',
  '₂': '$_2$',
  '\u202f': '\\,',
  '–': '--',
};

/** Text that TeX prints as it stands. */
export function latexText(text: string): string {
  return text
    .replace(/[\r\n]+/g, ' ')
    .replace(/[\\~^→−±×·√µΩπστβε₁₂\u202f–]|[&%$#_{}]/g, (sign) => LATEX[sign] ?? `\\${sign}`);
}

/** A table for `booktabs`: numbers to the right, text to the left. */
export function toLatex({ heads, isNumeric, rows, caption }: ExportTable): string {
  const line = (cells: readonly string[]): string => `  ${cells.map(latexText).join(' & ')} \\\\`;
  return [
    '% \\usepackage{booktabs}',
    '\\begin{table}',
    '  \\centering',
    `  \\caption{${latexText(caption)}}`,
    `  \\begin{tabular}{${isNumeric.map((numeric) => (numeric ? 'r' : 'l')).join('')}}`,
    '  \\toprule',
    line(heads),
    '  \\midrule',
    ...rows.map((row) => line(row.map((cell) => (cell === '' ? '–' : cell)))),
    '  \\bottomrule',
    '  \\end{tabular}',
    '\\end{table}',
    '',
  ].join('\n');
}

/** Text that stays inside its cell. */
export function markdownText(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').replace(/[\\|`*_[\]<>]/g, (sign) => `\\${sign}`);
}

export function toMarkdown({ heads, isNumeric, rows, caption }: ExportTable): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(heads.map(markdownText)),
    line(isNumeric.map((numeric) => (numeric ? '---:' : '---'))),
    ...rows.map((row) => line(row.map((cell) => (cell === '' ? '–' : markdownText(cell))))),
    '',
    markdownText(caption),
    '',
  ].join('\n');
}
