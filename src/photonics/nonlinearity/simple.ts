import type { Response } from './response';
import { setResponse } from './response';

/** Below this power a modulus has no direction: responses that divide by it return 0 slope. */
const DARK = 1e-30;

/** modReLU (Arjovsky, Shah, Bengio, ICML 2016): h(u) = max(0, 1 − threshold/√u). */
export function modRelu(u: number, threshold: number, out: Response): void {
  const modulus = Math.sqrt(u);
  if (modulus <= threshold || u < DARK) setResponse(out, threshold === 0 ? 1 : 0, 0, 0, 0);
  else setResponse(out, 1 - threshold / modulus, 0, threshold / (2 * u * modulus), 0);
}

/** Self-phase modulation in a Kerr medium: h(u) = e^{−igu}, g in radians per power. */
export function kerr(u: number, g: number, out: Response): void {
  const c = Math.cos(g * u);
  const s = Math.sin(g * u);
  setResponse(out, c, -s, -g * s, -g * c);
}

/** Amplitude detection: f = |z|. */
export function modulus(u: number, out: Response): void {
  const value = Math.sqrt(u);
  setResponse(out, value, 0, u < DARK ? 0 : 0.5 / value, 0);
}

/** Power detection: f = |z|². */
export function power(u: number, out: Response): void {
  setResponse(out, u, 0, 1, 0);
}

/** Amplitude detection through an electronic softplus: f = ln(1 + e^{|z|}). */
export function modulusSoftplus(u: number, out: Response): void {
  const value = Math.sqrt(u);
  const slope = 1 / (1 + Math.exp(-value));
  setResponse(out, value + Math.log1p(Math.exp(-value)), 0, u < DARK ? 0 : (0.5 * slope) / value, 0);
}
