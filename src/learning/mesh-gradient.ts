import type { MeshPhases } from '../photonics/haar';
import type { Mesh } from '../photonics/mesh';
import { mziCount } from '../photonics/mesh';
import type { ComplexPlanes, Drive, MeshFlaws, MeshLosses } from '../photonics/propagate';
import { scaleRows, shiftRows } from '../photonics/propagate';

/**
 * Exact phase gradients of a mesh by walking back through it. `fields` (the mesh's output) and
 * `cotangents` G (dL = Re Σ conj(G)·dZ) are un-propagated in place to the mesh's input, column by column;
 * no intermediate field was stored.
 *
 * With y, g at an interferometer's outputs and x, g' at its inputs:
 *     dL/dtheta = −cb²·Im⟨g0,y0⟩ − sb²·Im⟨g1,y1⟩ + cb·sb·Re(⟨g0,y1⟩ − ⟨g1,y0⟩),  cb, sb = cos, sin(π/4 + b)
 *     dL/dphi   = −Im⟨g'0,x0⟩,      dL/dgamma_p = −Im⟨g_p,y_p⟩ at the mesh's output
 * where ⟨g,y⟩ = Σ conj(g)·y over lanes; a push-pull drive adds ½·(Im⟨g0,y0⟩ + Im⟨g1,y1⟩) to dL/dtheta.
 * Fields go back by T⁻¹ = diag(1/top², 1/bottom²)·Tᴴ, cotangents by Tᴴ. Adjoint method of Hughes et al., Optica 5, 864 (2018), with
 * dT/dtheta = [B(b)·diag(i,0)·B(b)⁻¹]·T.
 *
 * @param gradient adds to theta, phi and gamma
 */
export function meshGradient(
  mesh: Mesh,
  coefficients: Float64Array,
  phases: MeshPhases,
  flaws: MeshFlaws | undefined,
  losses: MeshLosses | undefined,
  drive: Drive,
  fields: ComplexPlanes,
  cotangents: ComplexPlanes,
  lanes: number,
  gradient: MeshPhases,
): void {
  for (let port = 0; port < mesh.modes; port++) {
    gradient.gamma[port] =
      (gradient.gamma[port] ?? 0) - inner(cotangents, port * lanes, fields, port * lanes, lanes).im;
  }
  shiftRows(fields, phases.gamma, lanes, -1);
  shiftRows(cotangents, phases.gamma, lanes, -1);
  if (losses) {
    scaleRows(
      fields,
      losses.output.map((factor) => 1 / factor),
      lanes,
    );
    scaleRows(cotangents, losses.output, lanes);
  }
  const halfDrive = drive === 'push-pull' ? 0.5 : 0;
  for (let k = mziCount(mesh) - 1; k >= 0; k--) {
    const top = (mesh.pairs[2 * k] ?? 0) * lanes;
    const bottom = (mesh.pairs[2 * k + 1] ?? 0) * lanes;
    const cb = Math.cos(Math.PI / 4 + (flaws?.b[k] ?? 0));
    const sb = Math.sin(Math.PI / 4 + (flaws?.b[k] ?? 0));
    const q0 = inner(cotangents, top, fields, top, lanes).im;
    const q1 = inner(cotangents, bottom, fields, bottom, lanes).im;
    const q2 =
      inner(cotangents, top, fields, bottom, lanes).re - inner(cotangents, bottom, fields, top, lanes).re;
    const slope = cb * sb * q2 - cb * cb * q0 - sb * sb * q1 + halfDrive * (q0 + q1);
    gradient.theta[k] = (gradient.theta[k] ?? 0) + slope;
    const t = coefficients.subarray(8 * k, 8 * k + 8);
    applyAdjoint(t, fields, top, bottom, lanes, unlose(losses?.top[k]), unlose(losses?.bottom[k]));
    applyAdjoint(t, cotangents, top, bottom, lanes, 1, 1);
    gradient.phi[k] = (gradient.phi[k] ?? 0) - inner(cotangents, top, fields, top, lanes).im;
  }
}

/** Σ conj(g)·y over one row each. */
function inner(
  g: ComplexPlanes,
  gAt: number,
  y: ComplexPlanes,
  yAt: number,
  lanes: number,
): { re: number; im: number } {
  let re = 0;
  let im = 0;
  for (let lane = 0; lane < lanes; lane++) {
    const gRe = g.re[gAt + lane] ?? 0;
    const gIm = g.im[gAt + lane] ?? 0;
    const yRe = y.re[yAt + lane] ?? 0;
    const yIm = y.im[yAt + lane] ?? 0;
    re += gRe * yRe + gIm * yIm;
    im += gRe * yIm - gIm * yRe;
  }
  return { re, im };
}

/** Factor that makes Tᴴ the inverse of a lossy T. */
function unlose(transmission = 1): number {
  return 1 / transmission ** 2;
}

/** Rows top and bottom ← diag(topScale, bottomScale) · Tᴴ · rows. */
function applyAdjoint(
  t: Float64Array,
  z: ComplexPlanes,
  top: number,
  bottom: number,
  lanes: number,
  topScale: number,
  bottomScale: number,
): void {
  const [t00 = 0, u00 = 0, t01 = 0, u01 = 0, t10 = 0, u10 = 0, t11 = 0, u11 = 0] = t;
  const { re, im } = z;
  for (let lane = 0; lane < lanes; lane++) {
    const xRe = re[top + lane] ?? 0;
    const xIm = im[top + lane] ?? 0;
    const yRe = re[bottom + lane] ?? 0;
    const yIm = im[bottom + lane] ?? 0;
    re[top + lane] = topScale * (t00 * xRe + u00 * xIm + t10 * yRe + u10 * yIm);
    im[top + lane] = topScale * (t00 * xIm - u00 * xRe + t10 * yIm - u10 * yRe);
    re[bottom + lane] = bottomScale * (t01 * xRe + u01 * xIm + t11 * yRe + u11 * yIm);
    im[bottom + lane] = bottomScale * (t01 * xIm - u01 * xRe + t11 * yIm - u11 * yRe);
  }
}
