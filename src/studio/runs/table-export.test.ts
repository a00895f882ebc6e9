import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../data/csv';
import { ficonnVowels } from '../../experiment/presets';
import type { RunRecord } from '../../library/store/records';
import { NO_FIGURES } from '../../library/store/runs';
import { compareRuns, FIGURE_COLUMNS, NAME_COLUMN, settingColumn } from './columns';
import type { ExportTable } from './table-export';
import { exportTable, latexText, markdownText, toCsv, toLatex, toMarkdown } from './table-export';

function run(learningRate: number, name = ''): RunRecord {
  return {
    id: String(learningRate),
    runId: 'r',
    name,
    experiment: { ...ficonnVowels, training: { ...ficonnVowels.training, learningRate } },
    trial: undefined,
    state: 'finished',
    interrupted: false,
    page: undefined,
    fault: undefined,
    createdAt: 1,
    updatedAt: 1,
    step: 100,
    totalSteps: 100,
    backend: 'reference',
    source: 'real',
    figures: { ...NO_FIGURES, testAccuracy: 0.9765432, seconds: 1.5 },
    edits: [],
    start: 'seed',
    pinned: false,
    colour: 0,
    tags: [],
    note: '',
  };
}

const runs = [run(0.01, 'a, "quoted"'), run(0.02)];
const comparison = compareRuns(runs);
const table = exportTable(
  runs,
  [NAME_COLUMN, ...FIGURE_COLUMNS, ...comparison.differing.map((path) => settingColumn(path))],
  comparison,
);

describe('the table of runs', () => {
  it('has units and origins in its heads, and what is common in its caption', () => {
    expect(table.heads).toContain('Time (s, measured)');
    expect(table.heads).toContain('Test acc. (measured)');
    expect(table.heads).toContain('Learning rate');
    expect(table.caption).toContain('Modes 6');
    expect(table.rows[0]).toContain('0.9765432');
    expect(table.rows[1]).toContain('0.02');
  });

  it('says what was changed on the way', () => {
    const edit = { step: 50, path: 'training.learningRate', from: 0.05, to: 0.01 };
    const [row] = exportTable([{ ...runs[0]!, edits: [edit] }], [settingColumn(edit.path)], comparison).rows;
    expect(row).toEqual(['0.05 → 0.01']);
  });
});

const cell = fc.string({ unit: 'binary', maxLength: 20 });
const tables = fc
  .integer({ min: 1, max: 5 })
  .chain((width) =>
    fc.record({
      rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 6 }),
      width: fc.constant(width),
    }),
  )
  .map(({ rows, width }): ExportTable => ({
    heads: Array.from({ length: width }, (_, i) => `column ${i}, "${i}"`),
    isNumeric: Array.from({ length: width }, () => false),
    rows,
    caption: '',
  }));

describe('as CSV', () => {
  it('reads back as what was written, whatever the cells say', () => {
    fc.assert(
      fc.property(tables, (written) => {
        // A line of nothing but one empty field is a blank line to every reader.
        const rows = written.rows.filter((row) => row.join('').trim() !== '');
        const read = readTable(toCsv({ ...written, rows }), 'table');
        expect(read.columns).toEqual(written.heads);
        expect(read.rows).toEqual(rows);
      }),
      { seed: 11, numRuns: 200 },
    );
  });
});

describe('as LaTeX', () => {
  it('leaves no sign that TeX takes for itself', () => {
    fc.assert(
      fc.property(cell, (text) => {
        const plain = latexText(text)
          .replace(/\\text(backslash|asciitilde|asciicircum|mu)\{\}/g, '')
          .replace(/\$\\?[A-Za-z_]*[-\d]?\$/g, '')
          .replace(/\\[&%$#_{},]/g, '');
        expect(plain).not.toMatch(/[\\&%$#_{}~^\n]/);
      }),
      { seed: 12, numRuns: 300 },
    );
  });

  it('is a table of booktabs with as many cells in every line', () => {
    const text = toLatex(table);
    expect(text).toContain('\\toprule');
    expect(text).toContain('\\begin{tabular}{lrrrrrrrl}');
    for (const line of text.split('\n').filter((each) => each.endsWith('\\\\')))
      expect(line.split(/(?<!\\)&/)).toHaveLength(table.heads.length);
    expect(latexText('50 % of a_b & {c}')).toBe('50 \\% of a\\_b \\& \\{c\\}');
  });
});

describe('as Markdown', () => {
  it('keeps every cell inside its bars', () => {
    fc.assert(
      fc.property(tables, (written) => {
        const lines = toMarkdown(written)
          .split('\n')
          .slice(0, written.rows.length + 2);
        for (const line of lines)
          expect(line.match(/(?<!\\)(?:\\\\)*\|/g)).toHaveLength(written.heads.length + 1);
      }),
      { seed: 13, numRuns: 200 },
    );
    expect(markdownText('a|b\nc')).toBe('a\\|b c');
  });
});
