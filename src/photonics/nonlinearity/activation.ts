import { electroOptic } from './electro-optic';
import type { NofuShape } from './nofu';
import type { Response } from './response';
import { setResponse } from './response';
import { saturableAbsorber } from './saturable-absorber';
import { kerr, modRelu, modulus, modulusSoftplus, power } from './simple';

/** A nonlinearity between layers, with its fixed constants. */
export type Activation =
  | { readonly kind: 'none' }
  | { readonly kind: 'electro-optic'; readonly alpha: number; readonly g: number; readonly phiB: number }
  | ({ readonly kind: 'nofu' } & NofuShape)
  | { readonly kind: 'mod-relu'; readonly threshold: number }
  | { readonly kind: 'kerr'; readonly g: number }
  | { readonly kind: 'modulus' }
  | { readonly kind: 'power' }
  | { readonly kind: 'modulus-softplus' }
  | { readonly kind: 'saturable-absorber'; readonly sigmaTau: number; readonly t0: number };

export type ActivationKind = Activation['kind'];

/** Whether the field's phase is lost: f(z) = h(u) instead of z·h(u). */
export function isDetecting(kind: ActivationKind): boolean {
  return kind === 'modulus' || kind === 'power' || kind === 'modulus-softplus';
}

/** Trainable numbers per mode: the NOFU's tap angle and detuning. */
export function activationParametersPerMode(kind: ActivationKind): 0 | 2 {
  return kind === 'nofu' ? 2 : 0;
}

/** Response of every activation without trainable numbers (see {@link nofu} for the other). */
export function respond(activation: Exclude<Activation, { kind: 'nofu' }>, u: number, out: Response): void {
  switch (activation.kind) {
    case 'none':
      return setResponse(out, 1, 0, 0, 0);
    case 'electro-optic':
      return electroOptic(u, activation.alpha, activation.g, activation.phiB, out);
    case 'mod-relu':
      return modRelu(u, activation.threshold, out);
    case 'kerr':
      return kerr(u, activation.g, out);
    case 'modulus':
      return modulus(u, out);
    case 'power':
      return power(u, out);
    case 'modulus-softplus':
      return modulusSoftplus(u, out);
    case 'saturable-absorber':
      return saturableAbsorber(u, activation.sigmaTau, activation.t0, out);
  }
}
