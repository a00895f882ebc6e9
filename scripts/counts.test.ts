import { describe, expect, it } from 'vitest';
import { closingLine, playwrightCounts, stageCounts, vitestCounts } from './counts.mjs';

describe('counts of a report', () => {
  it('counts tests, and a file that failed before its first test', () => {
    const report = {
      testResults: [
        {
          status: 'failed',
          assertionResults: [{ status: 'passed' }, { status: 'failed' }, { status: 'pending' }],
        },
        { status: 'passed', assertionResults: [{ status: 'passed' }, { status: 'todo' }] },
        { status: 'failed', assertionResults: [] },
      ],
    };
    expect(vitestCounts(report)).toEqual({ passed: 2, failed: 2, skipped: 2 });
  });

  it('takes flaky tests and errors outside tests as failures', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 2, skipped: 3 };
    expect(playwrightCounts({ stats, errors: [{ message: 'no server' }] })).toEqual({
      passed: 5,
      failed: 4,
      skipped: 3,
    });
  });
});

describe('verdict on a stage', () => {
  it.each([
    [{ passed: 3, failed: 0, skipped: 1 }, 0, 0],
    [{ passed: 3, failed: 2, skipped: 0 }, 1, 2],
    [{ passed: 3, failed: 0, skipped: 0 }, 1, 1],
    [{ passed: 0, failed: 0, skipped: 4 }, 0, 1],
    [undefined, 0, 1],
  ])('%j with exit code %i has %i failures', (counts, exitCode, failed) => {
    expect(stageCounts(counts, exitCode).failed).toBe(failed);
  });

  it('says skipped only when something was', () => {
    expect(closingLine({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed');
    expect(closingLine({ passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped');
  });
});
