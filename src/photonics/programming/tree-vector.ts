import { zeros } from '../complex-matrix';
import type { MeshPhases } from '../haar';
import type { Mesh } from '../mesh';
import { mziCount } from '../mesh';
import { emptySetting, setForRow, wrapped } from '../mzi-inverse';
import type { ComplexPlanes, MeshFlaws } from '../propagate';
import { mziCoefficients, propagateColumns } from '../propagate';
import type { Decomposed } from './nulling';

/**
 * Sets a binary tree so that light that enters port 0 leaves as a given vector, up to its length (Miller, Opt.
 * Express 21, 6360 (2013), run backwards). Each interferometer divides the power between its two halves of the
 * leaves, with the couplers it really has; gamma turns each leaf to its phase.
 * @param vector one field per waveguide, not all zero
 */
export function prepareVector(mesh: Mesh, vector: ComplexPlanes, flaws: MeshFlaws | undefined): Decomposed {
  const { modes, pairs } = mesh;
  const count = mziCount(mesh);
  const theta = new Float64Array(count);
  const phi = new Float64Array(count);
  const setting = emptySetting();
  let outOfReach = 0;
  for (let k = 0; k < count; k++) {
    const top = pairs[2 * k]!;
    const middle = pairs[2 * k + 1]!;
    const upper = amplitude(vector, top, middle);
    const lower = amplitude(vector, middle, 2 * middle - top);
    // Only the upper input is lit, and |T10| = |T01|: the row (upper, lower) has the right division of power.
    setForRow(upper, 0, lower, 0, flaws?.a[k] ?? 0, flaws?.b[k] ?? 0, setting);
    if (!setting.reached) outOfReach++;
    theta[k] = setting.theta - (flaws?.theta[k] ?? 0);
  }
  const gamma = new Float64Array(modes);
  const phases: MeshPhases = { theta, phi, gamma };
  const fields = zeros(modes);
  fields.re[0] = 1;
  propagateColumns(mesh, mziCoefficients(mesh, phases, flaws), fields, 1);
  for (let port = 0; port < modes; port++) {
    if (vector.re[port] === 0 && vector.im[port] === 0) continue;
    const wanted = Math.atan2(vector.im[port]!, vector.re[port]!);
    gamma[port] = wrapped(wanted - Math.atan2(fields.im[port]!, fields.re[port]!));
  }
  return { phases, outOfReach };
}

/** √ of the power of ports [from, to). */
function amplitude({ re, im }: ComplexPlanes, from: number, to: number): number {
  let power = 0;
  for (let port = from; port < to; port++) power += re[port]! ** 2 + im[port]! ** 2;
  return Math.sqrt(power);
}
