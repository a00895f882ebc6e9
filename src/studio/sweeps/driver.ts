import type { EngineClient } from '../../engine/protocol';
import { listRuns, loadParameters, createRuns } from '../../library/store/runs';
import type { StoredSweep } from '../../library/store/sweep-record';
import { listSweeps, sweepsNews, sweepParameters, updateSweep } from '../../library/store/sweeps';
import { anotherEngine } from '../state/engine';
import { chosenEngines, enginesFor } from './engine-count';
import { measureDies } from './measure-dies';
import { noteSweeps, useSweeps } from './sweeps-store';
import { trainTrial } from './train-trial';
import { pendingDies, pendingTrials, runsOfSweep, trialsOfSweep } from './trial-rows';
import { drop, finish, giveBack, take, workQueue } from './work-queue';

/** Held by the one page that works on sweeps. */
export const SWEEPS_LOCK = 'photonic-sweeps-driver';

let isDriving = false;

/**
 * Works on all sweeps that wait, one after the other, until none is left; where another page does, waits until it is
 * gone or through. What is to be done is read from the database, which every page may change.
 */
export async function driveSweeps(onFinished: (sweep: StoredSweep) => void): Promise<void> {
  if (isDriving) return;
  isDriving = true;
  try {
    if (await isDrivenElsewhere()) useSweeps.setState({ driver: 'elsewhere' });
    await alone(async () => {
      useSweeps.setState({ driver: 'here' });
      for (let next = await nextSweep(); next !== undefined; next = await nextSweep()) {
        if (await workOn(next)) onFinished(next);
      }
    });
  } finally {
    isDriving = false;
    useSweeps.setState({ driver: 'none', engines: 0 });
  }
  // One that was added while the last one ended.
  if ((await nextSweep()) !== undefined) await driveSweeps(onFinished);
}

/** Whether a page holds the lock. */
export async function isDrivenElsewhere(): Promise<boolean> {
  if (!('locks' in navigator)) return false;
  const { held } = await navigator.locks.query();
  return (held ?? []).some(({ name }) => name === SWEEPS_LOCK);
}

async function alone(work: () => Promise<void>): Promise<void> {
  if ('locks' in navigator) await navigator.locks.request(SWEEPS_LOCK, work);
  else await work();
}

/** The one that was begun, or else the one that has waited longest. */
async function nextSweep(): Promise<StoredSweep | undefined> {
  const sweeps = await listSweeps();
  noteSweeps(sweeps);
  return (
    sweeps.findLast(({ state }) => state === 'running') ?? sweeps.findLast(({ state }) => state === 'queued')
  );
}

/** Until nothing is left of it, or it is paused; whether it is finished. */
async function workOn({ id }: StoredSweep): Promise<boolean> {
  let sweep = await updateSweep(id, ({ state }) =>
    state === 'queued' || state === 'running' ? { state: 'running', interrupted: false } : {},
  );
  while (sweep?.state === 'running') {
    const units = await pendingUnits(sweep);
    if (units.length > 0) await workThrough(sweep, units);
    else await updateSweep(id, ({ state }) => (state === 'running' ? { state: 'finished' } : {}));
    sweep = (await listSweeps()).find((each) => each.id === id);
  }
  return sweep?.state === 'finished';
}

/** Trials, or groups of dies, that are not done; trials get their runs. */
async function pendingUnits(sweep: StoredSweep): Promise<readonly number[]> {
  if (sweep.work.kind === 'dies') return pendingDies(sweep.work);
  const runs = await listRuns();
  const units = pendingTrials(sweep, runs);
  const own = runsOfSweep(sweep.id, runs);
  const trials = trialsOfSweep(sweep);
  const missing = units.filter((index) => !own.has(index));
  if (missing.length > 0)
    await createRuns(
      missing.flatMap((index) => {
        const experiment = trials[index]?.experiment;
        const trial = { sweep: sweep.id, index };
        return experiment === undefined
          ? []
          : [{ runId: '', experiment, totalSteps: 0, backend: '', state: 'queued' as const, trial }];
      }),
    );
  return units;
}

/** All units of this round, on as many engines as there may be. */
async function workThrough(sweep: StoredSweep, units: readonly number[]): Promise<void> {
  let queue = workQueue(units);
  const stops = new Map<number, AbortController>();
  let isStopped = false;
  const stop = (): void => {
    isStopped = true;
    for (const controller of stops.values()) controller.abort();
  };
  const unfollow = sweepsNews.follow(({ changed, deleted }) => {
    if (deleted.includes(sweep.id)) stop();
    const now = changed.find(({ id }) => id === sweep.id);
    if (now === undefined) return;
    if (now.state !== 'running') stop();
    if (now.work.kind !== 'train') return;
    for (const index of now.skipped) {
      queue = drop(queue, index);
      stops.get(index)?.abort();
    }
  });
  const doUnit = await workerOf(sweep);
  const worker = async (): Promise<void> => {
    const client = await anotherEngine();
    try {
      while (!isStopped) {
        const next = take(queue);
        queue = next.queue;
        if (next.unit === undefined) return;
        const controller = new AbortController();
        stops.set(next.unit, controller);
        const end = await doUnit(client, next.unit, controller.signal);
        stops.delete(next.unit);
        queue = end === 'over' || !isStopped ? finish(queue, next.unit) : giveBack(queue, next.unit);
      }
    } finally {
      client.dispose();
    }
  };
  const engines = Math.min(units.length, enginesFor(sweep, chosenEngines()));
  useSweeps.setState({ engines });
  try {
    await Promise.all(Array.from({ length: engines }, worker));
  } finally {
    unfollow();
    useSweeps.setState({ engines: 0 });
  }
}

type DoUnit = (client: EngineClient, unit: number, signal: AbortSignal) => Promise<'over' | 'stopped'>;

async function workerOf(sweep: StoredSweep): Promise<DoUnit> {
  if (sweep.work.kind === 'dies') {
    const phases = await loadParameters(sweepParameters(sweep.id));
    if (phases === undefined) {
      await updateSweep(sweep.id, () => ({ state: 'paused' }));
      return () => Promise.resolve('stopped');
    }
    return (client, unit, signal) => measureDies(client, sweep, unit, phases, signal);
  }
  const own = runsOfSweep(sweep.id, await listRuns());
  return async (client, unit, signal) => {
    const record = own.get(unit);
    return record === undefined ? 'over' : trainTrial({ client, record, backend: sweep.backend }, signal);
  };
}
