import type { Response } from './response';
import { setResponse } from './response';

/**
 * On-chip nonlinear optical function unit: a tap sends the fraction beta = sin²(tau/2) of the power to a
 * photodiode that tunes a ring resonator which the rest passes (Bandyopadhyay et al., Nature Photonics
 * 18, 1335 (2024), "NOFU"). The form follows from the device's physics; the published exact equation was
 * not available to us.
 *
 *     h(u) = cos(tau/2)·t(delta + kappa·beta·u),   t(d) = (r − a·e^{id}) / (1 − r·a·e^{id})
 */
export interface NofuShape {
  /** Ring phase per tapped power, radians. */
  readonly kappa: number;
  /** Self-coupling amplitude of the ring. */
  readonly r: number;
  /** Round-trip amplitude of the ring. */
  readonly a: number;
}

/** A response with its derivatives by the two programmable numbers. */
export interface NofuResponse extends Response {
  tauRe: number;
  tauIm: number;
  deltaRe: number;
  deltaIm: number;
}

export function emptyNofuResponse(): NofuResponse {
  return { hRe: 0, hIm: 0, dRe: 0, dIm: 0, tauRe: 0, tauIm: 0, deltaRe: 0, deltaIm: 0 };
}

/**
 * @param u power at the input
 * @param tau tap angle, radians
 * @param delta ring detuning, radians
 */
export function nofu(u: number, tau: number, delta: number, shape: NofuShape, out: NofuResponse): void {
  const { kappa, r, a } = shape;
  const through = Math.cos(tau / 2);
  const tap = Math.sin(tau / 2);
  const beta = tap * tap;
  const d = delta + kappa * beta * u;
  const eRe = a * Math.cos(d);
  const eIm = a * Math.sin(d);
  // 1 / (1 − r·a·e^{id})
  const denominatorRe = 1 - r * eRe;
  const denominatorIm = -r * eIm;
  const norm = denominatorRe ** 2 + denominatorIm ** 2;
  const inverseRe = denominatorRe / norm;
  const inverseIm = -denominatorIm / norm;
  const tRe = (r - eRe) * inverseRe + eIm * inverseIm;
  const tIm = (r - eRe) * inverseIm - eIm * inverseRe;
  // dt/dd = i·a·e^{id}·(r² − 1) / (1 − r·a·e^{id})²
  const squareRe = inverseRe ** 2 - inverseIm ** 2;
  const squareIm = 2 * inverseRe * inverseIm;
  const factor = r * r - 1;
  const slopeRe = factor * (-eIm * squareRe - eRe * squareIm);
  const slopeIm = factor * (eRe * squareRe - eIm * squareIm);
  const perPower = through * kappa * beta;
  setResponse(out, through * tRe, through * tIm, perPower * slopeRe, perPower * slopeIm);
  out.deltaRe = through * slopeRe;
  out.deltaIm = through * slopeIm;
  // d beta / d tau = sin(tau/2)·cos(tau/2)
  const viaBeta = through * kappa * u * tap * through;
  out.tauRe = -0.5 * tap * tRe + viaBeta * slopeRe;
  out.tauIm = -0.5 * tap * tIm + viaBeta * slopeIm;
}
