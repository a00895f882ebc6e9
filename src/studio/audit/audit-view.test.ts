import { describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../cloud/audit/audit';
import { merged } from '../../cloud/audit/audit';
import { auditCsv, auditJson, linesOf } from './audit-view';

function entry(given: Partial<AuditEntry>): AuditEntry {
  return {
    entry: 'e1',
    at: Date.UTC(2026, 10, 23, 12),
    by: 'ada',
    kind: 'model',
    id: 'model-one',
    action: 'update',
    workspace: null,
    owner: 'ada',
    policy: 'INTERNAL',
    detail: '',
    ...given,
  };
}

const any = { action: 'any', text: '' } as const;

describe('the audit in words', () => {
  it('names people and things that are known, others by the beginning of their id', () => {
    const names = { ada: 'ada@lab.test', 'model-one': 'Vowels' };
    const [known, unknown, command] = linesOf(
      [
        entry({}),
        entry({ by: 'constructor', id: 'toString-and-more' }),
        entry({ by: 'command', kind: 'member', id: 'ada', action: 'grant', detail: 'viewer → editor' }),
      ],
      any,
      names,
    );
    expect(known).toMatchObject({ by: 'ada@lab.test', thing: 'Vowels', action: 'Changed' });
    expect(unknown).toMatchObject({ by: 'Account constr…', thing: 'Model toStri…' });
    expect(command).toMatchObject({ by: 'Administrator’s command', thing: 'ada@lab.test' });
  });

  it('is filtered by action, and by words in anything shown', () => {
    const entries = [entry({ action: 'read', policy: 'RESTRICTED' }), entry({ entry: 'e2', by: 'grace' })];
    expect(linesOf(entries, { action: 'read', text: '' }, {})).toHaveLength(1);
    expect(linesOf(entries, { action: 'any', text: 'grace changed' }, {})).toHaveLength(1);
    expect(linesOf(entries, { action: 'read', text: 'grace' }, {})).toHaveLength(0);
  });

  it('is saved without formulas, and whole', () => {
    const hostile = entry({ detail: '=HYPERLINK("http://x","y")\n,' });
    const csv = auditCsv(linesOf([hostile], any, {}));
    expect(csv.split('\r\n')[1]).toBe(
      '2026-11-23T12:00:00.000Z,Account ada…,Changed,Model model-…,INTERNAL,"\'=HYPERLINK(""http://x"",""y"")\n,"',
    );
    expect(JSON.parse(auditJson([hostile]))).toEqual([{ ...hostile, at: '2026-11-23T12:00:00.000Z' }]);
  });
});

describe('two pages of the audit', () => {
  it('become one without doubles, which ends where the first of them does', () => {
    const page = (entries: AuditEntry[], before?: number) => ({ entries, malformed: 1, before });
    const both = entry({ entry: 'both', at: 50 });
    const one = merged([
      page([both, entry({ entry: 'new', at: 40 })], 41),
      page([both, entry({ entry: 'old', at: 10 })]),
    ]);
    expect(one.entries.map((each) => each.entry)).toEqual(['both', 'new']);
    expect(one).toMatchObject({ before: 41, malformed: 2 });
    const all = merged([page([both]), page([entry({ entry: 'old', at: 10 })])]);
    expect(all.entries.map((each) => each.entry)).toEqual(['both', 'old']);
    expect(all.before).toBeUndefined();
  });
});
