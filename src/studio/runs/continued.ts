import type { RunRecord } from '../../library/store/records';

/** The newest run of that name, unless it had come to its end: then the checkpoint is another training's. */
export function continuedBy(runs: readonly RunRecord[], runId: string, step: number): RunRecord | undefined {
  return runs.find(
    (run) =>
      run.runId === runId && run.trial === undefined && (run.state !== 'finished' || run.step === step),
  );
}
