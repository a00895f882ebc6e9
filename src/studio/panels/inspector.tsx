import { Redo2, Undo2 } from 'lucide-react';
import type { MziFacts } from '../mesh/mzi-facts';
import { mziFacts } from '../mesh/mzi-facts';
import { CommandButton } from '../parts/button';
import { Section } from '../parts/section';
import { chip } from '../state/chip';
import { useExperiment } from '../state/experiment-store';
import { isPhaseEditLast, isPhaseEditNext, usePhaseEdits } from '../state/phase-edit';
import { useChipVersion } from '../state/use-chip';
import { useView } from '../state/view';
import { inspectorWords } from '../words/inspector';
import { ChipFacts } from './chip-facts';
import { FreezeToggle } from './freeze-toggle';
import { LightTable } from './light-table';
import { DieErrors, SplitBar } from './mzi-sections';
import { PhaseEntry } from './phase-entry';
import { ProbeList } from './probe-list';
import '../styles/inspector.css';

/** The selected interferometer: its phases to turn, and what they do to the light. */
export function Inspector() {
  useChipVersion();
  const selected = useView((state) => state.selected);
  const { plan, layout } = chip;
  const facts =
    plan && layout && selected
      ? mziFacts(plan, layout, chip.parameters, chip.met, chip.light(), selected)
      : undefined;
  if (facts === undefined || selected === undefined)
    return (
      <>
        <ProbeList />
        <ChipFacts />
      </>
    );
  return (
    <>
      {facts.kind === 'coupler' ? (
        <Section title={inspectorWords.coupler} note={facts.name}>
          <p className="field-note">{inspectorWords.couplerNote}</p>
        </Section>
      ) : (
        <Section title={inspectorWords.interferometer} note={facts.name}>
          <Phases facts={facts} />
          <PhaseHistory />
          <FreezeToggle facts={facts} />
        </Section>
      )}
      <ProbeList />
      <DieErrors facts={facts} />
      <SplitBar facts={facts} />
      <LightTable selected={selected} />
    </>
  );
}

function Phases({ facts }: { readonly facts: MziFacts }) {
  return (
    <>
      <PhaseEntry
        id="field-theta"
        label={inspectorWords.theta}
        value={facts.theta}
        offset={facts.thetaOffset}
      />
      {facts.isReal ? (
        <p className="field-note">
          {inspectorWords.sign(Math.cos(facts.phi) < 0 ? inspectorWords.pi : inspectorWords.zero)}
        </p>
      ) : (
        <PhaseEntry id="field-phi" label={inspectorWords.phi} value={facts.phi} offset={facts.phiOffset} />
      )}
    </>
  );
}

/** Taking edits of phases back, and making them again, while they are the latest thing done. */
export function PhaseHistory() {
  usePhaseEdits();
  useExperiment();
  if (!isPhaseEditLast() && !isPhaseEditNext()) return null;
  return (
    <div className="button-row">
      {isPhaseEditLast() && <CommandButton id="undo" icon={<Undo2 aria-hidden />} />}
      {isPhaseEditNext() && <CommandButton id="redo" icon={<Redo2 aria-hidden />} />}
    </div>
  );
}
