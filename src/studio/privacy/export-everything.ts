import { jsonBytes } from '../../cloud/privacy/json-bytes';
import { writeZip } from '../../library/formats/zip';
import { wholeLibrary } from '../../library/store/whole-library';
import { currentAccount } from '../account/account-store';
import { openCloud } from '../account/cloud-door';
import { STUDIO } from '../exchange/build-info';
import { saveFile } from '../exchange/save-file';

/** What went into the archive. */
export interface Everything {
  readonly files: number;
  readonly bytes: number;
  /** Whether the account's part is in it. */
  readonly hasAccount: boolean;
  /** What could not be read; named in the archive too. */
  readonly problems: readonly string[];
}

/**
 * Saves one archive with everything the studio has of this person: this browser's library and settings, and the account
 * if one is signed in. docs/formats.md has its files. Rejects with what the browser or the cloud refuses, or with the
 * signal's reason.
 */
export async function exportEverything(
  signal: AbortSignal,
  onFile: (count: number) => void,
): Promise<Everything> {
  const files = new Map<string, Uint8Array>();
  const keep = (path: string, bytes: Uint8Array): void => {
    files.set(path, bytes);
    onFile(files.size);
  };
  await keepBrowser(keep, signal);
  const problems: string[] = [];
  const hasAccount = currentAccount().status === 'signed-in';
  if (hasAccount) {
    const cloud = await openCloud();
    const { exportAccount } = await import('../../cloud/privacy/export-account');
    if (cloud !== undefined) problems.push(...(await exportAccount(cloud, keep, signal)).problems);
  }
  const date = new Date().toISOString();
  keep('about.json', jsonBytes({ studio: STUDIO, date, hasAccount, problems, files: [...files.keys()] }));
  const bytes = writeZip(files);
  signal.throwIfAborted();
  saveFile({ name: `photonic-everything-${date.slice(0, 10)}.zip`, type: 'application/zip', bytes });
  return { files: files.size, bytes: bytes.length, hasAccount, problems };
}

async function keepBrowser(
  keep: (path: string, bytes: Uint8Array) => void,
  signal: AbortSignal,
): Promise<void> {
  for await (const { name, entries } of wholeLibrary()) {
    signal.throwIfAborted();
    if (name !== 'model-files') keep(`browser/${name}.json`, jsonBytes(Object.fromEntries(entries)));
    else
      for (const [id, value] of entries)
        if (hasBytes(value)) keep(`browser/model-files/${id}.photonic.zip`, value.bytes);
  }
  keep('browser/settings.json', jsonBytes(settings()));
}

function hasBytes(value: unknown): value is { readonly bytes: Uint8Array } {
  return typeof value === 'object' && value !== null && 'bytes' in value && value.bytes instanceof Uint8Array;
}

/** What the studio keeps outside its database. Firebase's own entry is a key to the account and stays out. */
function settings(): Record<string, string> {
  const found = Object.keys(localStorage).filter((key) => key.startsWith('photonic'));
  return Object.fromEntries(found.map((key) => [key, localStorage.getItem(key) ?? '']));
}
