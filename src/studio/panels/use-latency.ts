import { useMemo } from 'react';
import type { Experiment } from '../../experiment/schema';
import { HARDWARE_PROFILES } from '../../photonics/hardware';
import type { HardwareProfile } from '../../photonics/hardware';
import type { ChipLayer, LatencyBudget } from '../../photonics/latency';
import { latencyBudget } from '../../photonics/latency';
import type { MeshKind } from '../../photonics/mesh';
import { columnCount } from '../../photonics/mesh';
import { buildMesh } from '../../photonics/meshes/build-mesh';
import { useExperiment } from '../state/experiment-store';

/** The modelled chip of an experiment; of a convolution one tile, which light passes once for every patch. */
export function budgetOf(experiment: Experiment): {
  readonly profile: HardwareProfile;
  readonly budget: LatencyBudget;
} {
  const profile = HARDWARE_PROFILES[experiment.hardware.preset];
  return { profile, budget: latencyBudget(profile, lightPath(experiment)) };
}

function lightPath({ modes, layers, convolution }: Experiment): readonly ChipLayer[] {
  if (convolution !== null) return [{ columns: 2 * columnsOf(convolution.mesh, modes), nonlinear: false }];
  return layers.map((layer) => ({
    columns: columnsOf(layer.mesh, modes) * (layer.form === 'usv' ? 2 : 1),
    nonlinear: layer.nonlinearity.kind !== 'none',
  }));
}

/** Columns of the meshes that were asked for: counting them means building them. */
const known = new Map<string, number>();

function columnsOf(kind: MeshKind, modes: number): number {
  const key = `${kind} ${modes}`;
  const count = known.get(key);
  if (count !== undefined) return count;
  const mesh = buildMesh(kind, modes);
  const columns = mesh.ok ? columnCount(mesh.value) : 0;
  known.set(key, columns);
  return columns;
}

export function useLatency(): ReturnType<typeof budgetOf> {
  const experiment = useExperiment((state) => state.experiment);
  return useMemo(() => budgetOf(experiment), [experiment]);
}
