import type { Layer } from '../../experiment/schema';
import { fieldWords as words } from '../words/design-fields';

export type PhaseGroup = Layer['frozen'][number];

export const PHASE_GROUPS = ['theta', 'phi', 'gamma', 'alpha'] as const satisfies readonly PhaseGroup[];

const SYMBOLS: Readonly<Record<string, string>> = { theta: 'θ', phi: 'φ', gamma: 'γ', alpha: 'α' };

const TEXTS: Readonly<Record<string, string>> = {
  theta: words.phaseGroups.thetaInternalPhases,
  phi: words.phaseGroups.phiExternalPhases,
  gamma: words.phaseGroups.gammaOutputPhases,
  alpha: words.phaseGroups.alphaAttenuators,
};

export function phaseGroupSymbol(group: string): string {
  return SYMBOLS[group] ?? group;
}

export function phaseGroupText(group: string): string {
  return TEXTS[group] ?? group;
}
