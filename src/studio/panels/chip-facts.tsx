import { formatCount } from '../format/si';
import { Section } from '../parts/section';
import { chip } from '../state/chip';
import { useRun } from '../state/run-store';
import { useChipVersion } from '../state/use-chip';

/** What the inspector shows while nothing is selected: the whole chip, and where its data come from. */
export function ChipFacts() {
  useChipVersion();
  const info = useRun((state) => state.info);
  const { plan, layout } = chip;
  if (plan === undefined || layout === undefined) return null;
  const meshes = layout.sections.filter((section) => section.kind === 'mesh');
  const mzis = meshes.reduce((sum, section) => sum + section.mesh.topology.pairs.length / 2, 0);
  return (
    <>
      <Section
        title="Chip"
        note="Select an interferometer to turn its phases. Drag a disc, or click and use the arrow keys."
      >
        <dl className="facts tabular">
          <dt>Waveguides</dt>
          <dd>{formatCount(plan.modes)}</dd>
          <dt>Interferometers</dt>
          <dd>{formatCount(mzis)}</dd>
          <dt>Optical depth</dt>
          <dd>{formatCount(meshes.reduce((sum, section) => sum + section.cell.length, 0))} columns</dd>
          <dt>Trainable phases</dt>
          <dd>{formatCount(plan.parameterCount)}</dd>
          <dt>Class ports</dt>
          <dd>{formatCount(plan.classes)}</dd>
        </dl>
      </Section>
      {info && (
        <Section title="Data" note={info.provenance.text}>
          <dl className="facts tabular">
            <dt>Kind</dt>
            <dd>{info.provenance.source}</dd>
            <dt>Read from</dt>
            <dd>{info.provenance.via}</dd>
            <dt>Training samples</dt>
            <dd>{formatCount(info.trainSamples)}</dd>
            <dt>Test samples</dt>
            <dd>{formatCount(info.testSamples)}</dd>
          </dl>
        </Section>
      )}
    </>
  );
}
