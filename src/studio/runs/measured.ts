import type { RunFigures, StoredCurve } from '../../library/store/records';
import type { CurveMark, MeasuredCurve } from '../../library/store/runs-curve';
import type { TrainingLog } from '../state/training-log';

/** Batches that the training figures of a run are the mean of. */
const LAST_BATCHES = 20;

/** The training log at one moment: views of its numbers, which outlive a `clear` until it is written to again. */
export type LogView = Omit<MeasuredCurve, 'marks'>;

export function viewOf(log: TrainingLog): LogView {
  return {
    firstStep: log.firstStep,
    loss: log.loss.view(),
    accuracy: log.accuracy.view(),
    gradientNorm: log.gradientNorm.view(),
    reports: log.reports,
  };
}

/** Steps done at the log's end. */
export function endOf(view: LogView): number {
  return view.firstStep + view.loss.length;
}

/** What was spent on the way, told a few times a second. */
export class Marks {
  #marks: CurveMark[];

  /** @param before of a run that goes on: what it had spent; unknown without it */
  constructor(firstStep: number, before: StoredCurve | undefined) {
    this.#marks = [];
    before?.step.forEach((step, index) => {
      if (step <= firstStep)
        this.#marks.push({ step, passes: before.passes[index]!, seconds: before.seconds[index]! });
    });
    const last = this.#marks.at(-1);
    if (firstStep > (last?.step ?? 0))
      this.#marks.push({ step: firstStep, passes: Number.NaN, seconds: last?.seconds ?? Number.NaN });
  }

  get last(): CurveMark {
    return this.#marks.at(-1) ?? { step: 0, passes: 0, seconds: 0 };
  }

  /** @param secondsPerStep of computing, since the last mark */
  tell(step: number, passes: number | undefined, secondsPerStep: number | undefined): void {
    const { last } = this;
    if (step <= last.step) return;
    this.#marks.push({
      step,
      passes: passes ?? Number.NaN,
      seconds: last.seconds + (step - last.step) * (secondsPerStep ?? Number.NaN),
    });
  }

  /** With one more at `end`, at the rates of the last. */
  upTo(end: number): readonly CurveMark[] {
    const kept = this.#marks.filter(({ step }) => step <= end);
    const [before, last] = kept.slice(-2);
    if (before === undefined || last === undefined || last.step >= end) return kept;
    const share = (end - last.step) / (last.step - before.step);
    const further = (column: 'passes' | 'seconds'): number =>
      last[column] + share * (last[column] - before[column]);
    return [...kept, { step: end, passes: further('passes'), seconds: further('seconds') }];
  }
}

/** Test reports of a run that goes on: those it had, and the new ones. */
export function mergedReports(
  before: StoredCurve['reports'],
  now: StoredCurve['reports'],
): StoredCurve['reports'] {
  const first = now[0]?.step ?? Infinity;
  return [...before.filter(({ step }) => step < first), ...now];
}

/** The figures at the end of what was measured. */
export function figuresOf(
  measured: MeasuredCurve,
  samplesPerSecond: number | undefined,
): Partial<RunFigures> {
  const report = measured.reports.findLast(({ step }) => step > 0);
  const spent = measured.marks.at(-1);
  return {
    ...(report ? { testAccuracy: report.accuracy, testLoss: report.loss } : {}),
    trainLoss: meanOfLast(measured.loss),
    trainAccuracy: meanOfLast(measured.accuracy),
    ...(samplesPerSecond === undefined ? {} : { samplesPerSecond }),
    chipPasses: known(spent?.passes),
    seconds: known(spent?.seconds),
  };
}

function meanOfLast(values: Float32Array): number | undefined {
  const last = values.subarray(Math.max(0, values.length - LAST_BATCHES)).filter(Number.isFinite);
  return last.length === 0 ? undefined : last.reduce((sum, value) => sum + value, 0) / last.length;
}

function known(value: number | undefined): number | undefined {
  return value === undefined || !Number.isFinite(value) ? undefined : value;
}
