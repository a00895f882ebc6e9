import { create } from 'zustand';
import type { StoredSweep } from '../../library/store/sweep-record';

/** All sweeps of this browser as the page knows them, the newest first, and what of them is on screen. */
interface Sweeps {
  readonly sweeps: readonly StoredSweep[];
  /** The Runs screen shows sweeps instead of single runs. */
  readonly isShown: boolean;
  /** The sweep whose trials are shown; undefined: the newest. */
  readonly at: string | undefined;
  /** The trial that commands are about. */
  readonly trial: number | undefined;
  /** The form is open, filled from this sweep where there is one. */
  readonly form: { readonly from: StoredSweep | undefined } | undefined;
  readonly isExporting: boolean;
  readonly isRenaming: boolean;
  /** Who works: this page, another one that holds the lock, or nobody. */
  readonly driver: 'here' | 'elsewhere' | 'none';
  /** Engines that work now. */
  readonly engines: number;
}

export const useSweeps = create<Sweeps>()(() => ({
  sweeps: [],
  isShown: false,
  at: undefined,
  trial: undefined,
  form: undefined,
  isExporting: false,
  isRenaming: false,
  driver: 'none',
  engines: 0,
}));

/** Takes in sweeps that are new or have changed. */
export function noteSweeps(changed: readonly StoredSweep[]): void {
  if (changed.length === 0) return;
  useSweeps.setState(({ sweeps }) => {
    const newer = new Map(changed.map((sweep) => [sweep.id, sweep]));
    const kept = sweeps.map((sweep) => {
      const change = newer.get(sweep.id);
      if (change === undefined) return sweep;
      newer.delete(sweep.id);
      // Its trials are found by the very lists they were made from.
      return change.updatedAt >= sweep.updatedAt ? { ...change, axes: sweep.axes, base: sweep.base } : sweep;
    });
    return { sweeps: [...newer.values(), ...kept].sort((a, b) => b.createdAt - a.createdAt) };
  });
}

export function forgetSweeps(ids: readonly string[]): void {
  useSweeps.setState(({ sweeps, at }) => ({
    sweeps: sweeps.filter(({ id }) => !ids.includes(id)),
    at: at !== undefined && ids.includes(at) ? undefined : at,
  }));
}

export function sweepOf(id: string): StoredSweep | undefined {
  return useSweeps.getState().sweeps.find((sweep) => sweep.id === id);
}

/** The sweep on screen. */
export function currentSweep(): StoredSweep | undefined {
  const { sweeps, at } = useSweeps.getState();
  return sweeps.find(({ id }) => id === at) ?? sweeps[0];
}

/** What a sweep is called, where it is still known. */
export function sweepTitle(id: string): string | undefined {
  return sweepOf(id)?.name;
}

export function showSweep(id: string): void {
  useSweeps.setState({ at: id, trial: undefined, isRenaming: false });
}
