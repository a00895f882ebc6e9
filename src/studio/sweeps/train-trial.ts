import type { EngineClient, Run, RunEvent, RunState } from '../../engine/protocol';
import type { RunRecord, StoredCurve, TrainedPhases } from '../../library/store/records';
import { loadCurve, updateRun } from '../../library/store/runs';
import type { StoredSweep } from '../../library/store/sweep-record';
import type { Fault } from '../../lib/fault';
import { toFault } from '../../lib/fault';
import { Marks, mergedReports, viewOf } from '../runs/measured';
import { allKept, keepRun } from '../runs/recording';
import { TrainingLog } from '../state/training-log';

/** The record is brought up to date this often while its trial trains. */
const WRITE_MS = 1000;

export interface TrialWork {
  readonly client: EngineClient;
  readonly record: RunRecord;
  readonly backend: StoredSweep['backend'];
}

/** What the engine told about a trial so far. */
class TrialReport {
  readonly log = new TrainingLog();
  readonly ended = Promise.withResolvers<RunState>();
  fault: Fault | undefined;
  phases: TrainedPhases | undefined;
  samplesPerSecond: number | undefined;
  #marks: Marks | undefined;
  #hasRun = false;
  readonly #batchSize: number;

  constructor(batchSize: number) {
    this.#batchSize = batchSize;
  }

  /** From here on time and light are counted. */
  begin(step: number, before: StoredCurve | undefined): void {
    this.#marks = new Marks(step, before);
  }

  marksUpTo(step: number) {
    return this.#marks?.upTo(step) ?? [];
  }

  readonly listen = (event: RunEvent): void => {
    switch (event.kind) {
      case 'metrics': {
        const { firstStep, loss, accuracy, gradientNorm, samplesPerSecond, chipPasses } = event;
        this.log.append(firstStep, loss, accuracy, gradientNorm);
        // What a checkpoint brings back was not measured now.
        if (!(samplesPerSecond > 0)) return;
        this.samplesPerSecond = samplesPerSecond;
        this.#marks?.tell(firstStep + loss.length, chipPasses, this.#batchSize / samplesPerSecond);
        return;
      }
      case 'evaluation':
        if (event.split === 'test') this.log.report({ step: event.step, ...event.evaluation });
        return;
      case 'parameters':
        this.phases = { parameters: event.parameters, step: event.step };
        return;
      case 'fault':
        this.fault = event.fault;
        return;
      case 'state':
        if (event.state === 'running') this.#hasRun = true;
        // A run that is opened at a checkpoint says at first that it is paused.
        else if (event.state === 'failed' || (this.#hasRun && isEnd(event.state)))
          this.ended.resolve(event.state);
        return;
      default:
    }
  };
}

function isEnd(state: RunState): boolean {
  return state === 'finished' || state === 'paused';
}

/**
 * Trains one trial to its end on an engine of its own, from its checkpoint where it has one. Never rejects: what goes
 * wrong is written into its run.
 */
export async function trainTrial(work: TrialWork, signal: AbortSignal): Promise<'over' | 'stopped'> {
  const { client, record, backend } = work;
  const { experiment } = record;
  const report = new TrialReport(experiment.training.batchSize);
  let run: Run | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;
  try {
    const before = await loadCurve(record.id).catch(() => undefined);
    const request = { experiment, backend, resume: true, checkpoint: record.id };
    run = await client.open(request, report.listen, signal);
    const { info } = run;
    report.begin(info.step, before);
    await updateRun(record.id, {
      state: 'running',
      fault: undefined,
      runId: info.runId,
      totalSteps: info.totalSteps,
      backend: info.backendLabel,
    });
    timer = setInterval(() => keep(work, report, before, 'running'), WRITE_MS);
    const end = info.step >= info.totalSteps ? 'finished' : await played(run, report, signal);
    clearInterval(timer);
    if (end === 'finished' && !report.log.reports.some(({ step }) => step >= info.totalSteps))
      report.log.report({ step: info.totalSteps, ...(await run.evaluate('test')) });
    const isStopped = end === 'paused' && signal.aborted;
    keep(work, report, before, end === 'finished' ? 'finished' : isStopped ? 'paused' : 'failed');
    return isStopped ? 'stopped' : 'over';
  } catch (thrown) {
    clearInterval(timer);
    if (signal.aborted) {
      await updateRun(record.id, { state: 'paused' }).catch(() => undefined);
      return 'stopped';
    }
    report.fault ??= toFault(thrown);
    await updateRun(record.id, { state: 'failed', fault: report.fault }).catch(() => undefined);
    return 'over';
  } finally {
    await run?.dispose().catch(() => undefined);
    await allKept();
  }
}

async function played(run: Run, report: TrialReport, signal: AbortSignal): Promise<RunState> {
  const stop = (): void => {
    void run.pause().then(
      () => report.ended.resolve('paused'),
      () => report.ended.resolve('paused'),
    );
  };
  if (signal.aborted) stop();
  else {
    signal.addEventListener('abort', stop, { once: true });
    await run.play();
  }
  try {
    return await report.ended.promise;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function keep(
  { record }: TrialWork,
  report: TrialReport,
  before: StoredCurve | undefined,
  state: RunRecord['state'],
): void {
  const view = viewOf(report.log);
  const step = view.firstStep + view.loss.length;
  const { phases, fault, samplesPerSecond } = report;
  keepRun(Promise.resolve(record), {
    measured: {
      ...view,
      reports: mergedReports(before?.reports ?? [], view.reports),
      marks: report.marksUpTo(step),
    },
    change: { state, step, fault: state === 'failed' ? fault : undefined },
    samplesPerSecond,
    parameters: state === 'running' ? undefined : phases,
  });
}
