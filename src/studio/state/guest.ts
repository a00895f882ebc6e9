import { create } from 'zustand';
import type { LinkPhases } from '../../experiment/link-phases';
import type { Experiment } from '../../experiment/schema';
import type { ManifestFacts } from '../../library/formats/read-manifest';
import type { RunSummary } from '../../library/formats/run-summary';

/** An experiment that a link by id brought, with all that came along. */
export interface Shared {
  readonly experiment: Experiment;
  /** Exactly as they were shared, in plan order; undefined for a design alone. */
  readonly phases: LinkPhases | undefined;
  readonly run: RunSummary | undefined;
  readonly manifest: ManifestFacts;
  /** SHA-256 of its manifest, by which it is cited. */
  readonly manifestHash: string | undefined;
  /** ms since 1970. */
  readonly createdAt: number;
  readonly expiresAt: number;
}

/**
 * What is on screen only to be looked at: it has no document, its run neither continues nor keeps a checkpoint. A frame
 * of another page (`?embed=1`) shows everything so.
 */
interface Guest {
  readonly isFramed: boolean;
  readonly shared: Shared | undefined;
}

export const useGuest = create<Guest>()(() => ({ isFramed: false, shared: undefined }));

export function isGuest(): boolean {
  const { isFramed, shared } = useGuest.getState();
  return isFramed || shared !== undefined;
}
