import type { BenchResults, ResultRow } from './schema';

/** Synthetic results: nothing in them was measured. */
export function syntheticRow(change: Partial<ResultRow> & Pick<ResultRow, 'id'>): ResultRow {
  return {
    value: 10,
    unit: 'ms',
    quartiles: [9.9, 10.1],
    repetitions: 15,
    goal: { kind: 'at-most', value: 50 },
    pass: true,
    calibration: { value: 0.1, quartiles: [0.0995, 0.1005], repetitions: 20 },
    relative: null,
    detail: 'synthetic',
    ...change,
  };
}

export function syntheticResults(...rows: readonly ResultRow[]): BenchResults {
  return {
    schema: 1,
    date: '2026-11-24T12:00:00.000Z',
    commit: '0123456789abcdef0123456789abcdef01234567',
    machine: {
      cpu: 'synthetic',
      cores: 2,
      memoryGiB: 8,
      system: 'none',
      browser: 'Chromium 1',
      adapter: 'none',
    },
    rows: [...rows],
  };
}
