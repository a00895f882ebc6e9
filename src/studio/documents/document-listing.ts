import { listDocuments } from '../../library/store/documents';
import type { StoredDocument } from '../../library/store/records';
import { listVersions } from '../../library/store/versions';
import type { Fault } from '../../lib/fault';
import { describeChip } from '../design/describe';
import { storageFault } from './storage-fault';

/** A document as the list shows it. */
export interface ListedDocument {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly updatedAt: number;
  readonly versions: number;
  /** Of the experiment's text and its versions. */
  readonly bytes: number;
}

export interface Listing {
  readonly kept: readonly ListedDocument[];
  readonly deleted: readonly ListedDocument[];
  readonly fault: Fault | undefined;
}

/** Everything the browser keeps; where it cannot be read, nothing and why. */
export async function readListing(): Promise<Listing> {
  try {
    const [kept, deleted] = await Promise.all([listDocuments(), listDocuments('deleted')]);
    return {
      kept: await Promise.all(kept.map(listed)),
      deleted: await Promise.all(deleted.map(listed)),
      fault: undefined,
    };
  } catch (thrown) {
    return { kept: [], deleted: [], fault: storageFault(thrown) };
  }
}

async function listed({ id, experiment, tags, updatedAt }: StoredDocument): Promise<ListedDocument> {
  const versions = await listVersions(id);
  const size = (value: object): number => JSON.stringify(value).length;
  return {
    id,
    name: experiment.name,
    summary: describeChip(experiment),
    tags,
    updatedAt,
    versions: versions.length,
    bytes: versions.reduce((sum, version) => sum + version.bytes + size(version), size(experiment)),
  };
}
