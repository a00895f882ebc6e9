import type { Response } from './response';
import { setResponse } from './response';

/**
 * Electro-optic activation (Williamson et al., IEEE J. Sel. Top. Quantum Electron. 26, 7700412 (2020)):
 * a fraction alpha of the power drives a photodiode whose signal phase-modulates the rest.
 *
 *     h(u) = i·√(1−alpha)·e^{−iψ}·cos ψ,   ψ = (g·u + phiB) / 2
 *
 * @param u power at the input
 * @param alpha tapped power fraction
 * @param g phase per power, radians
 * @param phiB bias phase, radians
 */
export function electroOptic(u: number, alpha: number, g: number, phiB: number, out: Response): void {
  const amplitude = Math.sqrt(1 - alpha);
  const psi = 0.5 * (g * u + phiB);
  const c = Math.cos(psi);
  const s = Math.sin(psi);
  // i·e^{−iψ}·cos ψ = sin ψ cos ψ + i cos²ψ; its ψ-derivative is e^{−2iψ} = cos 2ψ − i sin 2ψ.
  const slope = 0.5 * g * amplitude;
  setResponse(out, amplitude * s * c, amplitude * c * c, slope * (c * c - s * s), -2 * slope * s * c);
}
