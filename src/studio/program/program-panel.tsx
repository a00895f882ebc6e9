import { useEffect } from 'react';
import { Disclosure } from '../parts/disclosure';
import { Section } from '../parts/section';
import { chip } from '../state/chip';
import { useChipVersion } from '../state/use-chip';
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
    return <p className="section muted">A matrix can be set here once the chip is laid out.</p>;
  const canConfigure = target.linear.mesh.topology.kind === 'triangular' && target.part !== 'layer';
  return (
    <>
      <Section title="Program a matrix" note="Computes the phases at once; no training, no samples.">
        <SourceFields network={network} target={target} />
      </Section>
      <OutcomeSection target={target} />
      <Section title="Present phases" note={`Of ${target.name}, as they are on the chip now.`}>
        <div className="disclosures">
          <Disclosure title="Correct errors" summary="locally">
            <CorrectionFields target={target} />
          </Disclosure>
          {canConfigure && !target.isReal && (
            <Disclosure title="Self-configure" summary="from powers">
              <SelfConfigureFields target={target} />
            </Disclosure>
          )}
          <Disclosure title="Export" summary="CSV, JSON">
            <ExportFields target={target} />
          </Disclosure>
        </div>
      </Section>
    </>
  );
}
