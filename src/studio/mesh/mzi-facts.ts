import type { Plan } from '../../learning/plan';
import { barFraction } from '../../photonics/mzi';
import type { ChipLayout, MziRef } from './layout';
import { columnOf, mziName, portsOf } from './layout';
import type { Light } from './light';

/** The numbers of one interferometer. */
export interface MziFacts {
  readonly name: string;
  readonly thetaOffset: number;
  readonly phiOffset: number;
  /** Radians, as programmed (a die's flaws come on top). */
  readonly theta: number;
  readonly phi: number;
  /** Share of power that stays on its waveguide, for ideal couplers. */
  readonly bar: number;
  /** Powers before and after on the upper and lower waveguide; undefined without a sample. */
  readonly before: readonly [number, number] | undefined;
  readonly after: readonly [number, number] | undefined;
  readonly flawed: boolean;
}

export function mziFacts(
  plan: Plan,
  layout: ChipLayout,
  parameters: Float64Array,
  light: Light | undefined,
  ref: MziRef,
): MziFacts | undefined {
  const section = layout.sections[ref.section];
  if (section?.kind !== 'mesh') return undefined;
  const { mesh } = section;
  const column = columnOf(mesh, ref.index);
  const [top, bottom] = portsOf(mesh, ref.index);
  const power = light?.sections[ref.section]?.power;
  const at = (c: number): readonly [number, number] | undefined =>
    power === undefined ? undefined : [power[c * plan.modes + top] ?? 0, power[c * plan.modes + bottom] ?? 0];
  const thetaOffset = mesh.thetaOffset + ref.index;
  const phiOffset = mesh.phiOffset + ref.index;
  const theta = parameters[thetaOffset] ?? 0;
  return {
    name: mziName(layout, ref),
    thetaOffset,
    phiOffset,
    theta,
    phi: parameters[phiOffset] ?? 0,
    bar: barFraction(theta),
    before: at(column),
    after: at(column + 1),
    flawed: mesh.flaws !== undefined,
  };
}
