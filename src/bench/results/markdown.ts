import { goalText } from './goal';
import type { BenchResults, ResultRow } from './schema';

/** Results as a Markdown table, with the machine and the commit above it. */
export function resultsMarkdown({ rows, machine, commit, date }: BenchResults): string {
  const { cpu, cores, browser, adapter, system } = machine;
  const lines = rows.map(({ id, goal, ...row }) => {
    const outcome = goal === null ? '' : row.pass ? 'reached' : 'not reached';
    const cells = [`\`${id}\``, goalText(goal), figureText(row), rangeText(row), outcome];
    return `| ${cells.map(cellOf).join(' | ')} |`;
  });
  return [
    cellOf(
      `${date.slice(0, 10)}, commit ${commit}; ${cpu}, ${cores} cores; ${browser}; ${adapter}; ${system}`,
    ),
    '',
    '| row | goal | measured | quartiles, repetitions | |',
    '|---|---|---|---|---|',
    ...lines,
    '',
  ].join('\n');
}

type Figure = Pick<ResultRow, 'value' | 'unit' | 'quartiles' | 'repetitions'>;

/** The value with its unit. */
export function figureText({ value, unit }: Pick<Figure, 'value' | 'unit'>): string {
  return value === null ? 'failed' : `${numberText(value)} ${unit}`;
}

/** Quartiles and repetitions; empty for a single measurement. */
export function rangeText({ quartiles, repetitions }: Pick<Figure, 'quartiles' | 'repetitions'>): string {
  if (quartiles === null) return '';
  return `${numberText(quartiles[0])} … ${numberText(quartiles[1])}, ${repetitions}`;
}

/** Four significant digits, plain where they are readable. */
export function numberText(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e4 && size < 1e9) return Math.round(value).toLocaleString('en-US');
  return value !== 0 && (size < 1e-3 || size >= 1e9)
    ? value.toExponential(2)
    : String(Number(value.toPrecision(4)));
}

/** Text of a file may hold anything; in a table it must stay one cell. */
function cellOf(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[|<>]/g, (sign) => `\\${sign}`);
}
