import { describe, expect, it } from 'vitest';
import { TrainingLog } from './training-log';

const values = (...numbers: number[]): Float32Array => Float32Array.from(numbers);

function append(log: TrainingLog, firstStep: number, ...loss: number[]): void {
  log.append(firstStep, values(...loss), values(...loss), values(...loss));
}

describe('TrainingLog', () => {
  it('joins slices and tells its listeners', () => {
    const log = new TrainingLog();
    let calls = 0;
    log.subscribe(() => calls++);
    append(log, 0, 3, 2);
    append(log, 2, 1);
    expect([...log.loss.view()]).toEqual([3, 2, 1]);
    expect(calls).toBeGreaterThanOrEqual(2);
  });

  it('replaces what a run continued from an older checkpoint computes again', () => {
    const log = new TrainingLog();
    append(log, 0, 5, 4, 3, 2);
    log.report({ step: 4, loss: 2, accuracy: 0.5 });
    append(log, 2, 3.5);
    expect([...log.loss.view()]).toEqual([5, 4, 3.5]);
    expect(log.reports).toEqual([]);
  });

  it('starts where a resumed run starts', () => {
    const log = new TrainingLog();
    append(log, 500, 1, 0.9);
    expect(log.firstStep).toBe(500);
    expect(log.length).toBe(2);
  });

  it('keeps steps aligned when a slice was lost', () => {
    const log = new TrainingLog();
    append(log, 0, 1);
    append(log, 3, 0.5);
    expect(log.length).toBe(4);
    expect(log.loss.at(1)).toBeNaN();
    expect(log.loss.at(3)).toBe(0.5);
  });

  it('keeps one report per step, in order', () => {
    const log = new TrainingLog();
    log.report({ step: 0, loss: 2, accuracy: 0.1 });
    log.report({ step: 10, loss: 1, accuracy: 0.5 });
    log.report({ step: 10, loss: 1, accuracy: 0.6 });
    expect(log.reports.map((report) => [report.step, report.accuracy])).toEqual([
      [0, 0.1],
      [10, 0.6],
    ]);
  });
});
