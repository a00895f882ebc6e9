import { isDetecting, respond } from '../photonics/nonlinearity/activation';
import { emptyNofuResponse, nofu } from '../photonics/nonlinearity/nofu';
import type { NofuResponse } from '../photonics/nonlinearity/nofu';
import type { ComplexPlanes } from '../photonics/propagate';
import type { PlanLayer } from './plan';

/** Applies a layer's nonlinearity to fields [mode][lane]; returns new fields. */
export function activate(
  layer: PlanLayer,
  parameters: Float64Array,
  z: ComplexPlanes,
  lanes: number,
): ComplexPlanes {
  const out = { re: new Float64Array(z.re.length), im: new Float64Array(z.im.length) };
  const response = emptyNofuResponse();
  const detecting = isDetecting(layer.nonlinearity.kind);
  for (let i = 0; i < z.re.length; i++) {
    const re = z.re[i] ?? 0;
    const im = z.im[i] ?? 0;
    respondAt(layer, parameters, Math.floor(i / lanes), re * re + im * im, response);
    out.re[i] = detecting ? response.hRe : re * response.hRe - im * response.hIm;
    out.im[i] = detecting ? 0 : re * response.hIm + im * response.hRe;
  }
  return out;
}

/**
 * Cotangents before the nonlinearity from those after it, in place; adds its parameters' gradient.
 * For f = z·h(u): G ← conj(h)·G + 2·Re(conj(G)·z·h')·z. For f = h(u): G ← 2·Re(G)·h'·z.
 */
export function activateBackward(
  layer: PlanLayer,
  parameters: Float64Array,
  z: ComplexPlanes,
  g: ComplexPlanes,
  lanes: number,
  gradient: Float64Array,
): void {
  const response = emptyNofuResponse();
  const detecting = isDetecting(layer.nonlinearity.kind);
  const tauOffset = layer.nonlinearityOffset;
  for (let i = 0; i < z.re.length; i++) {
    const mode = Math.floor(i / lanes);
    const re = z.re[i] ?? 0;
    const im = z.im[i] ?? 0;
    const gRe = g.re[i] ?? 0;
    const gIm = g.im[i] ?? 0;
    respondAt(layer, parameters, mode, re * re + im * im, response);
    if (detecting) {
      const slope = 2 * gRe * response.dRe;
      g.re[i] = slope * re;
      g.im[i] = slope * im;
      continue;
    }
    // conj(G)·z, whose product with a complex derivative d has real part pRe·dRe − pIm·dIm.
    const pRe = gRe * re + gIm * im;
    const pIm = gRe * im - gIm * re;
    const slope = 2 * (pRe * response.dRe - pIm * response.dIm);
    g.re[i] = response.hRe * gRe + response.hIm * gIm + slope * re;
    g.im[i] = response.hRe * gIm - response.hIm * gRe + slope * im;
    if (tauOffset !== undefined) {
      const deltaAt = tauOffset + layer.mesh.topology.modes + mode;
      gradient[tauOffset + mode] =
        (gradient[tauOffset + mode] ?? 0) + pRe * response.tauRe - pIm * response.tauIm;
      gradient[deltaAt] = (gradient[deltaAt] ?? 0) + pRe * response.deltaRe - pIm * response.deltaIm;
    }
  }
}

function respondAt(
  layer: PlanLayer,
  parameters: Float64Array,
  mode: number,
  u: number,
  out: NofuResponse,
): void {
  const activation = layer.nonlinearity;
  if (activation.kind !== 'nofu') return respond(activation, u, out);
  const at = (layer.nonlinearityOffset ?? 0) + mode;
  nofu(u, parameters[at] ?? 0, parameters[at + layer.mesh.topology.modes] ?? 0, activation, out);
}
