import type { MeshPhases } from '../../photonics/haar';
import { mziCount } from '../../photonics/mesh';
import type { ComplexPlanes } from '../../photonics/propagate';
import type { PlanMesh } from '../plan';
import { attenuations } from './tap-noise';

/** One reading's error, power in units of the squared field; called once per reading. */
export type ReadingNoise = () => number;

/**
 * The gradient of a mesh's phases measured by interference, step by step as the chip does it (Hughes et al., Optica 5,
 * 864 (2018); measured by Pai et al., Science 380, 398 (2023)). A tap after each shifter reads a power three times:
 *
 *     F = |a|²              forward light: a is the sample's field after the shifter
 *     A = |g|²              adjoint light, sent backward into the outputs as g = conj(G): g after the shifter
 *     S = |a − i·r·g*|²     the sum, forward: at the inputs x − i·conj(g that came out there)
 *     dL/dphi = −Im(a·g) = (S − F − r²A) / 2r
 *
 * Light sent in again is conj(g) at every shifter because a mesh without loss is unitary; r is what an even loss on the
 * way takes off it. Uneven loss leaves a bias that no reading shows.
 *
 * @param input one sample's fields at the mesh's inputs
 * @param cotangent dL = Re Σ conj(G)·dy at its outputs, after the output phases and before what is lost there
 * @returns one sample's slopes
 */
export function measureByInterference(
  mesh: PlanMesh,
  phases: MeshPhases,
  input: ComplexPlanes,
  cotangent: ComplexPlanes,
  noise: ReadingNoise,
): MeshPhases {
  const backward = conjugate(cotangent);
  const forwardPowers = tapForward(mesh, phases, { re: input.re.slice(), im: input.im.slice() }, noise);
  const adjointPowers = tapBackward(mesh, phases, backward, noise);
  // x − i·conj(g): of a complex number p + iq this is (x.re − q) + i(x.im − p).
  const sum = {
    re: input.re.map((value, p) => value - (backward.im[p] ?? 0)),
    im: input.im.map((value, p) => value - (backward.re[p] ?? 0)),
  };
  const sumPowers = tapForward(mesh, phases, sum, noise);
  const { devices, ports } = attenuations(mesh);
  const slope = (of: keyof Taps, k: number, r: number): number =>
    ((sumPowers[of][k] ?? 0) - (forwardPowers[of][k] ?? 0) - r ** 2 * (adjointPowers[of][k] ?? 0)) / (2 * r);
  const pushPull = mesh.drive === 'push-pull';
  return {
    theta: devices.map((r, k) =>
      pushPull ? (slope('theta', k, r) - slope('thetaBelow', k, r)) / 2 : slope('theta', k, r),
    ),
    phi: devices.map((r, k) => slope('phi', k, r)),
    gamma: ports.map((r, p) => slope('gamma', p, r)),
  };
}

/** Powers read after each shifter; `thetaBelow` on the lower arm, where a push-pull drive has its other half. */
interface Taps {
  readonly phi: Float64Array;
  readonly theta: Float64Array;
  readonly thetaBelow: Float64Array;
  readonly gamma: Float64Array;
}

function emptyTaps(mesh: PlanMesh): Taps {
  const each = (): Float64Array => new Float64Array(mziCount(mesh.topology));
  return { phi: each(), theta: each(), thetaBelow: each(), gamma: new Float64Array(mesh.topology.modes) };
}

