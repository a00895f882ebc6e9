import { describe, expect, it } from 'vitest';
import { resultsMarkdown } from './markdown';
import { mergeRounds } from './merge';
import { syntheticResults as results, syntheticRow as row } from './results.fixture';
import { parseResults } from './schema';

describe('results of a file', () => {
  it('come back as they were written', () => {
    const written = results(row({ id: 'parity.n64' }), row({ id: 'b', value: null, calibration: null }));
    expect(parseResults(JSON.stringify(written))).toEqual({ ok: true, value: written });
  });

  it.each([
    ['no JSON', '{'],
    ['another version', JSON.stringify({ ...results(), schema: 2 })],
    ['no machine', JSON.stringify({ ...results(), machine: undefined })],
    ['a row twice', JSON.stringify(results(row({ id: 'a' }), row({ id: 'a' })))],
    ['a name that is no name', JSON.stringify(results(row({ id: '<b>' })))],
    [
      'a kernel that takes no time',
      JSON.stringify(results(row({ id: 'a', calibration: { value: 0, quartiles: [0, 0], repetitions: 1 } }))),
    ],
    [
      'too many rows',
      JSON.stringify(results(...Array.from({ length: 501 }, (_, k) => row({ id: `r${k}` })))),
    ],
  ])('are refused with a reason: %s', (_, text) => {
    const parsed = parseResults(text, 'old.json');
    expect(parsed).toMatchObject({ ok: false, fault: { code: 'bench/broken-results', where: 'old.json' } });
  });
});

it('are a Markdown table whose cells nothing leaves', () => {
  const text = resultsMarkdown(results(row({ id: 'a', unit: 'ms | <i>', value: 12345.6 })));
  expect(text).toContain('| `a` | ≤ 50 | 12,346 ms \\| \\<i\\> | 9.9 … 10.1, 15 | reached |');
  expect(text).toContain('commit 0123456789abcdef0123456789abcdef01234567');
});

describe('rounds of a row', () => {
  const rounds = [9, 30, 10].map((value) =>
    row({ id: 'a', value, pass: value < 20, goal: { kind: 'at-most', value: 20 } }),
  );

  it('are their median, with the spread from round to round', () => {
    expect(mergeRounds(rounds)).toMatchObject({
      value: 10,
      quartiles: [9.5, 20],
      repetitions: 3,
      pass: true,
    });
  });

  it('fail where one failed, or missed another condition', () => {
    const [first] = rounds;
    if (!first) throw new Error('There are rounds.');
    expect(mergeRounds([...rounds, row({ id: 'a', value: null, pass: false })]).value).toBeNull();
    expect(mergeRounds([first, { ...first, pass: false }]).pass).toBe(false);
  });
});
