import { create } from 'zustand';
import type { RunRecord } from '../../library/store/records';

/** All runs of this browser as the page knows them, the newest first. */
interface RunsState {
  /** Runs are read from the database with the first look at them. */
  readonly state: 'unread' | 'reading' | 'read';
  readonly runs: readonly RunRecord[];
}

export const useRuns = create<RunsState>()(() => ({ state: 'unread', runs: [] }));

/** Takes in runs that are new or have changed. */
export function noteRuns(changed: readonly RunRecord[]): void {
  if (changed.length === 0) return;
  useRuns.setState(({ runs }) => {
    const newer = new Map(changed.map((run) => [run.id, run]));
    const kept = runs.map((run) => {
      const change = newer.get(run.id);
      if (change === undefined) return run;
      newer.delete(run.id);
      return change.updatedAt >= run.updatedAt ? change : run;
    });
    if (newer.size === 0) return { runs: kept };
    return { runs: [...newer.values(), ...kept].sort((a, b) => b.createdAt - a.createdAt) };
  });
}

export function forgetRuns(ids: readonly string[]): void {
  const gone = new Set(ids);
  useRuns.setState(({ runs }) => ({ runs: runs.filter(({ id }) => !gone.has(id)) }));
}

export function runOf(id: string): RunRecord | undefined {
  return useRuns.getState().runs.find((run) => run.id === id);
}

/** Its own name, or that of its experiment. */
export function runTitle(run: RunRecord): string {
  return run.name === '' ? run.experiment.name : run.name;
}
