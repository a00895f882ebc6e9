import type { Plan, PlanMesh } from '../../learning/plan';
import { ROLE } from '../../learning/plan';
import { isFixed } from './places';

/** Whether a phase is one that training leaves as it is. */
export function isLeftAlone({ roles }: Pick<Plan, 'roles'>, offset: number): boolean {
  const role = roles[offset] ?? 0;
  return (role & ROLE.phase) !== 0 && (role & ROLE.trainable) === 0;
}

/** Whether an interferometer differs from its drawing: a fixed coupler's angle is part of the drawing. */
export function isFlawed(mesh: PlanMesh, index: number): boolean {
  const { flaws } = mesh;
  if (flaws === undefined) return false;
  const nominal = isFixed(mesh, index) ? -Math.PI / 4 : 0;
  return [(flaws.a[index] ?? 0) - nominal, flaws.b[index], flaws.theta[index], flaws.phi[index]].some(
    (error) => error !== undefined && error !== 0,
  );
}
