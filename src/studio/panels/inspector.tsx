import { formatPercent, significant } from '../format/si';
import { ok } from '../../lib/result';
import { mziFacts } from '../mesh/mzi-facts';
import { Button } from '../parts/button';
import { NumberEntry } from '../parts/number-entry';
import { PhaseDial } from '../parts/phase-dial';
import { Section } from '../parts/section';
import { chip } from '../state/chip';
import { editParameter, holdPhase, releasePhase, undoPhaseEdit, usePhaseEdits } from '../state/phase-edit';
import { useChipVersion } from '../state/use-chip';
import { useView } from '../state/view';
import { ChipFacts } from './chip-facts';

/** The selected interferometer: its phases to turn, and what they do to the light. */
export function Inspector() {
  useChipVersion();
  const canUndo = usePhaseEdits((state) => state.edits.length > 0);
  const selected = useView((state) => state.selected);
  const { plan, layout } = chip;
  const facts =
    plan && layout && selected ? mziFacts(plan, layout, chip.parameters, chip.light(), selected) : undefined;
  if (facts === undefined) return <ChipFacts />;
  return (
    <>
      <Section title="Interferometer" note={facts.name}>
        <PhaseEntry id="field-theta" label="θ, internal" value={facts.theta} offset={facts.thetaOffset} />
        <PhaseEntry id="field-phi" label="φ, external" value={facts.phi} offset={facts.phiOffset} />
        {canUndo && <Button onPress={undoPhaseEdit}>Undo phase edit</Button>}
        {facts.flawed && (
          <p className="section-note">This die’s flaws come on top of the programmed phases.</p>
        )}
      </Section>
      <Section title="Splitting" note="For ideal couplers: θ = 0 crosses, θ = π stays.">
        <SplitBar bar={facts.bar} />
      </Section>
      <Section title="Light" note="Power of the chosen sample, simulated.">
        {facts.before && facts.after ? (
          <table className="table tabular">
            <thead>
              <tr>
                <th scope="col">Waveguide</th>
                <th scope="col">In</th>
                <th scope="col">Out</th>
              </tr>
            </thead>
            <tbody>
              {(['Upper', 'Lower'] as const).map((name, row) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td>{significant(facts.before?.[row] ?? Number.NaN)}</td>
                  <td>{significant(facts.after?.[row] ?? Number.NaN)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : (
          <p className="muted">No sample yet.</p>
        )}
      </Section>
    </>
  );
}

function PhaseEntry(props: {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly offset: number;
}) {
  const set = (value: number): void => editParameter(props.offset, wrap(value));
  return (
    <div className="phase-entry">
      <PhaseDial
        label={props.label}
        value={props.value}
        onStart={() => holdPhase(props.offset)}
        onEnd={releasePhase}
        onChange={set}
      />
      <NumberEntry
        id={props.id}
        label={props.label}
        unit="rad"
        step={0.05}
        value={Number(wrap(props.value).toPrecision(4))}
        hint="Radians; 0.5π works too"
        onCommit={(value) => {
          set(value);
          return ok(value);
        }}
      />
    </div>
  );
}

function SplitBar({ bar }: { readonly bar: number }) {
  return (
    <div>
      <div className="split-bar" aria-hidden>
        <span style={{ transform: `scaleX(${bar})` }} />
      </div>
      <p className="split-text tabular">
        <span>{formatPercent(bar)} stays</span>
        <span>{formatPercent(1 - bar)} crosses</span>
      </p>
    </div>
  );
}

function wrap(angle: number): number {
  const full = 2 * Math.PI;
  return angle - full * Math.floor(angle / full);
}
