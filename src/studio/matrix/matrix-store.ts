import { create } from 'zustand';
import type { NetworkPlan } from '../../learning/plan';
import { chip } from '../state/chip';
import type { Part } from '../program/target';

/** What a matrix is compared with. */
export const REFERENCES = ['start', 'saved', 'ideal', 'programmed'] as const;
export type Reference = (typeof REFERENCES)[number];

interface MatrixState {
  readonly layer: number;
  readonly part: Part;
  readonly reference: Reference;
  /** Parameters that were saved to compare with, of the network they belong to. */
  readonly saved: { readonly network: NetworkPlan; readonly parameters: Float64Array } | undefined;
}

export const useMatrix = create<MatrixState>()(() => ({
  layer: 0,
  part: 'layer',
  reference: 'start',
  saved: undefined,
}));

/** Keeps the present phases to compare with. */
export function saveReference(): void {
  const { network, parameters } = chip;
  if (network === undefined) return;
  useMatrix.setState({ saved: { network, parameters: parameters.slice() }, reference: 'saved' });
}
