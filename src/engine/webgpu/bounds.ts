import type { PlanBase } from '../../learning/plan';
import { ROLE } from '../../learning/plan';

/** Stands for no limit: WGSL may take infinities as it likes. */
export const UNBOUNDED = 3e38;

type Limited = Pick<PlanBase, 'roles' | 'range'>;

/** Whether training may move every parameter anywhere. */
export function isFree({ roles, range }: Limited): boolean {
  return range === undefined && roles.every((role) => (role & ROLE.trainable) !== 0);
}

/** (low, high) per parameter for shaders/lib/bounds/limited.wgsl; low above high where it must not move. */
export function boundsOf({ roles, range }: Limited): Float32Array<ArrayBuffer> {
  const out = new Float32Array(2 * roles.length);
  roles.forEach((role, i) => {
    out.set((role & ROLE.trainable) === 0 ? [1, -1] : limitsOf(role, range, i), 2 * i);
  });
  return out;
}

function limitsOf(role: number, range: PlanBase['range'], i: number): readonly [number, number] {
  if (range === undefined || (role & ROLE.phase) === 0) return [-UNBOUNDED, UNBOUNDED];
  if (range.kind === 'wrap') return [0, 2 * Math.PI];
  return [Math.max(-UNBOUNDED, range.low[i] ?? 0), Math.min(UNBOUNDED, range.high[i] ?? 0)];
}
