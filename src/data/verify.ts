import { dataFault, grouped, sha256, type Bytes } from './bytes';
import { CIFAR_RECORD, withoutRecords } from './cifar';
import type { DataFile } from './registry';

/** How far a file's bytes are known to be the published ones. */
export type Verdict = 'exact' | 'completed';

/**
 * Checks decoded bytes against the registry. `completed`: a full CIFAR-10 batch whose bytes equal the
 * reference copy but for the records that copy lacks, whose labels fit.
 * Throws `data/wrong-file` naming the file, what was expected, and the fix.
 */
export async function verifyFile(file: DataFile, bytes: Bytes): Promise<Verdict> {
  const hash = await sha256(bytes);
  if (hash === file.sha256) return 'exact';
  const absent = file.absent ?? [];
  if (absent.length > 0 && bytes.length === file.decodedBytes + absent.length * CIFAR_RECORD) {
    const labelsFit = absent.every(([position, label]) => bytes[position * CIFAR_RECORD] === label);
    const rest = withoutRecords(
      bytes,
      absent.map(([position]) => position),
    );
    if (labelsFit && (await sha256(rest)) === file.sha256) return 'completed';
  }
  const what =
    bytes.length === file.decodedBytes
      ? 'its content differs from the published file'
      : `it decodes to ${grouped(bytes.length)} bytes instead of ${grouped(file.decodedBytes)}`;
  throw dataFault(
    bytes.length < file.decodedBytes ? 'truncated' : 'wrong-file',
    `${file.path} was not used: ${what}.`,
    'Download the file again from its source; the studio will also try its other sources.',
    file.path,
    `expected SHA-256 ${file.sha256}, got ${hash}`,
  );
}
