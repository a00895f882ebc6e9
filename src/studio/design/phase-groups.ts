import type { Layer } from '../../experiment/schema';

export type PhaseGroup = Layer['frozen'][number];

export const PHASE_GROUPS = ['theta', 'phi', 'gamma', 'alpha'] as const satisfies readonly PhaseGroup[];

const SYMBOLS: Readonly<Record<string, string>> = { theta: 'θ', phi: 'φ', gamma: 'γ', alpha: 'α' };

const TEXTS: Readonly<Record<string, string>> = {
  theta: 'θ, internal phases',
  phi: 'φ, external phases',
  gamma: 'γ, output phases',
  alpha: 'α, attenuators',
};

export function phaseGroupSymbol(group: string): string {
  return SYMBOLS[group] ?? group;
}

export function phaseGroupText(group: string): string {
  return TEXTS[group] ?? group;
}
