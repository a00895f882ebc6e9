import { expect, it } from 'vitest';
import { changesTable } from './compare.mjs';
import { optionsOf } from './options.mjs';

it('reads what is asked for', () => {
  const options = optionsOf(['--only', '{speed*,train*}', '--quick', '--rounds', '3', '--compare', 'a.json']);
  expect(options).toMatchObject({ isQuick: true, rounds: 3, compare: 'a.json', headless: true });
  expect([options.matches('speed.x'), options.matches('parity.n64')]).toEqual([true, false]);
});

it.each([
  [['--rounds', '0'], '--rounds'],
  [['--rounds', 'many'], '--rounds'],
  [['--threshold', '-1'], '--threshold'],
  [['--with', 'b.json'], '--compare'],
  [['--unknown'], '--unknown'],
])('refuses %j', (args, named) => {
  expect(() => optionsOf(args)).toThrow(named);
});

it('shows what became worse first', () => {
  const change = { unit: 'ms', before: 10, now: 10, worsening: 1, limit: 1.1 };
  const table = changesTable(
    [
      { ...change, id: 'a', verdict: 'same' },
      { ...change, id: 'b', now: 13, worsening: 1.3, verdict: 'worse' },
      { ...change, id: 'c', now: null, worsening: undefined, limit: undefined, verdict: 'missing' },
    ],
    String,
  );
  expect(table.split('\n').map((line) => line.split(/\s+/).slice(0, 2))).toEqual([
    ['', 'row'],
    ['WORSE', 'b'],
    ['MISSING', 'c'],
    ['same', 'a'],
  ]);
});
