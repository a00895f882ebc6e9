import type { Fault } from '../../lib/fault';

/**
 * The library of models: what a person has saved to keep, compare, publish and share. Plain values that the database
 * clones; times are ms since 1970, on this device's clock. Complete without an account; sync copies it
 * (docs/formats.md).
 */

/** Who may see a model once it leaves this browser; docs/cloud.md has the table. */
export const POLICIES = ['PUBLIC', 'INTERNAL', 'RESTRICTED', 'CLASSIFIED'] as const;
export type Policy = (typeof POLICIES)[number];

/** A model as it is listed. Everything here may change; what it was trained to lies in its versions. */
export interface Model {
  /** 22 characters of base64url, 128 random bits; the same in every browser and in the cloud. */
  readonly id: string;
  readonly name: string;
  readonly tags: readonly string[];
  readonly note: string;
  /** The version that links and the programming interface use; undefined: none is deployed. */
  readonly live: string | undefined;
  readonly policy: Policy;
  /** People beside the owner of a restricted or classified model, by their account's id. */
  readonly people: Readonly<Record<string, 'read' | 'write'>>;
  /** Undefined: the owner's own. */
  readonly workspace: string | undefined;
  /** The account it belongs to; undefined: made without one, belongs to this browser. */
  readonly owner: string | undefined;
  /**
   * Of a classified model: how its passphrase is checked and its name and versions are sealed, as text. Undefined
   * otherwise. Such a model has an empty name, no tags and no note while it is locked.
   */
  readonly seal: string | undefined;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** Deleted models can be brought back until they are erased. */
  readonly deletedAt: number | undefined;
}

/** One saved state of a model; never changed, its bytes lie beside it. */
export interface ModelVersion {
  /** As {@link Model.id}. */
  readonly id: string;
  readonly model: string;
  /** The version it was made from. Two with the same one were saved on two devices at once; both are kept. */
  readonly parent: string | undefined;
  readonly title: string;
  readonly createdAt: number;
  /** The account that saved it; undefined: none. */
  readonly by: string | undefined;
  /** Size of its archive, and the SHA-256 of that in hexadecimal. */
  readonly bytes: number;
  readonly sha256: string;
  readonly summary: ModelSummary;
  /** Whether the archive is in this browser; others are fetched when they are opened. */
  readonly isHere: boolean;
}

/** What lists and comparisons show of a version without opening its archive. */
export interface ModelSummary {
  /** Name of its experiment. */
  readonly experiment: string;
  readonly modes: number;
  readonly layers: number;
  readonly dataset: string;
  readonly source: string;
  /** Phases and other trained numbers; 0: a design alone. */
  readonly parameters: number;
  readonly step: number;
  /** On the test split, 0 … 1; undefined is unmeasured. */
  readonly accuracy: number | undefined;
  readonly backend: string | undefined;
}

/** What is stored and sent of a sealed version: nothing. */
export const SEALED_SUMMARY: ModelSummary = {
  experiment: '',
  modes: 0,
  layers: 0,
  dataset: '',
  source: '',
  parameters: 0,
  step: 0,
  accuracy: undefined,
  backend: undefined,
};

/** The bytes of a version: a studio archive (`.photonic.zip`), sealed if the model is classified. */
export interface ModelFile {
  /** Of the version. */
  readonly id: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Where a model stands between this browser and the account. */
export type SyncState =
  /** Only in this browser: nobody is signed in, or sync is off. */
  | { readonly kind: 'local' }
  /** Saved here, waiting to be sent; `retryAt` after a failure. */
  | { readonly kind: 'waiting'; readonly retryAt?: number | undefined }
  | { readonly kind: 'syncing'; readonly sent: number; readonly total: number }
  | { readonly kind: 'synced'; readonly at: number }
  /** Two devices changed the same: both are kept; `copy` is the model that holds the other one's. */
  | { readonly kind: 'conflict'; readonly copy: string }
  /** The cloud will not take it; the change stays here. */
  | { readonly kind: 'refused'; readonly fault: Fault };
