import type { Plan } from '../../learning/plan';
import { mzi } from '../../photonics/mzi';
import { isFlawed, isLeftAlone } from './frozen';
import type { ChipLayout } from './layout';
import type { Light } from './light';
import type { MziRef } from './places';
import { columnOf, isFixed, mziName, portsOf } from './places';

/** The numbers of one interferometer, or of one fixed coupler. */
export interface MziFacts {
  readonly kind: 'interferometer' | 'coupler';
  readonly name: string;
  readonly thetaOffset: number;
  readonly phiOffset: number;
  /** Radians, as programmed. */
  readonly theta: number;
  readonly phi: number;
  /** Radians, as light meets them: after converters, crosstalk, drift and the die's own errors; without noise. */
  readonly metTheta: number;
  readonly metPhi: number;
  /** Phi only chooses a sign: 0 or π, set once. */
  readonly isReal: boolean;
  /** Training leaves all its phases as they are. */
  readonly isFrozen: boolean;
  /** Share of power that stays on its waveguide, with the couplers and phases light meets. */
  readonly bar: number;
  /** Angle errors of its couplers and errors of its phases, radians; undefined without any. */
  readonly errors: MziErrors | undefined;
  /** Powers before and after on the first and second waveguide; undefined without a sample. */
  readonly before: readonly [number, number] | undefined;
  readonly after: readonly [number, number] | undefined;
}

export interface MziErrors {
  readonly a: number;
  readonly b: number;
  readonly theta: number;
  readonly phi: number;
}

/** @param met as light meets the parameters */
export function mziFacts(
  plan: Plan,
  layout: ChipLayout,
  parameters: Float64Array,
  met: Float64Array,
  light: Light | undefined,
  ref: MziRef,
): MziFacts | undefined {
  const section = layout.sections[ref.section];
  if (section?.kind !== 'mesh') return undefined;
  const { mesh } = section;
  const { index } = ref;
  const column = columnOf(mesh, index);
  const [top, bottom] = portsOf(mesh, index);
  const power = light?.sections[ref.section]?.power;
  const at = (c: number): readonly [number, number] | undefined =>
    power === undefined ? undefined : [power[c * plan.modes + top] ?? 0, power[c * plan.modes + bottom] ?? 0];
  const thetaOffset = mesh.thetaOffset + index;
  const phiOffset = mesh.phiOffset + index;
  const flaws = {
    a: mesh.flaws?.a[index] ?? 0,
    b: mesh.flaws?.b[index] ?? 0,
    theta: mesh.flaws?.theta[index] ?? 0,
    phi: mesh.flaws?.phi[index] ?? 0,
  };
  const isCoupler = isFixed(mesh, index);
  const isReal = mesh.drive === 'push-pull';
  const metTheta = (met[thetaOffset] ?? 0) + flaws.theta;
  const metPhi = (met[phiOffset] ?? 0) + flaws.phi;
  const [re = 0, im = 0] = mzi(metTheta, metPhi, flaws.a, flaws.b);
  return {
    kind: isCoupler ? 'coupler' : 'interferometer',
    name: mziName(layout, ref),
    thetaOffset,
    phiOffset,
    theta: parameters[thetaOffset] ?? 0,
    phi: parameters[phiOffset] ?? 0,
    metTheta,
    metPhi,
    isReal,
    isFrozen: isLeftAlone(plan, thetaOffset) && (isReal || isLeftAlone(plan, phiOffset)),
    bar: re * re + im * im,
    // The nominal angle of a fixed coupler is no error.
    errors: isFlawed(mesh, index) ? { ...flaws, a: flaws.a + (isCoupler ? Math.PI / 4 : 0) } : undefined,
    before: at(column),
    after: at(column + 1),
  };
}
