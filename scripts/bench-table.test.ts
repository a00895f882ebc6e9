import { expect, it } from 'vitest';
import { benchTable, failedRow } from './bench-table.mjs';

it('aligns rows and shows what failed', () => {
  const table = benchTable([
    { id: 'parity.n64', value: 0.00000212, unit: 'relative', goal: 5e-6, pass: true, detail: 'wasm' },
    {
      id: 'train.samples.n64',
      value: 123456.7,
      unit: 'samples/s',
      goal: '≥ 100,000',
      pass: true,
      detail: '',
    },
    failedRow(
      { id: 'accuracy.mnist', unit: '%', goal: 97.5 },
      new Error('page.evaluate: Error: No adapter.\n    at run'),
    ),
  ]);
  expect(table.split('\n')).toEqual([
    'id                   value  unit       goal               detail',
    'parity.n64         2.12e-6  relative   5.00e-6    ok      wasm',
    'train.samples.n64  123,457  samples/s  ≥ 100,000  ok',
    'accuracy.mnist           –  %          97.5       FAILED  No adapter.',
  ]);
});
