import type { Bytes } from '../../data/bytes';
import type { Model, ModelVersion } from '../../library/models/model-records';
import type { Result } from '../../lib/result';
import { ok } from '../../lib/result';

/**
 * What stands between a version and its archive where there is an account: fetching it, and sealing it where the model is
 * classified. Each part is provided by whoever can do it, once that is loaded.
 */
export interface VersionDoor {
  /** Fetches the bytes of a version that is not in this browser, verifies and stores them. */
  readonly fetch: (version: ModelVersion) => Promise<Result<Bytes>>;
  /** Of a classified model: its archive as it was before {@link VersionDoor.seal}. */
  readonly unseal: (model: Model, version: ModelVersion, bytes: Bytes) => Promise<Result<Bytes>>;
  /** Of a classified model: its archive as it is stored and sent. */
  readonly seal: (model: Model, bytes: Bytes) => Promise<Result<Bytes>>;
  /** The live version of a model that is not in this browser but may be read by anyone. */
  readonly fetchPublic: (model: string) => Promise<Result<PublicModel>>;
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

/** Bytes as they are stored: sealed where the model is classified and that can be done. */
export async function protectedBytes(model: Model | undefined, bytes: Bytes): Promise<Result<Bytes>> {
  return model?.seal === undefined || door.seal === undefined ? ok(bytes) : door.seal(model, bytes);
}
