import { ok } from '../../lib/result';
import { NumberEntry } from '../parts/number-entry';
import { PhaseDial } from '../parts/phase-dial';
import { editParameter, holdPhase, releasePhase } from '../state/phase-edit';

/** One phase, as a dial and as a number. */
export function PhaseEntry(props: {
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

function wrap(angle: number): number {
  const full = 2 * Math.PI;
  return angle - full * Math.floor(angle / full);
}
