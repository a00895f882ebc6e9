import type { NetworkPlan } from '../../learning/plan';
import { block } from '../../photonics/complex-matrix';
import { fidelity } from '../../photonics/fidelity';
import { idealFlaws } from '../../photonics/ideal-flaws';
import type { ComplexPlanes } from '../../photonics/propagate';
import { askDesk } from '../desk/desk.client';
import { doneBy } from '../program/compute';
import { useProgram } from '../program/program-store';
import type { Target } from '../program/target';
import { linearOf, withoutFlaws } from '../program/target';
import { awaiting } from '../state/run-store';
import type { Reference } from './matrix-store';

/** What is to be multiplied out. */
export interface Comparison {
  readonly network: NetworkPlan;
  readonly target: Target;
  readonly parameters: Float64Array;
  readonly reference: Reference;
  /** Of the reference, where it is one of the same chip's. */
  readonly saved: Float64Array | undefined;
}

export interface Compared {
  readonly of: Comparison;
  readonly size: number;
  readonly matrix: ComplexPlanes;
  /** Undefined without anything to compare with. */
  readonly fidelity: number | undefined;
}

/** Multiplies the meshes of both sides and compares them. */
export async function compare(of: Comparison): Promise<Compared> {
  const { target, parameters } = of;
  const { modes } = target.linear.mesh.topology;
  const matrix = await awaiting(doneBy(target, parameters));
  const other = await referenceOf(of);
  if (other === undefined) return { of, size: modes, matrix, fidelity: undefined };
  const own =
    other.re.length === matrix.re.length
      ? matrix
      : block(matrix, modes, target.firstPort, target.firstPort, target.size, target.size);
  const value = own.re.length === other.re.length ? fidelity(own, other) : undefined;
  return { of, size: modes, matrix, fidelity: value };
}

function referenceOf(comparison: Comparison): Promise<ComplexPlanes | undefined> {
  const { network, target, parameters, reference, saved } = comparison;
  switch (reference) {
    case 'start':
      return awaiting(doneBy(target, network.initial));
    case 'saved':
      return saved ? awaiting(doneBy(target, saved)) : Promise.resolve(undefined);
    case 'ideal': {
      const ideal = withoutFlaws(linearOf(target), ({ topology }) => idealFlaws(topology));
      return awaiting(askDesk((desk) => desk.matrixOf(ideal, parameters)));
    }
    case 'programmed':
      return Promise.resolve(useProgram.getState().wanted?.planes);
  }
}

/** Why something cannot be compared with now; undefined where it can. */
export function refusalOf(
  reference: Reference,
  target: Target,
  saved: Float64Array | undefined,
): 'save' | 'size' | 'program' | undefined {
  if (reference === 'saved' && saved === undefined) return 'save';
  if (reference !== 'programmed') return undefined;
  const { wanted } = useProgram.getState();
  if (wanted === undefined) return 'program';
  return wanted.rows === target.size && wanted.columns === target.size ? undefined : 'size';
}
