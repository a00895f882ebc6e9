/** Settings at which a power is read to know it for all theta and phi: three of each, evenly over the circle. */
export const PROBES: readonly number[] = [0, (2 * Math.PI) / 3, (4 * Math.PI) / 3];

/** Directions from which the search starts, so that no side maximum holds it. */
const STARTS = 24;
const MAX_ROUNDS = 200;

/** Angles at which a power is greatest. */
export interface BestSetting {
  readonly theta: number;
  readonly phi: number;
}

/**
 * Where a power that goes through one interferometer is greatest. Such a power is a sum of products of 1, cos, sin of
 * theta with 1, cos, sin of phi, nine numbers that nine readings determine.
 * @param readings nine powers, theta slowest, at {@link PROBES}
 */
export function bestSetting(readings: ArrayLike<number>): BestSetting {
  const c = coefficients(readings);
  // For fixed phi: A + B·cos(theta) + C·sin(theta), greatest at atan2(C, B); and likewise for fixed theta.
  const thetaAt = (phi: number): number => {
    const cos = Math.cos(phi);
    const sin = Math.sin(phi);
    return Math.atan2(c[6]! + c[7]! * cos + c[8]! * sin, c[3]! + c[4]! * cos + c[5]! * sin);
  };
  const phiAt = (theta: number): number => {
    const cos = Math.cos(theta);
    const sin = Math.sin(theta);
    return Math.atan2(c[2]! + c[5]! * cos + c[8]! * sin, c[1]! + c[4]! * cos + c[7]! * sin);
  };
  let best = { theta: 0, phi: 0 };
  let most = -Infinity;
  for (let start = 0; start < STARTS; start++) {
    const phi = (2 * Math.PI * start) / STARTS;
    const theta = thetaAt(phi);
    const value = power(c, theta, phi);
    if (value <= most) continue;
    most = value;
    best = { theta, phi };
  }
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const phi = phiAt(best.theta);
    const theta = thetaAt(phi);
    const moved = Math.abs(theta - best.theta) + Math.abs(phi - best.phi);
    best = { theta, phi };
    if (moved < 1e-15) break;
  }
  return best;
}

/** Angle at which A + B·cos + C·sin is greatest, from its values at {@link PROBES}. */
export function bestAngle(readings: ArrayLike<number>): number {
  let cosine = 0;
  let sine = 0;
  PROBES.forEach((angle, i) => {
    cosine += (readings[i] ?? 0) * Math.cos(angle);
    sine += (readings[i] ?? 0) * Math.sin(angle);
  });
  return Math.atan2(sine, cosine);
}

/** The nine numbers: index 3·(1, cos, sin of theta) + (1, cos, sin of phi). */
function coefficients(readings: ArrayLike<number>): Float64Array {
  const out = new Float64Array(9);
  for (let i = 0; i < 9; i++) {
    for (let t = 0; t < 3; t++) {
      for (let p = 0; p < 3; p++) {
        const wave = basis(Math.floor(i / 3), PROBES[t]!) * basis(i % 3, PROBES[p]!);
        out[i] = out[i]! + wave * (readings[3 * t + p] ?? 0);
      }
    }
    // Means of 1, and of cos² and sin², over the probes are 1 and ½.
    out[i] = (out[i]! * (i < 3 ? 1 : 2) * (i % 3 === 0 ? 1 : 2)) / 9;
  }
  return out;
}

function power(c: Float64Array, theta: number, phi: number): number {
  let sum = 0;
  for (let i = 0; i < 9; i++) sum += c[i]! * basis(Math.floor(i / 3), theta) * basis(i % 3, phi);
  return sum;
}

/** 1, cos or sin. */
function basis(which: number, angle: number): number {
  if (which === 0) return 1;
  return which === 1 ? Math.cos(angle) : Math.sin(angle);
}
