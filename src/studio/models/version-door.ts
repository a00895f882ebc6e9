import type { Bytes } from '../../data/bytes';
import type { Model, ModelSummary, ModelVersion } from '../../library/models/model-records';
import type { Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';
import { modelsWords } from '../words/models';

/**
 * What stands between a version and its archive where there is an account: fetching it, and sealing it where the model is
 * classified. Each part is provided by whoever can do it, once that is loaded.
 */
export interface VersionDoor {
  /** Fetches the bytes of a version that is not in this browser, verifies and stores them. */
  readonly fetch: (version: ModelVersion) => Promise<Result<Bytes>>;
  /** Brings what versions a restricted or classified model has in the account; the audit notes the reading. */
  readonly list: (model: Model) => Promise<Result<undefined>>;
  /** Of a classified model: its archive as it was before {@link VersionDoor.seal}. */
  readonly unseal: (model: Model, version: ModelVersion, bytes: Bytes) => Promise<Result<Bytes>>;
  /** Of a classified model: a version as it is stored and sent. */
  readonly seal: (model: Model, version: Unsealed) => Promise<Result<Bytes>>;
  /** The live version of a model that is not in this browser but may be read by anyone. */
  readonly fetchPublic: (model: string) => Promise<Result<PublicModel>>;
}

/** What of a version a seal hides. */
export interface Unsealed {
  readonly title: string;
  readonly summary: ModelSummary;
  readonly bytes: Bytes;
}

/** A model that was opened by its link from the cloud. */
export interface PublicModel {
  readonly name: string;
  readonly title: string;
  readonly bytes: Bytes;
}

let door: Partial<VersionDoor> = {};

/** Opens parts of the door; what was provided before stays. */
export function provideVersionDoor(parts: Partial<VersionDoor>): void {
  door = { ...door, ...parts };
}

export function versionDoor(): Partial<VersionDoor> {
  return door;
}

/** Bytes as they are stored: sealed where the model is classified, and refused while that cannot be done. */
export async function protectedBytes(model: Model | undefined, version: Unsealed): Promise<Result<Bytes>> {
  if (model?.seal === undefined) return ok(version.bytes);
  return door.seal === undefined
    ? fail({ code: 'models/sealed', ...modelsWords.absent, where: model.id })
    : door.seal(model, version);
}