/** Sends fields through the mesh in place and reads every tap on the way. */
function tapForward(mesh: PlanMesh, phases: MeshPhases, z: ComplexPlanes, noise: ReadingNoise): Taps {
  const { topology, flaws, losses } = mesh;
  const taps = emptyTaps(mesh);
  for (let k = 0; k < mziCount(topology); k++) {
    const [top = 0, bottom = 0] = topology.pairs.subarray(2 * k, 2 * k + 2);
    scale(z, top, losses?.top[k] ?? 1);
    scale(z, bottom, losses?.bottom[k] ?? 1);
    turn(z, top, (phases.phi[k] ?? 0) + (flaws?.phi[k] ?? 0));
    taps.phi[k] = power(z, top) + noise();
    couple(z, top, bottom, flaws?.a[k] ?? 0);
    const [upper, lower] = internal(mesh, phases, k);
    turn(z, top, upper);
    turn(z, bottom, lower);
    taps.theta[k] = power(z, top) + noise();
    if (mesh.drive === 'push-pull') taps.thetaBelow[k] = power(z, bottom) + noise();
    couple(z, top, bottom, flaws?.b[k] ?? 0);
  }
  phases.gamma.forEach((gamma, p) => {
    turn(z, p, gamma);
    taps.gamma[p] = power(z, p) + noise();
  });
  return taps;
}

/** The same from the outputs to the inputs: every element is reciprocal, and so its own transpose. */
function tapBackward(mesh: PlanMesh, phases: MeshPhases, z: ComplexPlanes, noise: ReadingNoise): Taps {
  const { topology, flaws, losses } = mesh;
  const taps = emptyTaps(mesh);
  phases.gamma.forEach((gamma, p) => {
    taps.gamma[p] = power(z, p) + noise();
    turn(z, p, gamma);
  });
  for (let k = mziCount(topology) - 1; k >= 0; k--) {
    const [top = 0, bottom = 0] = topology.pairs.subarray(2 * k, 2 * k + 2);
    couple(z, top, bottom, flaws?.b[k] ?? 0);
    taps.theta[k] = power(z, top) + noise();
    if (mesh.drive === 'push-pull') taps.thetaBelow[k] = power(z, bottom) + noise();
    const [upper, lower] = internal(mesh, phases, k);
    turn(z, top, upper);
    turn(z, bottom, lower);
    couple(z, top, bottom, flaws?.a[k] ?? 0);
    taps.phi[k] = power(z, top) + noise();
    turn(z, top, (phases.phi[k] ?? 0) + (flaws?.phi[k] ?? 0));
    scale(z, top, losses?.top[k] ?? 1);
    scale(z, bottom, losses?.bottom[k] ?? 1);
  }
  return taps;
}

/** Phases of the two arms between the couplers. */
function internal(mesh: PlanMesh, phases: MeshPhases, k: number): readonly [number, number] {
  const theta = (phases.theta[k] ?? 0) + (mesh.flaws?.theta[k] ?? 0);
  return mesh.drive === 'push-pull' ? [(theta - Math.PI) / 2, -(theta + Math.PI) / 2] : [theta, 0];
}

/** [[cos, i·sin], [i·sin, cos]] of π/4 + error. */
function couple({ re, im }: ComplexPlanes, top: number, bottom: number, error: number): void {
  const c = Math.cos(Math.PI / 4 + error);
  const s = Math.sin(Math.PI / 4 + error);
  const [a = 0, b = 0, p = 0, q = 0] = [re[top], im[top], re[bottom], im[bottom]];
  re[top] = c * a - s * q;
  im[top] = c * b + s * p;
  re[bottom] = c * p - s * b;
  im[bottom] = c * q + s * a;
}

function turn({ re, im }: ComplexPlanes, at: number, phase: number): void {
  const c = Math.cos(phase);
  const s = Math.sin(phase);
  const [a = 0, b = 0] = [re[at], im[at]];
  re[at] = c * a - s * b;
  im[at] = c * b + s * a;
}

function scale({ re, im }: ComplexPlanes, at: number, factor: number): void {
  re[at] = (re[at] ?? 0) * factor;
  im[at] = (im[at] ?? 0) * factor;
}

function power({ re, im }: ComplexPlanes, at: number): number {
  return (re[at] ?? 0) ** 2 + (im[at] ?? 0) ** 2;
}

function conjugate({ re, im }: ComplexPlanes): ComplexPlanes {
  return { re: re.slice(), im: im.map((value) => -value) };
}
