import type { Training } from '../experiment/schema';
import { mziCount } from '../photonics/mesh';
import type { PhaseRange, PlanLinear } from './plan';
import { ROLE, meshesOf } from './plan';

/** The range that training keeps phases in, with its limits laid out over the flat vector. */
export function compileRange(
  range: Training['range'],
  parts: readonly PlanLinear[],
  parameterCount: number,
): PhaseRange | undefined {
  if (range.kind === 'free') return undefined;
  if (range.kind === 'wrap') return { kind: 'wrap' };
  const low = new Float64Array(parameterCount).fill(-Infinity);
  const high = new Float64Array(parameterCount).fill(Infinity);
  const limit = (offset: number, count: number): void => {
    low.fill(range.low, offset, offset + count);
    high.fill(range.high, offset, offset + count);
  };
  for (const { topology, thetaOffset, phiOffset, gammaOffset } of meshesOf(parts)) {
    const count = mziCount(topology);
    if (range.phases.includes('theta')) limit(thetaOffset, count);
    if (range.phases.includes('phi')) limit(phiOffset, count);
    if (range.phases.includes('gamma')) limit(gammaOffset, topology.modes);
  }
  for (const { attenuatorOffset, mesh } of parts) {
    if (attenuatorOffset !== undefined && range.phases.includes('alpha'))
      limit(attenuatorOffset, mesh.topology.modes);
  }
  return { kind: 'clamp', low, high };
}

const TURN = 2 * Math.PI;

/** Puts trainable phases back into their range, in place. */
export function keepInRange(
  range: PhaseRange | undefined,
  roles: Uint8Array,
  parameters: Float64Array,
): void {
  if (range === undefined) return;
  const both = ROLE.trainable | ROLE.phase;
  for (let i = 0; i < parameters.length; i++) {
    if (((roles[i] ?? 0) & both) !== both) continue;
    const value = parameters[i] ?? 0;
    parameters[i] =
      range.kind === 'wrap'
        ? value - TURN * Math.floor(value / TURN)
        : Math.min(range.high[i] ?? Infinity, Math.max(range.low[i] ?? -Infinity, value));
  }
}
