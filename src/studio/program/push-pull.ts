import type { MeshPhases } from '../../photonics/haar';
import type { Mesh } from '../../photonics/mesh';
import { columnCount } from '../../photonics/mesh';

/**
 * Phases of a mesh with both arms driven that does the same as one with one arm driven, and the reverse. The
 * push-pull interferometer is T·(−i)·e^{−iθ/2} (photonics/propagate.ts): the phase it lacks, common to both its
 * outputs, travels with the light to the next interferometer's phi and at last to gamma. For a real orthogonal
 * matrix phi and gamma come out as 0 or π. Not for meshes with fixed couplers, through which such phases do not pass.
 */
export function toPushPull(mesh: Mesh, phases: MeshPhases): MeshPhases {
  return carried(mesh, phases, 1);
}

export function fromPushPull(mesh: Mesh, phases: MeshPhases): MeshPhases {
  return carried(mesh, phases, -1);
}

function carried(mesh: Mesh, { theta, phi, gamma }: MeshPhases, sign: 1 | -1): MeshPhases {
  const { pairs, columnStart, modes } = mesh;
  const turned = new Float64Array(phi.length);
  /** What light is still owed, per waveguide. */
  const due = new Float64Array(modes);
  for (let k = 0; k < (columnStart[columnCount(mesh)] ?? 0); k++) {
    const top = pairs[2 * k] ?? 0;
    const bottom = pairs[2 * k + 1] ?? 0;
    const common = due[bottom] ?? 0;
    const external = (phi[k] ?? 0) + (due[top] ?? 0) - common;
    const passed = common + sign * (Math.PI / 2 + (theta[k] ?? 0) / 2);
    due[top] = due[bottom] = passed;
    const way = onlyWay(theta[k] ?? 0);
    // What does not mix light needs no phi: it passes on with the light of the upper input.
    if (way === undefined) turned[k] = wrapped(external);
    else due[way === 'bar' ? top : bottom] = passed + external;
  }
  return {
    theta: theta.slice(),
    phi: turned,
    gamma: gamma.map((phase, p) => wrapped(phase + (due[p] ?? 0))),
  };
}

/** An interferometer this near to bar or cross mixes nothing. */
const SPLITS = 1e-9;

function onlyWay(theta: number): 'bar' | 'cross' | undefined {
  if (Math.abs(Math.cos(theta / 2)) < SPLITS) return 'bar';
  return Math.abs(Math.sin(theta / 2)) < SPLITS ? 'cross' : undefined;
}

/** In [0, 2π); what is a turn but for rounding is 0. */
function wrapped(phase: number): number {
  const full = 2 * Math.PI;
  const within = phase - full * Math.floor(phase / full);
  return full - within < 1e-12 ? 0 : within;
}

/** Farther than this from 0 or π, a phase is no sign. */
const SIGN = 1e-6;

/** The phases with every sign exact, or undefined where phi or gamma are other phases. */
export function asSigns({ theta, phi, gamma }: MeshPhases): MeshPhases | undefined {
  const isSign = (phase: number): boolean => Math.abs(Math.sin(phase)) <= SIGN;
  if (!phi.every(isSign) || !gamma.every(isSign)) return undefined;
  const exact = (phase: number): number => (Math.cos(phase) < 0 ? Math.PI : 0);
  return { theta, phi: phi.map(exact), gamma: gamma.map(exact) };
}
