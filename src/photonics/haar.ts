import { STREAM, uniform } from '../lib/rng';
import { checkerboardNumbers } from './checkerboard';
import type { Mesh } from './mesh';
import { mziCount } from './mesh';
import { fixedBefore } from './meshes/fixed-before';
import { emptySetting, setForRow } from './mzi-inverse';

/** Phases of one mesh: theta and phi per interferometer, gamma per output port, radians. */
export interface MeshPhases {
  readonly theta: Float64Array;
  readonly phi: Float64Array;
  readonly gamma: Float64Array;
}

/**
 * Phases that make the mesh a Haar-random unitary: cos²(theta/2) = u^{1/alpha}, phi and gamma uniform. Meshes that
 * are not universal come as near as {@link checkerboardNumbers} allows; fixed couplers keep the phases 0.
 */
export function haarPhases(mesh: Mesh, seed: number, stream: number = STREAM.phases): MeshPhases {
  const count = mziCount(mesh);
  const numbers = numbersOf(mesh);
  const theta = Float64Array.from(numbers, (alpha, k) => {
    const u = uniform(seed, stream, 2 * k);
    return 2 * Math.acos(Math.sqrt(u ** (1 / alpha)));
  });
  const phi = Float64Array.from({ length: count }, (_, k) => 2 * Math.PI * uniform(seed, stream, 2 * k + 1));
  const gamma = Float64Array.from(
    { length: mesh.modes },
    (_, k) => 2 * Math.PI * uniform(seed, stream, 2 * count + k),
  );
  if (mesh.fixed) throughFixed(mesh, mesh.fixed, theta, phi);
  return { theta, phi, gamma };
}

/** Networks draw hundreds of meshes with one topology. */
const known = new WeakMap<Mesh, Int32Array>();

function numbersOf(mesh: Mesh): Int32Array {
  const numbers = known.get(mesh) ?? checkerboardNumbers(mesh);
  known.set(mesh, numbers);
  return numbers;
}

/**
 * Behind a fixed coupler B(0) the pair of both, not the interferometer alone, shall have the drawn division of
 * power and phase: the interferometer is set for row · B(0)ᴴ, where row = (e^{i phi}·sin(theta/2), cos(theta/2)) is
 * the drawn one. What the outputs' phases then differ vanishes in the uniform phi and gamma that follow.
 */
function throughFixed(mesh: Mesh, fixed: Uint8Array, theta: Float64Array, phi: Float64Array): void {
  const setting = emptySetting();
  fixedBefore(mesh).forEach((coupler, k) => {
    if (fixed[k] === 1) {
      theta[k] = 0;
      phi[k] = 0;
    }
    if (coupler < 0) return;
    const s = Math.sin(theta[k]! / 2);
    const c = Math.cos(theta[k]! / 2);
    const re = s * Math.cos(phi[k]!);
    const im = s * Math.sin(phi[k]!);
    setForRow(re, im - c, c + im, -re, 0, 0, setting);
    theta[k] = setting.theta;
    phi[k] = setting.phi;
  });
}
