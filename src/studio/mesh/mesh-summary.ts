import { formatCount, formatPercent, significant } from '../format/si';
import type { Readings } from './readings';
import { chip } from '../state/chip';
import { classesOf } from '../state/dataset-names';
import { useExperiment } from '../state/experiment-store';
import { useRun } from '../state/run-store';
import { useChipVersion } from '../state/use-chip';
import { meshWords } from '../words/mesh';
import type { ChipLayout } from './layout';
import { phaseText } from './reading-text';
import { mziName } from './places';
import type { Probe } from './probes';
import { useProbes } from './probes';
import type { Saliency } from './saliency';
import { useSaliency } from './saliency-store';
import { waveguideName } from './waveguide-name';
import { isOnChip, readWaveguide } from './waveguides';

const words = meshWords.summary;

/** The picture in words. */
export function useMeshSummary(): string {
  useChipVersion();
  const experiment = useExperiment((state) => state.experiment);
  const names = useRun((state) => state.info?.classNames) ?? classesOf(experiment);
  const probes = useProbes((state) => state.probes);
  const saliency = useSaliency((state) => state.found);
  const { layout, plan, network, tile } = chip;
  if (layout === undefined || plan === undefined) return words.none;
  const meshes = layout.sections.filter((section) => section.kind === 'mesh');
  const mzis = meshes.reduce((sum, section) => sum + section.mesh.topology.pairs.length / 2, 0);
  const isTile = network?.kind === 'convolutional';
  const chipText = isTile
    ? words.tile(tile.block + 1, tile.stage + 1, plan.modes, formatCount(mzis))
    : words.chip(plan.modes, experiment.layers.length, mzis);
  const said = [
    chipText,
    answerText(chip.readings(), names, isTile),
    ...probes.map((probe) => probeText(layout, probe)),
    saliencyText(layout, saliency),
  ];
  return said.filter((text) => text !== '').join(' ');
}

function answerText(readings: Readings | undefined, names: readonly string[], isTile: boolean): string {
  if (readings === undefined) return words.dark;
  const answer = names[readings.answer] ?? String(readings.answer);
  const share = formatPercent(readings.share[readings.answer]);
  return isTile ? words.probability(answer, share) : words.share(answer, share);
}

function probeText(layout: ChipLayout, { id, at }: Probe): string {
  const reading = isOnChip(layout, at) ? readWaveguide(layout, chip.light(), at) : undefined;
  if (reading === undefined) return '';
  return words.probe(id, waveguideName(layout, at), significant(reading.power), phaseText(reading));
}

/** The interferometer that matters most. */
function saliencyText(layout: ChipLayout, found: Saliency | undefined): string {
  if (found === undefined) return '';
  for (const [section, part] of layout.sections.entries()) {
    if (part.kind !== 'mesh') continue;
    const count = part.mesh.topology.pairs.length / 2;
    for (let index = 0; index < count; index++) {
      if (Math.abs(found.gradient[part.mesh.thetaOffset + index] ?? 0) === found.largest)
        return words.saliency(mziName(layout, { section, index }));
    }
  }
  return '';
}
