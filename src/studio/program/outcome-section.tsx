import { formatCount, significant } from '../format/si';
import { Button } from '../parts/button';
import { Section } from '../parts/section';
import { chip } from '../state/chip';
import { PhaseHistory } from '../panels/inspector';
import { editParameters } from '../state/phase-edit';
import { formatResidual } from './format-residual';
import { MatrixView } from './matrix-view';
import { PhaseWheel } from './phase-wheel';
import type { Matrix, Outcome } from './program-store';
import { useProgram } from './program-store';
import type { Target } from './target';
import { hasErrors } from './target';

/** The wanted matrix, what the chip would make of it, and the button that sets it. */
export function OutcomeSection({ target }: { readonly target: Target }) {
  const { wanted, outcome, isBusy } = useProgram();
  if (wanted === undefined) return null;
  const isSet = outcome !== undefined && isOnChip(outcome);
  return (
    <Section title="Preview" note="Strength of colour is |M|, hue its phase.">
      <div className="matrix-pair">
        <MatrixView name="Wanted" rows={wanted.rows} columns={wanted.columns} matrix={wanted.planes} />
        <MatrixView
          name="On this chip"
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
        {isSet ? 'On the chip' : isBusy ? 'Computing…' : 'Set these phases'}
      </Button>
      <PhaseHistory />
    </Section>
  );
}

const MADE: Readonly<Record<Outcome['programmed']['made'], string>> = {
  unitary: 'the matrix itself',
  'nearest-unitary': 'the nearest unitary',
  svd: 'singular value decomposition',
  vector: 'its column',
};

function OutcomeFacts({ outcome, target }: { readonly outcome: Outcome; readonly target: Target }) {
  const { programmed, deviation } = outcome;
  const { made, gain, residual, nonUnitarity, outOfReach } = programmed;
  return (
    <>
      <dl className="facts" aria-label="Programming">
        <dt>Set</dt>
        <dd>{MADE[made]}</dd>
        {Number.isFinite(nonUnitarity) && (
          <>
            <dt>Off unitary by</dt>
            <dd>{formatResidual(nonUnitarity)}</dd>
          </>
        )}
        <dt>Residual, computed</dt>
        <dd>{formatResidual(residual)}</dd>
        <dt>Residual, this chip</dt>
        <dd>{formatResidual(deviation)}</dd>
        {Math.abs(gain - 1) > 1e-9 && (
          <>
            <dt>Gain it needs</dt>
            <dd>×{significant(gain)}</dd>
          </>
        )}
        {outOfReach > 0 && (
          <>
            <dt>Out of reach</dt>
            <dd>{formatCount(outOfReach)} interferometers</dd>
          </>
        )}
      </dl>
      {deviation > 2 * residual + 1e-6 && (
        <p className="field-note">
          {hasErrors(target) && !target.isReal
            ? 'This chip misses more than was computed: errors that are not used, loss, converters or heat.'
            : 'This chip misses more than was computed: loss, converters or heat.'}
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
