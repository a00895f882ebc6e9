import type { Bytes, Timestamp } from 'firebase/firestore/lite';
import type { Policy } from '../library/models/model-records';
import type { Role } from './policy';

/** What lies in Firestore, as firestore.rules accepts it. Paths are in docs/formats.md. */

/** `models/{id}`. Times are the server's. */
export interface CloudModel {
  readonly owner: string;
  readonly workspace: string | null;
  readonly policy: Policy;
  readonly people: Readonly<Record<string, 'read' | 'write'>>;
  /** `readersOf` in policy.ts: queries find models by it, together with `workspace`. */
  readonly readers: readonly string[];
  readonly name: string;
  readonly tags: readonly string[];
  readonly note: string;
  readonly live: string | null;
  readonly seal: string | null;
  /** Counts the commits that changed it; each must be the next one of what its writer saw. */
  readonly revision: number;
  /** The device that wrote it last, for people. */
  readonly device: string;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly deletedAt: Timestamp | null;
}

/** `models/{id}/versions/{version}`; its archive lies in `chunks/{0 …}`. Readers pass over those still uploading. */
export interface CloudVersion {
  readonly parent: string | null;
  readonly title: string;
  readonly by: string;
  readonly at: Timestamp;
  readonly bytes: number;
  /** Of the archive as it was sent, in hexadecimal. */
  readonly sha256: string;
  readonly chunks: number;
  /** JSON of `ModelSummary`; empty for classified models. */
  readonly summary: string;
  readonly state: 'uploading' | 'published';
}

/** `models/{id}/versions/{version}/chunks/{index}` and, with `by`, `shares/{id}/chunks/{index}`. */
export interface CloudChunk {
  readonly bytes: Bytes;
}

/** Bytes of a chunk, the last one's may be fewer. One commit holds one: the emulator takes 4 MiB, a document 1 MiB. */
export const CHUNK_BYTES = 900_000;
/** Chunks of one archive at most: 10.8 MB. */
export const MAX_CHUNKS = 12;

/** What an audit entry and a ticket are about. */
export type CloudAction =
  | 'create'
  | 'update'
  | 'upload'
  | 'publish'
  | 'deploy'
  | 'policy'
  | 'delete'
  | 'restore'
  | 'erase'
  | 'read'
  | 'share'
  | 'revoke'
  | 'invite'
  | 'uninvite'
  // Written by functions and administrators' commands only:
  | 'grant'
  | 'withdraw'
  | 'erase-account';

export type CloudKind = 'model' | 'share' | 'invitation' | 'member' | 'account';

/** `tickets/{uid}`: advanced by every change, in the same commit, for exactly one thing. */
export interface CloudTicket {
  readonly at: Timestamp;
  readonly kind: CloudKind;
  readonly id: string;
  /** Of the model, for `upload` and `publish`; empty otherwise. */
  readonly version: string;
  readonly action: CloudAction;
  /** The audit entry of the same commit. */
  readonly audit: string;
  /** Start of the minute that is counted, and changes in it: 120 at most. */
  readonly windowAt: Timestamp;
  readonly count: number;
}

export const TICKETS_PER_MINUTE = 120;

/** `audit/{id}`: append-only. */
export interface CloudAudit {
  readonly at: Timestamp;
  readonly by: string;
  readonly kind: CloudKind;
  readonly id: string;
  readonly action: CloudAction;
  readonly workspace: string | null;
  readonly owner: string;
  readonly policy: Policy;
  readonly detail: string;
}

/** `models/{id}/readings/{uid}`: a person has said that they read a restricted model; holds for a minute. */
export interface CloudReading {
  readonly at: Timestamp;
  readonly audit: string;
}

/** `shares/{id}`: an encrypted archive; the key stands in the link's hash only. Never changed. */
export interface CloudShare {
  readonly by: string;
  readonly createdAt: Timestamp;
  readonly expiresAt: Timestamp;
  /** The model it was made from, if any; that one's policy must be PUBLIC. */
  readonly model: string | null;
  readonly bytes: number;
  readonly chunks: number;
}

/** Days after which deleted models are erased, until a person chooses otherwise. */
export const RETENTION_DAYS = 30;

/** `users/{uid}`. */
export interface CloudProfile {
  readonly createdAt: Timestamp;
  /** Deleted models are erased after so many days. */
  readonly retentionDays: number;
  /** Sessions that began before are over. */
  readonly signedOutAt: Timestamp | null;
}

/** `workspaces/{id}`, `…/members/{uid}`, `…/invitations/{id}`; the first two are written by functions and commands. */
export interface CloudWorkspace {
  readonly name: string;
  readonly createdBy: string;
  readonly createdAt: Timestamp;
}

export interface CloudMember {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly since: Timestamp;
}

/**
 * `memberships/{uid}`: what the claims of an account are made from; written by functions and commands, read by nobody
 * else. Roles in tokens that were given out before `loweredAt` are void, so that a withdrawn role ends at once and not
 * with its token an hour later.
 */
export interface CloudMembership {
  readonly workspaces: Readonly<Record<string, Role>>;
  readonly loweredAt: Timestamp | null;
}

export interface CloudInvitation {
  readonly email: string;
  readonly role: Role;
  readonly by: string;
  readonly createdAt: Timestamp;
  readonly expiresAt: Timestamp;
}
