import type { ProgramRequest } from '../../photonics/programming/program';
import { block, distance, frobenius, scaled } from '../../photonics/complex-matrix';
import type { ComplexPlanes } from '../../photonics/propagate';
import { effectivePhases } from '../../learning/effects';
import { PhotonicError, toFault } from '../../lib/fault';
import { askDesk } from '../desk/desk.client';
import { chip } from '../state/chip';
import { engine } from '../state/engine';
import { awaiting } from '../state/run-store';
import type { Matrix, Outcome } from './program-store';
import { useProgram } from './program-store';
import { changesFor } from './set-phases';
import type { Target } from './target';
import { linearOf, targetFault, targetOf } from './target';
import { wantedMatrix } from './wanted-matrix';

/** Typing goes on this long before a matrix is computed. */
const AFTER_MS = 150;

let timer: ReturnType<typeof setTimeout> | undefined;
/** Counts what was asked for: an older answer is ignored. */
let asked = 0;

/** Computes the phases of the chosen matrix anew, soon. */
export function computeSoon(): void {
  asked++;
  useProgram.setState({ isBusy: true });
  clearTimeout(timer);
  timer = setTimeout(() => void awaiting(compute()), AFTER_MS);
}

async function compute(): Promise<void> {
  const mine = ++asked;
  const choice = useProgram.getState();
  const target = currentTarget();
  if (target === undefined) {
    useProgram.setState({ wanted: undefined, outcome: undefined, fault: undefined, isBusy: false });
    return;
  }
  const wanted = wantedMatrix(choice, target.size);
  useProgram.setState({ wanted: wanted.ok ? wanted.value : undefined });
  try {
    if (!wanted.ok) throw new PhotonicError(wanted.fault);
    const outcome = await outcomeOf(target, wanted.value, choice.useErrors);
    if (mine === asked) useProgram.setState({ outcome, fault: undefined, isBusy: false });
  } catch (thrown) {
    if (mine === asked) useProgram.setState({ outcome: undefined, fault: toFault(thrown), isBusy: false });
  }
}

/** The meshes of the chip on screen that are chosen. */
export function currentTarget(): Target | undefined {
  const { layer, part } = useProgram.getState();
  return chip.network && targetOf(chip.network, chip.tile, layer, part);
}

async function outcomeOf(target: Target, wanted: Matrix, useErrors: boolean): Promise<Outcome> {
  const refused = targetFault(target);
  if (refused) throw new PhotonicError(refused);
  const programmed = await engine().program(requestFor(target, wanted, useErrors));
  const changes = changesFor(target, programmed);
  if (!changes.ok) throw new PhotonicError(changes.fault);
  const parameters = chip.parameters.slice();
  for (const { offset, value } of changes.value) parameters[offset] = value;
  const whole = await doneBy(target, parameters);
  const { rows, columns, planes } = wanted;
  const { modes } = target.linear.mesh.topology;
  const own = block(whole, modes, target.firstPort, target.firstPort, rows, columns);
  const done = scaled(own, programmed.gain);
  const norm = frobenius(planes);
  const deviation = norm === 0 ? frobenius(done) : distance(done, planes) / norm;
  return { wanted, programmed, changes: changes.value, done, deviation };
}

function requestFor(target: Target, { rows, columns, planes }: Matrix, useErrors: boolean): ProgramRequest {
  // Errors of real meshes would need phases that are no signs.
  const knows = useErrors && !target.isReal;
  return {
    rows,
    columns,
    matrix: planes,
    mesh: target.linear.mesh.topology.kind,
    modes: target.linear.mesh.topology.modes,
    form: target.part === 'layer' ? 'usv' : 'u',
    flaws: knows ? target.meshes.map(({ flaws }) => flaws) : undefined,
  };
}

/** What the target's meshes do at these parameters, with everything that lies between phases and light but noise. */
export function doneBy(target: Target, parameters: Float64Array): Promise<ComplexPlanes> {
  const { network } = chip;
  const met = network
    ? effectivePhases(network, parameters, { key: undefined, walks: undefined })
    : parameters;
  return askDesk((desk) => desk.matrixOf(linearOf(target), met));
}
