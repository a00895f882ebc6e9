import { useState } from 'react';
import { phasesOf } from '../../learning/layer-matrix';
import type { PlanLinear } from '../../learning/plan';
import { toFault } from '../../lib/fault';
import { distance, frobenius } from '../../photonics/complex-matrix';
import { idealFlaws } from '../../photonics/ideal-flaws';
import { correctErrors } from '../../photonics/programming/correct-errors';
import { askDesk } from '../desk/desk.client';
import { formatCount } from '../format/si';
import { Button } from '../parts/button';
import { chip } from '../state/chip';
import { notify } from '../state/notify';
import { editParameters } from '../state/phase-edit';
import { awaiting } from '../state/run-store';
import { formatResidual } from './format-residual';
import { meshChanges } from './set-phases';
import type { Target } from './target';
import { hasErrors, linearOf, withoutFlaws } from './target';

interface Corrected {
  /** Relative distance from what a chip without errors does, before and after. */
  readonly before: number;
  readonly after: number;
  readonly outOfReach: number;
}

/** Turns phases that were meant for a perfect chip into phases that do the same on this die. */
export function CorrectionFields({ target }: { readonly target: Target }) {
  const [result, setResult] = useState<Corrected>();
  const refusal = !hasErrors(target)
    ? 'This die has no errors to correct: switch on splitter or phase errors under Hardware.'
    : target.isReal
      ? 'Real weights leave no phases to correct with.'
      : undefined;
  const run = async (): Promise<void> => {
    try {
      setResult(await awaiting(correct(target)));
    } catch (thrown) {
      const fault = toFault(thrown);
      notify('error', fault.message, { description: fault.fix });
    }
  };
  return (
    <>
      <p className="field-note">
        {refusal ??
          'Each interferometer makes up for its own errors. The present phases count as meant for a perfect chip.'}
      </p>
      {result && (
        <dl className="facts" aria-label="Correction">
          <dt>Off before</dt>
          <dd>{formatResidual(result.before)}</dd>
          <dt>Off after</dt>
          <dd>{formatResidual(result.after)}</dd>
          <dt>Out of reach</dt>
          <dd>{formatCount(result.outOfReach)} interferometers</dd>
        </dl>
      )}
      <Button isDisabled={refusal !== undefined} onPress={() => void run()}>
        Correct the present phases
      </Button>
    </>
  );
}

async function correct(target: Target): Promise<Corrected> {
  const { parameters } = chip;
  const linear = linearOf(target);
  const wanted = await matrixOf(
    withoutFlaws(linear, ({ topology }) => idealFlaws(topology)),
    parameters,
  );
  const lossless = withoutFlaws(linear, ({ flaws }) => flaws);
  const before = await matrixOf(lossless, parameters);
  let outOfReach = 0;
  const changes = target.meshes.flatMap((mesh) => {
    if (mesh.flaws === undefined) return [];
    const corrected = correctErrors(mesh.topology, phasesOf(mesh, parameters), mesh.flaws, mesh.drive);
    outOfReach += corrected.outOfReach;
    return meshChanges(mesh, corrected.phases);
  });
  editParameters(changes);
  const after = await matrixOf(lossless, chip.parameters);
  const norm = frobenius(wanted);
  return { before: distance(before, wanted) / norm, after: distance(after, wanted) / norm, outOfReach };
}

function matrixOf(linear: PlanLinear, parameters: Float64Array) {
  return askDesk((desk) => desk.matrixOf(linear, parameters));
}
