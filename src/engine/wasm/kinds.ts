import type { Nonlinearity } from '../../experiment/schema';

/** Number of a nonlinearity in assembly/activate.ts, with its constants as the kernels take them. */
export function kernelActivation(nonlinearity: Nonlinearity): {
  readonly kind: number;
  readonly constants: readonly number[];
} {
  switch (nonlinearity.kind) {
    case 'none':
      return { kind: 0, constants: [] };
    case 'electro-optic':
      return {
        kind: 1,
        constants: [
          Math.sqrt(1 - nonlinearity.alpha),
          nonlinearity.g / 2,
          Math.cos(nonlinearity.phiB / 2),
          Math.sin(nonlinearity.phiB / 2),
        ],
      };
    case 'nofu':
      return { kind: 2, constants: [nonlinearity.kappa, nonlinearity.r, nonlinearity.a] };
    case 'mod-relu':
      return { kind: 3, constants: [nonlinearity.threshold] };
    case 'kerr':
      return { kind: 4, constants: [nonlinearity.g] };
    case 'modulus':
      return { kind: 5, constants: [] };
    case 'power':
      return { kind: 6, constants: [] };
    case 'modulus-softplus':
      return { kind: 7, constants: [] };
    case 'saturable-absorber':
      return { kind: 8, constants: [nonlinearity.sigmaTau, nonlinearity.t0] };
  }
}
