/** What {@link setForRow} found. One object is reused, so that loops over a mesh allocate nothing. */
export interface MziSetting {
  /** Internal and external phase, radians; theta lies in [0, π]. */
  theta: number;
  phi: number;
  /** False where the couplers' errors keep the interferometer from the asked division of power. */
  reached: boolean;
}

export function emptySetting(): MziSetting {
  return { theta: 0, phi: 0, reached: true };
}

/**
 * Share of amplitude below which a field counts as dark: its phase is rounding. Shares of power that miss the
 * reachable range by less than this (squared amplitudes) count as reached.
 */
const DARK = 1e-15;

/**
 * Sets an interferometer with couplers a and b so that the upper row of T is parallel to (x₀, x₁), up to a common
 * factor; the lower row then follows, up to a phase. With K = cos 2a · cos 2b,
 *
 *     |T00|² = sin²(a+b) + K·sin²(θ/2),      |T01|² = sin²(a−b) + K·cos²(θ/2)
 *
 * so sin²(θ/2) : cos²(θ/2) = |x₀|² − sin²(a+b)·|x|² : |x₁|² − sin²(a−b)·|x|². A negative side is out of reach, and the
 * end of the range is the closest setting. phi then aligns the phases of the two entries. The condition is that of
 * Bandyopadhyay, Hamerly, Englund, Optica 8, 1247 (2021), 2|a+b| ≤ θ ≤ π − 2|a−b| for the ideal theta.
 */
export function setForRow(
  x0Re: number,
  x0Im: number,
  x1Re: number,
  x1Im: number,
  a: number,
  b: number,
  out: MziSetting,
): void {
  const power0 = x0Re * x0Re + x0Im * x0Im;
  const power1 = x1Re * x1Re + x1Im * x1Im;
  const total = power0 + power1;
  const sinSum = Math.sin(a + b);
  const sinDifference = Math.sin(a - b);
  // Couplers that are off by more than π/4 swap the ends of the range.
  const sign = Math.cos(2 * a) * Math.cos(2 * b) < 0 ? -1 : 1;
  const bar = sign * (power0 - sinSum * sinSum * total);
  const cross = sign * (power1 - sinDifference * sinDifference * total);
  const half = Math.atan2(Math.sqrt(Math.max(0, bar)), Math.sqrt(Math.max(0, cross)));
  out.theta = 2 * half;
  out.reached = Math.min(bar, cross) >= -DARK * total;
  const dark = DARK * DARK * total;
  if (power0 <= dark || power1 <= dark) {
    out.phi = 0;
    return;
  }
  const s = Math.sin(half);
  const c = Math.cos(half);
  const own0 = Math.atan2(s * Math.cos(a - b), -c * sinSum);
  const own1 = Math.atan2(c * Math.cos(a + b), -s * sinDifference);
  out.phi = wrapped(Math.atan2(x0Im, x0Re) - Math.atan2(x1Im, x1Re) - own0 + own1);
}

/** The same angle in [−π, π]. */
export function wrapped(angle: number): number {
  return angle - 2 * Math.PI * Math.round(angle / (2 * Math.PI));
}
