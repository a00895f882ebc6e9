import type { ComplexPlanes } from './propagate';

/**
 * How alike two matrices of the same shape act on light, whatever phase and gain they have in common:
 *
 *     F = |Tr(U†V)|² / (Tr(U†U)·Tr(V†V))
 *
 * 1 for V = c·U, 0 for orthogonal ones. For a unitary U of N ports Tr(U†U) = N: the fidelity of Clements et al., Optica 3, 1460
 * (2016), section 4, which does not count loss that is the same everywhere. NaN where one of them is zero.
 */
export function fidelity(u: ComplexPlanes, v: ComplexPlanes): number {
  if (u.re.length !== v.re.length) throw new RangeError('Matrices of different shapes have no fidelity.');
  let re = 0;
  let im = 0;
  let ofU = 0;
  let ofV = 0;
  for (let i = 0; i < u.re.length; i++) {
    const [a, b, c, d] = [u.re[i]!, u.im[i]!, v.re[i]!, v.im[i]!];
    re += a * c + b * d;
    im += a * d - b * c;
    ofU += a * a + b * b;
    ofV += c * c + d * d;
  }
  // Rounding may lift it above 1 by a bit or two.
  return ofU > 0 && ofV > 0 ? Math.min(1, (re * re + im * im) / (ofU * ofV)) : Number.NaN;
}
