import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { create } from 'zustand';
import type { NetworkPlan } from '../../learning/plan';
import { chip } from '../state/chip';
import { currentExperiment, useExperiment } from '../state/experiment-store';
import type { NetworkBudget } from './network-budget';
import { heatOf, networkBudget } from './network-budget';

/** Tiles that the modelled chip of a convolution holds side by side; forgotten with the page. */
export const useTilesOnChip = create<{ readonly count: number }>()(() => ({ count: 1 }));

/** The network on screen; undefined while it is laid out. */
export function useNetwork(): NetworkPlan | undefined {
  return useSyncExternalStore(chip.subscribe, () => chip.network);
}

let last: { readonly of: readonly unknown[]; readonly budget: NetworkBudget } | undefined;

/** The same without the phases' heat, remembered while nothing changes: the drawing asks in every frame. */
export function presentBudget(): NetworkBudget | undefined {
  const [experiment, network, tiles] = [currentExperiment(), chip.network, useTilesOnChip.getState().count];
  if (network === undefined) return undefined;
  const of = [experiment, network, tiles];
  if (last === undefined || of.some((each, i) => each !== last?.of[i]))
    last = { of, budget: networkBudget(experiment, network, undefined, tiles) };
  return last.budget;
}

/** What the chip on screen takes; undefined while it is laid out. */
export function useBudget(heat?: number): NetworkBudget | undefined {
  const experiment = useExperiment((state) => state.experiment);
  const tiles = useTilesOnChip((state) => state.count);
  const network = useNetwork();
  return useMemo(
    () => (network === undefined ? undefined : networkBudget(experiment, network, heat, tiles)),
    [experiment, network, heat, tiles],
  );
}

/** Phases move many times a second while training; their heat is read this often, milliseconds. */
const HEAT_EVERY = 400;

/** Radians that the present phases hold together. */
export function useHeat(): number | undefined {
  const [heat, setHeat] = useState(presentHeat);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = (): void => {
      timer = undefined;
      setHeat(presentHeat());
    };
    const later = (): void => {
      timer ??= setTimeout(read, HEAT_EVERY);
    };
    const stop = chip.subscribe(later);
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, []);
  return heat;
}

function presentHeat(): number | undefined {
  return chip.network && heatOf(chip.network, chip.parameters);
}
