import { describe, expect, it } from 'vitest';
import { summaryOf, summaryText } from './sync-summary';

const fault = { code: 'cloud/unreachable', message: 'm', fix: 'f' };
const synced = { kind: 'synced', at: 1 } as const;

describe('where sync stands', () => {
  it('is what needs a person first', () => {
    const refused = { kind: 'refused', fault } as const;
    const conflict = { kind: 'conflict', copy: 'b' } as const;
    expect(summaryOf(synced, [synced, conflict, refused])).toBe('refused');
    expect(summaryOf(synced, [synced, conflict])).toBe('conflict');
    expect(summaryOf({ kind: 'signed-out', fault }, [{ kind: 'waiting' }])).toBe('signed-out');
  });

  it('is only called synced when nothing waits', () => {
    expect(summaryOf(synced, [synced])).toBe('synced');
    expect(summaryOf(synced, [synced, { kind: 'waiting' }])).toBe('syncing');
    expect(summaryOf({ kind: 'waiting', fault, retryAt: undefined }, [{ kind: 'waiting' }])).toBe('waiting');
    expect(summaryOf(undefined, [])).toBe('syncing');
  });

  it('counts the models on their way', () => {
    expect(summaryText('syncing', { kind: 'syncing', done: 1, total: 4 })).toBe('Syncing 2 of 4');
    expect(summaryText('syncing', { kind: 'syncing', done: 0, total: 1 })).toBe('Syncing');
  });
});
