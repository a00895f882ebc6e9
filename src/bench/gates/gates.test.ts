import { describe, expect, it } from 'vitest';
import { syntheticRow } from '../results/results.fixture';
import type { Evidence, Gate } from './gates';
import { GATES, judgeGate } from './gates';
import { readPublishedGates } from './published';

const commit = 'c0ffee';
const nothing: Evidence = { rows: [], stages: {} };
const gate = (id: string): Gate => GATES.find((each) => each.id === id) ?? GATES[0]!;
const measured = (id: string, value: number | null, pass: boolean, detail = '') => ({
  ...syntheticRow({ id, value, pass, detail }),
  commit,
});
const stage = (failed: number) => ({ passed: 3, failed, skipped: 0, commit, date: '2026-11-24' });

describe('a gate', () => {
  it('is unmeasured where anything is missing, and says what', () => {
    expect(judgeGate(gate('parity'), nothing)).toMatchObject({
      state: 'unmeasured',
      missing: ['parity.n64', 'parity.n256', 'parity.clements'],
    });
    const one = { ...nothing, rows: [measured('parity.n64', 1e-6, true)] };
    expect(judgeGate(gate('parity'), one)).toMatchObject({ state: 'unmeasured', commits: [commit] });
  });

  it('holds only if all of its parts do', () => {
    const rows = gate('parity').rows.map((id) => measured(id, 1, true));
    expect(judgeGate(gate('parity'), { ...nothing, rows }).state).toBe('pass');
    const broken = [...rows.slice(1), measured('parity.n64', 9, false)];
    expect(judgeGate(gate('parity'), { ...nothing, rows: broken }).state).toBe('fail');
  });

  it('fails by a part that failed, whatever else is missing', () => {
    const rows = [measured('parity.n64', null, false, 'The page crashed.')];
    expect(judgeGate(gate('parity'), { ...nothing, rows }).state).toBe('fail');
  });

  it('counts what cannot be measured here as unmeasured, not as good', () => {
    const rows = [measured('security.dependencies', null, false, 'Unmeasured: no list of vulnerabilities')];
    expect(judgeGate(gate('dependencies'), { ...nothing, rows })).toMatchObject({
      state: 'unmeasured',
      missing: ['security.dependencies (no list of vulnerabilities)'],
    });
  });

  it('of the tests needs every stage, passed and not empty', () => {
    const stages = Object.fromEntries(gate('tests').stages.map((name) => [name, stage(0)]));
    expect(judgeGate(gate('tests'), { ...nothing, stages }).state).toBe('pass');
    expect(judgeGate(gate('tests'), { ...nothing, stages: { ...stages, e2e: stage(1) } }).state).toBe('fail');
    const empty = { ...stages, unit: { ...stage(0), passed: 0 } };
    expect(judgeGate(gate('tests'), { ...nothing, stages: empty }).state).toBe('fail');
  });

  it('of availability asks for 99.9 %', () => {
    const over = { from: '2026-11-01', to: '2026-11-24' };
    const with_ = (share: number) =>
      judgeGate(gate('availability'), { ...nothing, availability: { ...over, share } }).state;
    expect([with_(0.9995), with_(0.99)]).toEqual(['pass', 'fail']);
  });
});

it('published gates are read, and anything else is not', () => {
  const published = { schema: 1, date: null, commit, gates: GATES.map((each) => judgeGate(each, nothing)) };
  expect(readPublishedGates(JSON.parse(JSON.stringify(published)))).toEqual(published);
  expect(readPublishedGates({ ...published, gates: [{ id: 'unknown' }] })).toBeUndefined();
  expect(readPublishedGates('<!doctype html>')).toBeUndefined();
});
