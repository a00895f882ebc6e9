import { useMemo } from 'react';
import type { Experiment } from '../../experiment/schema';
import { HARDWARE_PROFILES } from '../../photonics/hardware';
import type { HardwareProfile } from '../../photonics/hardware';
import type { LatencyBudget } from '../../photonics/latency';
import { latencyBudget } from '../../photonics/latency';
import { useExperiment } from '../state/experiment-store';

/** The modelled chip of an experiment: a rectangular mesh has as many columns as modes, a `usv` layer two. */
export function budgetOf(experiment: Experiment): {
  readonly profile: HardwareProfile;
  readonly budget: LatencyBudget;
} {
  const profile = HARDWARE_PROFILES[experiment.hardware.preset];
  const layers = experiment.layers.map((layer) => ({
    columns: experiment.modes * (layer.form === 'usv' ? 2 : 1),
    nonlinear: layer.nonlinearity.kind !== 'none',
  }));
  return { profile, budget: latencyBudget(profile, layers) };
}

export function useLatency(): ReturnType<typeof budgetOf> {
  const experiment = useExperiment((state) => state.experiment);
  return useMemo(() => budgetOf(experiment), [experiment]);
}
