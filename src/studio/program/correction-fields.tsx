import { useState } from 'react';
import { phasesOf } from '../../learning/mesh-phases';
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
import { programWords } from '../words/program';
import { formatResidual } from './format-residual';
import { meshChanges } from './set-phases';
import type { Target } from './target';
import { hasErrors, linearOf, withoutFlaws } from './target';

const words = programWords.correction;

interface Corrected {
  /** Relative distance from what a chip without errors does, before and after. */
  readonly before: number;
  readonly after: number;
  readonly outOfReach: number;
}

/** Turns phases that were meant for a perfect chip into phases that do the same on this die. */
export function CorrectionFields({ target }: { readonly target: Target }) {
  const [result, setResult] = useState<Corrected>();
  const refusal = !hasErrors(target) ? words.noErrors : target.isReal ? words.real : undefined;
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
      <p className="field-note">{refusal ?? words.note}</p>
      {result && (
        <dl className="facts" aria-label={words.facts}>
          <dt>{words.before}</dt>
          <dd>{formatResidual(result.before)}</dd>
          <dt>{words.after}</dt>
          <dd>{formatResidual(result.after)}</dd>
          <dt>{programWords.outcome.outOfReach}</dt>
          <dd>{programWords.outcome.interferometers(formatCount(result.outOfReach))}</dd>
        </dl>
      )}
      <Button isDisabled={refusal !== undefined} onPress={() => void run()}>
        {words.run}
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
