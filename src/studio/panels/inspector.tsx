import { mziFacts } from '../mesh/mzi-facts';
import { Button } from '../parts/button';
import { Section } from '../parts/section';
import { chip } from '../state/chip';
import { undoPhaseEdit, usePhaseEdits } from '../state/phase-edit';
import { useChipVersion } from '../state/use-chip';
import { useView } from '../state/view';
import { ChipFacts } from './chip-facts';
import { FreezeToggle } from './freeze-toggle';
import { DieErrors, LightTable, SplitBar } from './mzi-sections';
import { PhaseEntry } from './phase-entry';

/** The selected interferometer: its phases to turn, and what they do to the light. */
export function Inspector() {
  useChipVersion();
  const canUndo = usePhaseEdits((state) => state.edits.length > 0);
  const selected = useView((state) => state.selected);
  const { plan, layout } = chip;
  const facts =
    plan && layout && selected
      ? mziFacts(plan, layout, chip.parameters, chip.met, chip.light(), selected)
      : undefined;
  if (facts === undefined) return <ChipFacts />;
  return (
    <>
      {facts.kind === 'coupler' ? (
        <Section title="Fixed coupler" note={facts.name}>
          <p className="field-note">
            The third splitter of its cell: 50 : 50, without phases. It keeps errors of the others
            correctable.
          </p>
        </Section>
      ) : (
        <Section title="Interferometer" note={facts.name}>
          <PhaseEntry id="field-theta" label="θ, internal" value={facts.theta} offset={facts.thetaOffset} />
          {facts.isReal ? (
            <p className="field-note">
              φ is {Math.cos(facts.phi) < 0 ? 'π' : '0'}, a sign: real weights keep it as it is.
            </p>
          ) : (
            <PhaseEntry id="field-phi" label="φ, external" value={facts.phi} offset={facts.phiOffset} />
          )}
          {canUndo && <Button onPress={undoPhaseEdit}>Undo phase edit</Button>}
          <FreezeToggle facts={facts} />
        </Section>
      )}
      <DieErrors facts={facts} />
      <SplitBar facts={facts} />
      <LightTable facts={facts} />
    </>
  );
}
