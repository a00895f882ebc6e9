import { formatCount, significant } from '../format/si';
import { Button } from '../parts/button';
import { Section } from '../parts/section';
import { chip } from '../state/chip';
import { PhaseHistory } from '../panels/inspector';
import { editParameters } from '../state/phase-edit';
import { programWords } from '../words/program';
import { formatResidual } from './format-residual';
import { MatrixView } from './matrix-view';
import { PhaseWheel } from './phase-wheel';
import type { Matrix, Outcome } from './program-store';
import { useProgram } from './program-store';
import type { Target } from './target';
import { hasErrors } from './target';

const words = programWords.outcome;

/** The wanted matrix, what the chip would make of it, and the button that sets it. */
export function OutcomeSection({ target }: { readonly target: Target }) {
  const { wanted, outcome, isBusy } = useProgram();
  if (wanted === undefined) return null;
  const isSet = outcome !== undefined && isOnChip(outcome);
  return (
    <Section title={words.title} note={words.note}>
      <div className="matrix-pair">
        <MatrixView name={words.wanted} rows={wanted.rows} columns={wanted.columns} matrix={wanted.planes} />
        <MatrixView
          name={words.done}
          rows={wanted.rows}
          columns={wanted.columns}
          matrix={isLike(outcome?.wanted, wanted) ? outcome?.done : undefined}
        />
      </div>
      <PhaseWheel />
      {outcome && <OutcomeFacts outcome={outcome} target={target} />}
      <Button
        kind="primary"
        isDisabled={outcome === undefined || isBusy || isSet}
        onPress={() => outcome && editParameters(outcome.changes)}
      >
        {isSet ? words.isSet : isBusy ? words.computing : words.set}
      </Button>
      <PhaseHistory />
    </Section>
  );
}

function OutcomeFacts({ outcome, target }: { readonly outcome: Outcome; readonly target: Target }) {
  const { programmed, deviation } = outcome;
  const { made, gain, residual, nonUnitarity, outOfReach } = programmed;
  return (
    <>
      <dl className="facts" aria-label={words.facts}>
        <dt>{words.what}</dt>
        <dd>{words.made[made]}</dd>
        {Number.isFinite(nonUnitarity) && (
          <>
            <dt>{words.nonUnitarity}</dt>
            <dd>{formatResidual(nonUnitarity)}</dd>
          </>
        )}
        <dt>{words.residual}</dt>
        <dd>{formatResidual(residual)}</dd>
        <dt>{words.deviation}</dt>
        <dd>{formatResidual(deviation)}</dd>
        {Math.abs(gain - 1) > 1e-9 && (
          <>
            <dt>{words.gain}</dt>
            <dd>{words.times(significant(gain))}</dd>
          </>
        )}
        {outOfReach > 0 && (
          <>
            <dt>{words.outOfReach}</dt>
            <dd>{words.interferometers(formatCount(outOfReach))}</dd>
          </>
        )}
      </dl>
      {deviation > 2 * residual + 1e-6 && (
        <p className="field-note">
          {hasErrors(target) && !target.isReal ? words.missesErrors : words.misses}
        </p>
      )}
    </>
  );
}

/** While another matrix of the same shape is computed, the last picture stays. */
function isLike(known: Matrix | undefined, wanted: Matrix): boolean {
  return known?.rows === wanted.rows && known.columns === wanted.columns;
}

/** Backends keep single precision. */
const SAME = 1e-5;

function isOnChip({ changes }: Outcome): boolean {
  return changes.every(({ offset, value }) => Math.abs((chip.parameters[offset] ?? 0) - value) < SAME);
}
