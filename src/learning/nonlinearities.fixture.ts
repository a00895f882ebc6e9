import type { Nonlinearity } from '../experiment/schema';

/** One example of every nonlinearity, with constants that make it matter at fields of about one. */
export const NONLINEARITIES: readonly Nonlinearity[] = [
  { kind: 'none' },
  { kind: 'electro-optic', alpha: 0.1, g: 0.7, phiB: 2 },
  { kind: 'nofu', kappa: 3, r: 0.8, a: 0.7 },
  { kind: 'mod-relu', threshold: 0.2 },
  { kind: 'kerr', g: 0.9 },
  { kind: 'modulus' },
  { kind: 'power' },
  { kind: 'modulus-softplus' },
  { kind: 'saturable-absorber', sigmaTau: 1.5, t0: 0.3 },
];

export const FORMS = ['u', 'u-diag', 'usv'] as const;
