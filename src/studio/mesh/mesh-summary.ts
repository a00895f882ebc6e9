import { formatCount, formatPercent } from '../format/si';
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
  const { layout, plan, network, tile } = chip;
  if (layout === undefined || plan === undefined) return 'No chip yet.';
  const meshes = layout.sections.filter((section) => section.kind === 'mesh');
  const mzis = meshes.reduce((sum, section) => sum + section.mesh.topology.pairs.length / 2, 0);
  const isTile = network?.kind === 'convolutional';
  const chipText = isTile
    ? `Tile ${tile.block + 1} of stage ${tile.stage + 1} of a convolutional network: ${plan.modes} waveguides and ${formatCount(mzis)} interferometers.`
    : `A chip of ${plan.modes} waveguides, ${experiment.layers.length} layers and ${mzis} interferometers.`;
  const readings = chip.readings();
  if (readings === undefined) return `${chipText} No light yet.`;
  const answer = names[readings.answer] ?? String(readings.answer);
  const share = formatPercent(readings.share[readings.answer]);
  return isTile
    ? `${chipText} The chosen sample is answered ${answer}, with a probability of ${share}.`
    : `${chipText} The chosen sample is answered ${answer}, with ${share} of the light at the class ports.`;
}
