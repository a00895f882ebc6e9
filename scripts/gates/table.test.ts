import { expect, it } from 'vitest';
import { GATES, judgeGate } from '../../src/bench/gates/gates';
import { gateTable, wanting } from './table.mjs';

const now = 'a'.repeat(40);
const then = 'b'.repeat(40);
const stage = { passed: 3, failed: 0, skipped: 0, date: '2026-11-24', commit: now };

it('asks for what nobody has at this commit, each stage once', () => {
  const stages = { unit: stage, lint: { ...stage, commit: then } };
  const { stages: stale, rows } = wanting(GATES, { rows: [], stages }, now);
  expect(stale).not.toContain('unit');
  expect(stale).toContain('lint');
  expect(stale.filter((name) => name === 'e2e')).toHaveLength(1);
  expect(rows).toContain('train.samples.n64');
});

it('names the commit of figures that are of another one', () => {
  const stages = { cloud: { ...stage, commit: then } };
  const gates = GATES.filter(({ id }) => id === 'rules').map((gate) => judgeGate(gate, { rows: [], stages }));
  const text = gateTable(gates, now);
  expect(text).toContain('measured at bbbbbbbbbb; this is aaaaaaaaaa');
  expect(text).toContain('unmeasured: security.matrix');
});
