import { fetchShare } from '../../cloud/shares/fetch-share';
import { shareFault } from '../../cloud/shares/share-fault';
import { readShareName } from '../../cloud/shares/share-name';
import { openShareReader } from '../../cloud/shares/share-reader';
import type { OpenedShare } from '../../cloud/shares/fetch-share';
import { sha256 } from '../../data/bytes';
import type { Experiment } from '../../experiment/schema';
import type { Fault } from '../../lib/fault';
import { toFault } from '../../lib/fault';
import type { Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';
import { ARCHIVE_MANIFEST, readArchive } from '../../library/formats/archive';
import { unpackModel } from '../../library/models/model-archive';
import { cloudConfig } from '../account/cloud-door';
import { phasesOf } from '../exchange/import-items';
import { formatSi } from '../format/si';
import type { Shared } from '../state/guest';
import { notify } from '../state/notify';
import { guestWords } from '../words/guest';
import { showShared } from './guest-view';

/** The message about a share on its way; what becomes of it takes its place. */
const NOTICE = 'shared';

/**
 * Fetches, decrypts and checks what a link names, then shows it; answers with its experiment, or with nothing where that
 * could not be, which it says.
 * @param name what stands behind `s=`
 * @param isCurrent whether it is still wanted
 */
export async function openShared(name: string, isCurrent: () => boolean): Promise<Experiment | undefined> {
  tellWaiting(guestWords.openingNote);
  const read = await readShared(name, (loaded, total) =>
    tellWaiting(guestWords.loaded(formatSi(loaded, 'B'), formatSi(total, 'B'))),
  );
  if (!isCurrent()) return undefined;
  if (!read.ok) {
    tellFault(read.fault, name);
    return undefined;
  }
  showShared(read.value);
  const { experiment } = read.value;
  notify('success', guestWords.opened(experiment.name), {
    id: NOTICE,
    description: guestWords.openedNote,
    duration: 2500,
  });
  return experiment;
}

/** What a link names, checked as every file from outside is. */
export async function readShared(
  name: string,
  onProgress: (loaded: number, total: number) => void,
): Promise<Result<Shared>> {
  const share = readShareName(name);
  if (!share.ok) return share;
  const config = await cloudConfig();
  if (config === undefined) return fail(shareFault('no-cloud'));
  const { firestore } = openShareReader(config);
  const fetched = await fetchShare(firestore, share.value, { now: Date.now(), onProgress });
  return fetched.ok ? unpackShared(fetched.value) : fetched;
}

async function unpackShared({ bytes, createdAt, expiresAt }: OpenedShare): Promise<Result<Shared>> {
  try {
    const { experiment, tensors, manifest, run } = unpackModel(bytes, guestWords.bar);
    const archive = readArchive(bytes, guestWords.bar);
    const parameters = phasesOf({ experiment, tensors, files: archive.files }, guestWords.bar);
    if (parameters?.ok === false) return parameters;
    const text = archive.files.get(ARCHIVE_MANIFEST);
    return ok({
      experiment,
      phases: parameters && { parameters: parameters.value, step: manifest.step },
      run,
      manifest,
      manifestHash: text && (await sha256(text)),
      createdAt,
      expiresAt,
    });
  } catch (thrown) {
    return fail(toFault(thrown));
  }
}

function tellWaiting(description: string): void {
  notify('info', guestWords.opening, { id: NOTICE, description, duration: Infinity });
}

function tellFault({ code, message, fix }: Fault, name: string): void {
  notify('error', message, {
    id: NOTICE,
    description: fix,
    duration: Infinity,
    closeButton: true,
    ...(code === 'share/not-reachable' && {
      action: { label: guestWords.tryAgain, onClick: () => (location.hash = `#s=${name}`) },
    }),
  });
}
