import { STREAM, normal, uniform } from '../lib/rng';
import type { Mesh } from './mesh';
import { mziCount } from './mesh';
import type { ComplexPlanes, MeshFlaws, MeshLosses } from './propagate';

/** Independent normal flaws of a mesh; `sigma` in radians. */
export function randomFlaws(mesh: Mesh, seed: number, sigma: number): MeshFlaws {
  const draw = (stream: number, part: number): Float64Array =>
    Float64Array.from({ length: mziCount(mesh) }, (_, k) => sigma * normal(seed, stream, 2 * k + part));
  return {
    a: draw(STREAM.splitterError, 0),
    b: draw(STREAM.splitterError, 1),
    theta: draw(STREAM.phaseError, 0),
    phi: draw(STREAM.phaseError, 1),
  };
}

/** Complex numbers with independent standard normal parts. */
export function randomPlanes(length: number, seed: number, stream: number): ComplexPlanes {
  const draw = (part: number): Float64Array =>
    Float64Array.from({ length }, (_, k) => normal(seed, stream, 2 * k + part));
  return { re: draw(0), im: draw(1) };
}

/** Every interferometer loses the same. */
export function evenLosses(mesh: Mesh, transmission: number): MeshLosses {
  const count = mziCount(mesh);
  return {
    top: new Float64Array(count).fill(transmission),
    bottom: new Float64Array(count).fill(transmission),
    output: new Float64Array(mesh.modes).fill(1),
  };
}

/** Every port of every interferometer loses something else. */
export function unevenLosses(mesh: Mesh, seed: number, least: number): MeshLosses {
  const count = mziCount(mesh);
  const draw = (length: number, stream: number): Float64Array =>
    Float64Array.from({ length }, (_, k) => least + (1 - least) * uniform(seed, stream, k));
  return { top: draw(count, 70), bottom: draw(count, 71), output: draw(mesh.modes, 72) };
}
