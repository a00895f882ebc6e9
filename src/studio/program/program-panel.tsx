import { useEffect } from 'react';
import { Disclosure } from '../parts/disclosure';
import { Section } from '../parts/section';
import { chip } from '../state/chip';
import { useChipVersion } from '../state/use-chip';
import { programWords } from '../words/program';
import { computeSoon, currentTarget } from './compute';
import { CorrectionFields } from './correction-fields';
import { ExportFields } from './export-fields';
import { OutcomeSection } from './outcome-section';
import { useProgram } from './program-store';
import { SelfConfigureFields } from './self-configure-fields';
import { SourceFields } from './source-fields';
import '../styles/program.css';

/** Sets a given matrix on the chip's meshes, without training. */
export function ProgramPanel() {
  useChipVersion();
  const { layer, part, source, seed, text, file, useErrors } = useProgram();
  const { network, tile } = chip;
  useEffect(computeSoon, [network, tile, layer, part, source, seed, text, file, useErrors]);
  const target = currentTarget();
  if (network === undefined || target === undefined)
    return <p className="section muted">{programWords.none}</p>;
  const canConfigure = target.linear.mesh.topology.kind === 'triangular' && target.part !== 'layer';
  return (
    <>
      <Section title={programWords.title} note={programWords.note}>
        <SourceFields network={network} target={target} />
      </Section>
      <OutcomeSection target={target} />
      <Section title={programWords.present} note={programWords.presentNote(target.name)}>
        <div className="disclosures">
          <Disclosure {...programWords.correct}>
            <CorrectionFields target={target} />
          </Disclosure>
          {canConfigure && !target.isReal && (
            <Disclosure {...programWords.configure}>
              <SelfConfigureFields target={target} />
            </Disclosure>
          )}
          <Disclosure {...programWords.exporting}>
            <ExportFields target={target} />
          </Disclosure>
        </div>
      </Section>
    </>
  );
}
