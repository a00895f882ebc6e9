import type { EngineClient } from '../engine/protocol';
import type { Fault } from '../lib/fault';
import { toFault } from '../lib/fault';
import type { Trial } from '../library/sweeps/trials';
import { trialsOf } from '../library/sweeps/trials';
import { originOf } from './machine';
import type { Shard } from './shard';
import { shardText, trialsOfShard } from './shard';
import type { HeadlessSweep } from './sweep-plan';
import { sweepId } from './sweep-plan';
import type { SweepHeader, TrialRecord } from './sweep-records';
import { meanOfLast, train } from './train';

export interface SweepWork {
  readonly header: SweepHeader;
  /** Of this shard, in their order. */
  readonly trials: readonly Trial[];
}

/** What a shard has to do. `startSeconds` is the time since the process began. */
export async function planShard(sweep: HeadlessSweep, shard: Shard): Promise<SweepWork> {
  const all = trialsOf(sweep);
  const mine = trialsOfShard(all.length, shard);
  const { base, axes, plan, backend } = sweep;
  return {
    header: {
      format: 'photonic-sweep',
      version: 1,
      sweep: await sweepId(sweep),
      name: base.name,
      base,
      axes: axes.map(({ path, values }) => ({ path, values: [...values] })),
      plan,
      backend,
      trials: all.length,
      shard: shardText(shard),
      startSeconds: performance.now() / 1000,
      origin: originOf(),
    },
    trials: all.filter(({ index }) => mine.includes(index)),
  };
}

/** Trains one trial. What goes wrong with it is written into its record and stops no other. */
export async function runTrial(
  engine: EngineClient,
  trial: Trial,
  { header }: Pick<SweepWork, 'header'>,
  backend: HeadlessSweep['backend'],
  onProgress: (step: number, totalSteps: number) => void,
): Promise<TrialRecord> {
  const begun = performance.now();
  const values = Object.fromEntries(header.axes.map(({ path }, axis) => [path, trial.values[axis] ?? '']));
  const record = (figures: Partial<TrialRecord>): TrialRecord => ({
    format: 'photonic-trial',
    version: 1,
    sweep: header.sweep,
    trial: trial.index,
    values,
    seed: trial.experiment?.seed ?? null,
    backend: null,
    steps: 0,
    seconds: (performance.now() - begun) / 1000,
    trainLoss: null,
    trainAccuracy: null,
    testLoss: null,
    testAccuracy: null,
    fault: null,
    ...figures,
  });
  const { experiment } = trial;
  if (experiment === undefined) return record({ fault: briefly(trial.fault) });
  try {
    const done = await train(engine, { experiment, backend, resume: false, onProgress });
    return record({
      backend: done.backend.label,
      steps: done.info.totalSteps,
      trainLoss: known(meanOfLast(done.loss)),
      trainAccuracy: known(meanOfLast(done.accuracy)),
      testLoss: known(done.test.loss),
      testAccuracy: known(done.test.accuracy),
    });
  } catch (thrown) {
    return record({ fault: briefly(toFault(thrown)) });
  }
}

function known(value: number | undefined): number | null {
  return value === undefined || !Number.isFinite(value) ? null : value;
}

function briefly(fault: Fault | undefined): TrialRecord['fault'] {
  return {
    code: fault?.code ?? 'headless/impossible-trial',
    message: (fault?.message ?? 'These settings do not go together.').slice(0, 1000),
  };
}
