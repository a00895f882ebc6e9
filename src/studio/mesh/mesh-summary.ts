import { formatPercent } from '../format/si';
import { chip } from '../state/chip';
import { classesOf } from '../state/dataset-names';
import { useExperiment } from '../state/experiment-store';
import { useRun } from '../state/run-store';
import { useChipVersion } from '../state/use-chip';

/** The picture in words. */
export function useMeshSummary(): string {
  useChipVersion();
  const experiment = useExperiment((state) => state.experiment);
  const names = useRun((state) => state.info?.classNames) ?? classesOf(experiment);
  const { layout, plan } = chip;
  if (layout === undefined || plan === undefined) return 'No chip yet.';
  const meshes = layout.sections.filter((section) => section.kind === 'mesh');
  const mzis = meshes.reduce((sum, section) => sum + section.mesh.topology.pairs.length / 2, 0);
  const chipText = `A chip of ${plan.modes} waveguides, ${experiment.layers.length} layers and ${mzis} interferometers.`;
  const readings = chip.readings();
  if (readings === undefined) return `${chipText} No light yet.`;
  const answer = names[readings.answer] ?? String(readings.answer);
  return `${chipText} The chosen sample is answered ${answer}, with ${formatPercent(readings.share[readings.answer])} of the light at the class ports.`;
}
