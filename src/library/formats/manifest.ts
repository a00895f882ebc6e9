import { sha256 } from '../../data/bytes';
import type { Provenance } from '../../data/samples';
import type { Experiment } from '../../experiment/schema';
import { recordOf } from './safe-json';

/** Where an exported file comes from, so that its numbers can be had again. */
export interface Manifest {
  readonly format: 'photonic-manifest';
  readonly version: 1;
  readonly studio: { readonly version: string; readonly commit: string | null };
  /** ISO 8601, UTC. */
  readonly date: string;
  readonly experiment: {
    readonly name: string;
    /** SHA-256 of {@link canonicalJson} of the whole document. */
    readonly sha256: string;
    readonly seed: number;
  };
  readonly engine: {
    readonly backend: string | null;
    /** The device or instruction set, as the engine names it. */
    readonly adapter: string | null;
  };
  readonly data: Provenance | null;
  readonly step: number;
  readonly totalSteps: number | null;
  /** Of the test split at that step; `kind` says what it was measured on. */
  readonly accuracy: { readonly value: number; readonly kind: string } | null;
}

/** JSON with sorted keys and no spaces: equal for equal documents. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => {
    const record = recordOf(inner);
    if (record === undefined) return inner;
    return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
  });
}

export function experimentHash(experiment: Experiment): Promise<string> {
  return sha256(new TextEncoder().encode(canonicalJson(experiment)));
}

export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}
