import { describe, expect, it } from 'vitest';
import { compareResults } from './compare';
import { syntheticResults as results, syntheticRow as row } from './results.fixture';

const verdicts = (...args: Parameters<typeof compareResults>): string[] =>
  compareResults(...args).changes.map(({ id, verdict }) => `${id} ${verdict}`);

const calibrated = (value: number) => ({
  value,
  quartiles: [0.995 * value, 1.005 * value] as [number, number],
  repetitions: 20,
});

describe('a row against the same row earlier', () => {
  it('is worse when it takes longer than its spread explains', () => {
    const now = row({ id: 'a', value: 13, quartiles: [12.9, 13.1] });
    const { regressions } = compareResults(results(row({ id: 'a' })), results(now));
    expect(regressions).toMatchObject([{ id: 'a', before: 10, now: 13, verdict: 'worse' }]);
    expect(regressions[0]?.worsening).toBeCloseTo(1.3);
  });

  it('is the same within its spread, however large that is', () => {
    const before = row({ id: 'a', quartiles: [8, 12] });
    const now = row({ id: 'a', value: 13, quartiles: [11, 15] });
    expect(verdicts(results(before), results(now))).toEqual(['a same']);
    // The same change of a steady row counts.
    expect(verdicts(results(row({ id: 'a' })), results({ ...now, quartiles: [12.9, 13.1] }))).toEqual([
      'a worse',
    ]);
  });

  it('is the same within a tenth, and a smaller threshold finds it', () => {
    const now = results(row({ id: 'a', value: 10.8, quartiles: [10.79, 10.81] }));
    const before = results(row({ id: 'a', quartiles: [9.99, 10.01] }));
    expect(verdicts(before, now)).toEqual(['a same']);
    expect(verdicts(before, now, undefined, 1.05)).toEqual(['a worse']);
  });

  it('asks more of figures that were measured once', () => {
    const once = { repetitions: 1, quartiles: null };
    const before = results(row({ id: 'a', ...once }));
    expect(verdicts(before, results(row({ id: 'a', value: 12, ...once })))).toEqual(['a same']);
    expect(verdicts(before, results(row({ id: 'a', value: 13, ...once })))).toEqual(['a worse']);
  });

  it('knows which direction is better', () => {
    const rate = { id: 'a', unit: 'samples/s', goal: { kind: 'at-least', value: 1 } } as const;
    const before = results(row({ ...rate, value: 1000, quartiles: [990, 1010] }));
    const with_ = (value: number) => results(row({ ...rate, value, quartiles: [value, value] }));
    expect(verdicts(before, with_(700))).toEqual(['a worse']);
    expect(verdicts(before, with_(1400))).toEqual(['a better']);
    const memory = { id: 'm', unit: 'GB/s', goal: null };
    expect(verdicts(results(row({ ...memory, value: 20 })), results(row({ ...memory, value: 10 })))).toEqual([
      'm worse',
    ]);
  });

  it('compares accuracies by points and counts by ratio', () => {
    const accuracy = {
      id: 'a',
      unit: '%',
      goal: { kind: 'at-least', value: 90 },
      quartiles: null,
      repetitions: 1,
    } as const;
    const before = results(row({ ...accuracy, value: 97.9 }));
    expect(verdicts(before, results(row({ ...accuracy, value: 97.6 })))).toEqual(['a same']);
    expect(verdicts(before, results(row({ ...accuracy, value: 97.2 })))).toEqual(['a worse']);
    const count = {
      id: 'v',
      unit: 'violations',
      goal: { kind: 'at-most', value: 0 },
      quartiles: null,
    } as const;
    const none = results(row({ ...count, value: 0 }));
    expect(verdicts(none, none)).toEqual(['v same']);
    expect(verdicts(none, results(row({ ...count, value: 1 })))).toEqual(['v worse']);
  });
});

describe('another machine', () => {
  const before = results(
    row({ id: 'time' }),
    row({ id: 'rate', unit: 'samples/s', value: 1000, goal: { kind: 'at-least', value: 1 } }),
    row({ id: 'ratio', unit: '×', value: 7, goal: { kind: 'at-least', value: 5 } }),
  );
  const slower = { calibration: calibrated(0.2) };

  it('that is slower throughout has not become worse', () => {
    const now = results(
      row({ id: 'time', value: 20, quartiles: [19.9, 20.1], ...slower }),
      row({
        id: 'rate',
        unit: 'samples/s',
        value: 500,
        quartiles: [499, 501],
        goal: { kind: 'at-least', value: 1 },
        ...slower,
      }),
      row({ id: 'ratio', unit: '×', value: 7, goal: { kind: 'at-least', value: 5 }, ...slower }),
    );
    const { changes, machineRatio } = compareResults(before, now);
    expect(changes.map(({ verdict }) => verdict)).toEqual(['same', 'same', 'same']);
    expect(machineRatio).toBeCloseTo(2);
  });

  it('that is faster does not hide what became slower', () => {
    const faster = { calibration: calibrated(0.05) };
    const now = results(row({ id: 'time', value: 10, ...faster }));
    const { changes } = compareResults(before, now, (id) => id === 'time');
    expect(changes).toMatchObject([{ id: 'time', verdict: 'worse' }]);
    expect(changes[0]?.worsening).toBeCloseTo(2);
  });

  it('with an unsteady kernel gets the benefit of the doubt', () => {
    const unsteady = { value: 0.1, quartiles: [0.08, 0.12] as [number, number], repetitions: 20 };
    const now = results(row({ id: 'time', value: 13, quartiles: [12.9, 13.1], calibration: unsteady }));
    expect(verdicts(before, now, (id) => id === 'time')).toEqual(['time same']);
  });
});

describe('times that were taken round by round with the kernel', () => {
  const noisy = { quartiles: [5, 20] as [number, number], calibration: calibrated(0.1) };
  const relative = (value: number) => ({
    value,
    quartiles: [0.99 * value, 1.01 * value] as [number, number],
  });
  const before = results(row({ id: 'a', ...noisy, relative: relative(100) }));

  it('show a small regression on a machine that others disturb', () => {
    const now = results(row({ id: 'a', ...noisy, relative: relative(125) }));
    expect(verdicts(before, now)).toEqual(['a worse']);
    expect(verdicts(before, results(row({ id: 'a', ...noisy, value: 12.5 })))).toEqual(['a same']);
  });

  it('show none where only the machine slowed down', () => {
    const now = results(row({ id: 'a', ...noisy, value: 30, relative: relative(101) }));
    expect(verdicts(before, now)).toEqual(['a same']);
  });
});

describe('rows that are only in one of the two', () => {
  it('are named: missing, failed and new', () => {
    const before = results(row({ id: 'gone' }), row({ id: 'kept' }), row({ id: 'broken' }));
    const now = results(row({ id: 'kept' }), row({ id: 'broken', value: null }), row({ id: 'fresh' }));
    expect(verdicts(before, now)).toEqual(['kept same', 'broken failed', 'fresh new', 'gone missing']);
    expect(compareResults(before, now).regressions.map(({ id }) => id)).toEqual(['broken', 'gone']);
  });

  it('are not missing where nobody asked for them', () => {
    const before = results(row({ id: 'a' }), row({ id: 'b' }));
    expect(verdicts(before, results(row({ id: 'a' })), (id) => id === 'a')).toEqual(['a same']);
  });
});
